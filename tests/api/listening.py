"""The application behind a real server, for what a test client cannot do: streams, and being told to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn
from fastapi import FastAPI


@contextmanager
def listening(app: FastAPI) -> Iterator[httpx.Client]:
    """A client of the application, served on a port of its own until the block ends."""
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(20)


def events_of(lines: Iterator[str], count: int) -> list[dict[str, str]]:
    """The next events of a stream, as they travel; remarks are passed over."""
    found: list[dict[str, str]] = []
    event: dict[str, str] = {}
    for line in lines:
        if line:
            name, _, value = line.partition(": ")
            if name in ("id", "event", "data"):
                event[name] = value
        elif event:
            found.append(event)
            event = {}
            if len(found) == count:
                break
    return found
