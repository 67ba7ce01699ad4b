"""Requests that no client would send, straight to the application."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

HOST = (b"host", b"127.0.0.1:8000")


@dataclass
class Answer:
    """What came back, and how many pieces of the body were asked for."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    taken: int = 0


def ask(
    app: Any,
    method: str,
    path: str,
    *,
    headers: Iterable[tuple[bytes, bytes]] = (),
    body: Iterable[bytes] = (b"",),
    query: bytes = b"",
) -> Answer:
    """One request; the body comes piece by piece."""
    answer = Answer()
    pieces: Iterator[bytes] = iter(body)

    async def receive() -> dict[str, Any]:
        answer.taken += 1
        piece = next(pieces, None)
        if piece is None and answer.taken > 1:
            return {"type": "http.request", "body": b"", "more_body": False}
        return {"type": "http.request", "body": piece or b"", "more_body": True}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            answer.body += message.get("body", b"")

    scope = {
        "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": query,
        "headers": [HOST, *headers], "scheme": "http", "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8000),
        "root_path": "", "http_version": "1.1", "state": {},
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    return answer
