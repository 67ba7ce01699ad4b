"""A small web on this machine: raw answers by host and path, names with public addresses, a still clock."""

from __future__ import annotations

import contextlib
import email
import socket
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpcore2

from firsthand.pages.fetching import Clock, Fetched, Follow, Keeper, Network, Policy, fetch_urls
from firsthand.pages.fetching.network import dial_tcp

PUBLIC = "93.184.215.14"
Reply = bytes | Callable[[socket.socket], None]
HTML = b"<!doctype html><html><head><title>Bridge</title></head><body><p>The bridge closed.</p></body></html>"


def answer(body: bytes = HTML, status: str = "200 OK", **headers: str) -> bytes:
    """A well-formed answer; underscores in the names of headers stand for hyphens."""
    fields = {"Content_Type": "text/html", "Content_Length": str(len(body)), **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, Location=location)


class Web:
    """Serves what `pages` holds under `host/path`, one reply after the other where there are several; else a 404."""

    def __init__(self) -> None:
        self.pages: dict[str, list[Reply]] = {}
        self.asked: list[str] = []
        self.requests: list[str] = []
        self.addresses: dict[str, Sequence[str]] = {}
        self.turning: Callable[[str], Sequence[str] | None] = lambda host: None
        self.dialled: list[str] = []
        self.most_at_once = 0
        self._now = 0
        self._lock = threading.Lock()
        self._server = socket.create_server(("127.0.0.1", 0), backlog=64)
        threading.Thread(target=self._serve, daemon=True).start()

    def put(self, place: str, *replies: Reply) -> None:
        self.pages[place] = list(replies)

    def close(self) -> None:
        self._server.close()

    @property
    def port(self) -> int:
        return int(self._server.getsockname()[1])

    @property
    def network(self) -> Network:
        """Every name has a public address unless `addresses` says otherwise, and every dial ends at this server."""
        return Network(resolve=self._resolve, dial=self._dial)

    def _resolve(self, host: str, port: int) -> Sequence[str]:
        turned = self.turning(host)
        return self.addresses.get(host, [PUBLIC]) if turned is None else turned

    def _dial(self, address: str, port: int, timeout: float) -> httpcore2.NetworkStream:
        self.dialled.append(address)
        return dial_tcp("127.0.0.1", self.port, timeout)

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._server.accept()
                threading.Thread(target=self._reply, args=(connection,), daemon=True).start()

    def _reply(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            with self._lock:
                self._now += 1
                self.most_at_once = max(self.most_at_once, self._now)
            request = b""
            while b"\r\n\r\n" not in request and (more := connection.recv(65536)):
                request += more
            line, _, rest = request.partition(b"\r\n\r\n")[0].partition(b"\r\n")
            fields = email.message_from_bytes(rest)
            end = request.index(b"\r\n\r\n") + 4 + int(fields.get("Content-Length", 0))
            while len(request) < end and (more := connection.recv(65536)):
                request += more
            place = fields["Host"].split(":")[0] + line.decode("latin-1").split(" ")[1]
            self.asked.append(place)
            self.requests.append(request.decode("latin-1"))
            replies = self.pages.get(place, [answer(b"", "404 Not Found")])
            reply = replies.pop(0) if len(replies) > 1 else replies[0]
            if callable(reply):
                reply(connection)
            else:
                connection.sendall(reply)
        with self._lock:
            self._now -= 1


class StillClock(Clock):
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self._passed = 0.0

    def now(self) -> datetime:
        return datetime(2031, 5, 7, 9, 0, tzinfo=UTC) + timedelta(seconds=self._passed)

    def passed(self) -> float:
        return self._passed

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self._passed += seconds


def policy(**changes: Any) -> Policy:
    settings: dict[str, Any] = {"version": "9.9", "read_timeout": 20.0, "whole_timeout": 40.0, **changes}
    return Policy(**settings)


def fetch(
    web: Web, file: Path, *urls: str, clock: StillClock | None = None, follow: Follow | None = None, **changes: Any
) -> list[Fetched]:
    """One run of fetching into a file."""
    time = clock or StillClock()
    with Keeper(file, time, "Firsthand/9.9") as keeper:
        return list(fetch_urls(urls, keeper, policy(**changes), network=web.network, clock=time, follow=follow))
