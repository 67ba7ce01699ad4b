"""One request and its answer."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from http import HTTPStatus

import httpcore2

from .network import Guard, Network
from .policy import NoConnectionError, NotFetchedError, OutOfTimeError, Policy
from .unpacking import unpacked
from .urls import Target

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADS = 500_000
"""Bytes that an answer may hold besides its body: heads, interim answers, the frames of chunks."""
_TYPES = frozenset({"application/xhtml+xml", "application/xml", "application/rss+xml", "application/atom+xml",
                    "application/rdf+xml", ""})  # fmt: skip
_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/*;q=0.8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back. `body` is as it travelled but for the frames of chunks: still packed, if it was."""

    status: int
    version: bytes
    phrase: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    cut: bool
    """Whether there was more of the body than was read."""
    address: str
    request: bytes
    """The request as it was sent."""

    def header(self, name: str) -> str:
        """The first header of this name, or an empty string. Bytes that are not UTF-8 stand as lone surrogates."""
        wanted = name.lower().encode("ascii")
        return next(
            (value.decode("utf-8", "surrogateescape") for key, value in self.headers if key.lower() == wanted), ""
        )

    def unpacked(self, most: int, *, start: bool = False) -> bytes:
        """The body without its Content-Encoding; with `start`, as much of it as can be had within the bound.

        Raises:
            NotFetchedError: it cannot be unpacked, or not within the bound.
        """
        return unpacked(self.body, self.header("content-encoding"), most, start=start)


class Asker:
    """Asks for one thing at a time, over a connection of its own."""

    def __init__(self, policy: Policy, network: Network) -> None:
        self._policy = policy
        self._network = network
        self._left = policy.visit_timeout

    def begin(self) -> None:
        """From here on, the requests are for another URL, and have its time."""
        self._left = self._policy.visit_timeout

    def ask(
        self, target: Target, *, allow_private: bool, extra: Mapping[str, str] | None = None, first: int | None = None
    ) -> Answer:
        """The answer, its body whole for a 200 and empty otherwise; with `first`, at most so many bytes of anything.

        Raises:
            NotFetchedError: no answer, one that breaks the protocol or a bound, or one that is no page.
            OutOfTimeError: the requests for this URL have taken all the time that it has.
        """
        if self._left <= 0:
            raise OutOfTimeError("the requests that it leads to took too long")
        most = first or self._policy.largest
        guard = Guard(
            self._network,
            seconds=min(self._policy.whole_timeout, self._left),
            silence=self._policy.read_timeout,
            most=most + _HEADS,
            allow_private=allow_private,
        )
        began = time.monotonic()
        try:
            return self._asked(target, guard, dict(extra or {}), most, first is not None)
        except httpcore2.TimeoutException as error:
            raise NotFetchedError("it took too long") from error
        except httpcore2.ConnectError as error:
            raise NoConnectionError(_connecting(error)) from error
        except httpcore2.NetworkError as error:
            raise NotFetchedError("the connection broke off") from error
        except httpcore2.ProtocolError as error:
            raise NotFetchedError("the answer is not HTTP, or breaks off") from error
        finally:
            self._left -= time.monotonic() - began

    def _asked(self, target: Target, guard: Guard, extra: dict[str, str], most: int, start: bool) -> Answer:
        scheme, host = target.scheme.encode(), target.host.encode()
        headers: list[tuple[bytes | str, bytes | str]] = [
            ("Host", target.authority),
            ("User-Agent", self._policy.user_agent),
            ("Accept", _ACCEPT),
            ("Accept-Encoding", "gzip"),
            ("Connection", "close"),
            *extra.items(),
        ]
        connection = httpcore2.HTTPConnection(
            origin=httpcore2.Origin(scheme, host, target.port),
            ssl_context=self._network.ssl_context or (_system_certificates() if target.scheme == "https" else None),
            network_backend=guard,
        )
        url = httpcore2.URL(scheme=scheme, host=host, port=target.port, target=target.path.encode())
        try:
            with connection.stream("GET", url, headers=headers) as response:
                return _answer(response, guard, most, start)
        finally:
            connection.close()


@cache
def _system_certificates() -> ssl.SSLContext:
    """Read once: there are hundreds."""
    return httpcore2.default_ssl_context()


def _answer(response: httpcore2.Response, guard: Guard, most: int, start: bool) -> Answer:
    """The head, and the body where it is wanted. A page must be of a type that holds text."""
    wanted = start or response.status == HTTPStatus.OK
    head = Answer(
        status=response.status,
        version=response.extensions["http_version"],
        phrase=response.extensions["reason_phrase"],
        headers=tuple(response.headers),
        body=b"",
        cut=not wanted,
        address=guard.address or "",
        request=bytes(guard.sent),
    )
    if not wanted:
        return head
    if not start:
        _check_type(head.header("content-type"))
    body, cut = _body(response.iter_stream(), most, start)
    answer = replace(head, body=body, cut=cut)
    if not start:
        answer.unpacked(most)
    return answer


def _body(chunks: Iterable[bytes], most: int, start: bool) -> tuple[bytes, bool]:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > most:
            if not start:
                raise NotFetchedError(f"larger than {most // 1_000_000} MB")
            return bytes(body[:most]), True
    return bytes(body), False


def _check_type(declared: str) -> None:
    kind = declared.partition(";")[0].strip().lower()
    if not kind.startswith("text/") and kind not in _TYPES:
        raise NotFetchedError(f"its type is {kind[:60] if kind.isprintable() else 'not readable'}, not that of a page")


def _connecting(error: Exception) -> str:
    """Why there is no connection, from what lies under the library's own error."""
    cause: BaseException | None = error
    for _ in range(8):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return "its certificate is not trusted"
        if isinstance(cause, ssl.SSLError):
            return "no secure connection could be agreed on"
        if isinstance(cause, ConnectionRefusedError):
            return "the connection was refused"
        cause = cause.__cause__ or cause.__context__ if cause else None
    return "no connection could be made"
