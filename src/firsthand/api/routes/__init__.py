"""The API's routes: a router a resource. An endpoint parses, calls one function of the desk, and responds."""

from __future__ import annotations

from fastapi import APIRouter

from . import (
    access,
    articles,
    checks,
    decisions,
    events,
    exports,
    feeds,
    pages,
    progress,
    search,
    sources,
    stories,
    watches,
)

ROUTERS: tuple[APIRouter, ...] = (
    stories.router,
    exports.router,
    articles.router,
    search.router,
    sources.router,
    checks.router,
    pages.router,
    feeds.router,
    decisions.router,
    watches.router,
    events.router,
    progress.router,
    access.router,
)
