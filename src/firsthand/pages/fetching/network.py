"""The one door to the network: names are resolved once, every answer is checked, and the checked address is dialled."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import httpcore2

from .addresses import refusal
from .policy import NoConnectionError, NotFetchedError

Resolve = Callable[[str, int], Sequence[str]]
Dial = Callable[[str, int, float], httpcore2.NetworkStream]
DIALLED = 4
"""Addresses of one host that are tried in turn."""


def resolve_by_system(host: str, port: int) -> list[str]:
    """All addresses that the system's resolver knows for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(address[4][0]) for address in found))


def dial_tcp(address: str, port: int, timeout: float) -> httpcore2.NetworkStream:
    """A TCP connection to an address, not to a name."""
    return httpcore2.SyncBackend().connect_tcp(address, port, timeout=timeout)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """How names become addresses and addresses become connections. Only checked addresses are dialled."""

    resolve: Resolve = resolve_by_system
    dial: Dial = dial_tcp
    ssl_context: ssl.SSLContext | None = None
    """None for the system's certificates."""


class Guard(httpcore2.NetworkBackend):
    """One connection for one request: to a checked address only, within a time and a number of bytes."""

    def __init__(self, network: Network, *, seconds: float, silence: float, most: int, allow_private: bool) -> None:
        self.address: str | None = None
        """What was connected to."""
        self.sent = bytearray()
        self._network = network
        self._ends = time.monotonic() + seconds
        self._silence = silence
        self._left = most
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A guarded stream to the first address of the host that answers.

        Raises:
            NoConnectionError: the name is not known, or one of its addresses may not be connected to.
        """
        failed: Exception = httpcore2.ConnectError("no address")
        for address in self._checked(host, port):
            try:
                stream = self._network.dial(address, port, self.seconds())
            except (httpcore2.NetworkError, httpcore2.TimeoutException) as error:
                failed = error
                continue
            self.address = address
            return _Guarded(stream, self)
        raise failed

    def _checked(self, host: str, port: int) -> Sequence[str]:
        addresses = self._resolved(host, port)
        if not addresses:
            raise NoConnectionError("the host has no address")
        for address in addresses:
            reason = refusal(address, allow_private=self._allow_private)
            if reason is not None:
                raise NoConnectionError(f"its address {address} is refused: {reason}")
        return addresses[:DIALLED]

    def _resolved(self, host: str, port: int) -> Sequence[str]:
        """The resolver's answer, waited for no longer than anything else: it takes no timeout of its own."""
        answers: list[Sequence[str]] = []
        problems: list[Exception] = []

        def ask() -> None:
            try:
                answers.append(self._network.resolve(host, port))
            except (OSError, UnicodeError) as error:
                problems.append(error)

        asking = threading.Thread(target=ask, daemon=True)
        asking.start()
        asking.join(self.seconds())
        if answers:
            return answers[0]
        raise NoConnectionError("the name of the host is not known" if problems else "the resolver does not answer")

    def seconds(self) -> float:
        """How long the next step may take.

        Raises:
            httpcore2.ReadTimeout: the time for the whole is over.
        """
        left = self._ends - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the whole")
        return min(left, self._silence)

    def count(self, received: int) -> None:
        """Take note of bytes that came.

        Raises:
            NotFetchedError: more than may come.
        """
        self._left -= received
        if self._left < 0:
            raise NotFetchedError("the answer is larger than may be")


class _Guarded(httpcore2.NetworkStream):
    """A stream whose every step is timed and counted by its guard, whatever timeout it is asked for."""

    def __init__(self, stream: httpcore2.NetworkStream, guard: Guard) -> None:
        self._stream = stream
        self._guard = guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._stream.read(max_bytes, timeout=self._guard.seconds())
        self._guard.count(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._guard.sent += buffer
        self._stream.write(buffer, timeout=self._guard.seconds())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, timeout=self._guard.seconds())
        return _Guarded(stream, self._guard)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
