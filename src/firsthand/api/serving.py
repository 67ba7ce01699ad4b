"""Listening: the HTTP server under the application, set up as this one wants it."""

from __future__ import annotations

from types import FrameType

from fastapi import FastAPI

from .settings import Settings
from .state import Desk

GRACE = 5
"""Seconds for what is under way when the server is told to stop."""
CONNECTIONS = 1_000
"""Open at once; more are told 503."""
HEAD = 32_768
"""Bytes of a request's line and headers."""


def listen(app: FastAPI, settings: Settings) -> None:
    """Answer until interrupted.

    What a proxy says of the client is believed only where a public address is set, and only of a proxy on this machine.
    """
    import uvicorn

    desk: Desk = app.state.desk

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            desk.tail.close()
            super().handle_exit(sig, frame)

    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        server_header=False,
        proxy_headers=settings.public is not None,
        forwarded_allow_ips="127.0.0.1,::1",
        timeout_keep_alive=15,
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=CONNECTIONS,
        h11_max_incomplete_event_size=HEAD,
    )
    Server(config).run()
