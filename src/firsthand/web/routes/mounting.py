"""Puts the pages into the application."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from ..assets import assets
from ..pages import Pages
from ..receipts import Receipts
from ..rendered import Rendered
from . import (
    access,
    adding,
    beside,
    checking,
    closing,
    decisions,
    exporting,
    feeds,
    judging,
    pointing,
    search,
    sources,
    stories,
    story,
    walking,
    work,
)

ROUTERS = (
    stories.router,
    exporting.router,
    pointing.router,
    story.router,
    beside.router,
    walking.router,
    judging.router,
    closing.router,
    search.router,
    sources.router,
    checking.router,
    adding.router,
    feeds.router,
    work.router,
    decisions.router,
    access.router,
)


def add_pages(app: FastAPI) -> None:
    """The pages for people: `app.state.desk` must be there, and the guards before it."""
    pages = Pages()
    app.state.pages = pages
    app.state.rendered = Rendered()
    app.state.receipts = Receipts[object]()
    app.state.problem_page = pages.problem
    app.mount("/static", _static, name="static")
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)


async def _static(scope: Scope, receive: Receive, send: Send) -> None:
    """A style sheet or script, from memory; its address changes with its content."""
    found = assets().get(scope["path"].rpartition("/")[2]) if scope["type"] == "http" else None
    status, body, media_type = (200, found.content, found.media_type) if found else (404, b"", "text/plain")
    keep = b"public, max-age=31536000, immutable" if found else b"no-store"
    headers = [
        (b"content-type", media_type.encode()),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", keep),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
