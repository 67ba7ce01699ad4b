"""Watches: webhooks."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from firsthand.desk import telling

from ..answers import answered
from ..asking import Watcher
from ..parameters import Number
from ..shapes.watches import NewWatch, WatchAsked, Watches
from ..state import TheDesk, TheStore

router = APIRouter(tags=["watches"])


@router.get("/watches", response_model=Watches)
def watches(request: Request, store: TheStore, who: Watcher) -> Response:
    """All webhooks, with how they fare."""
    return answered(request, Watches.model_validate({"items": telling.watches(store)}))


@router.post("/watches", response_model=NewWatch, status_code=201)
def add_watch(request: Request, desk: TheDesk, who: Watcher, asked: WatchAsked) -> Response:
    """Tell this address of what happens from now on. The answer holds what deliveries are signed with, this once."""
    made = telling.add_watch(
        desk.store,
        asked.url,
        who.name,
        story=asked.story,
        kinds=tuple(dict.fromkeys(asked.kinds)),
        allow_private=desk.settings.allow_private,
    )
    request.state.subject = f"webhook {made.id}"
    response = answered(request, NewWatch.model_validate(made), status=201)
    response.headers["Cache-Control"] = "no-store"
    return response


@router.delete("/watches/{number}", status_code=204, response_class=Response)
def remove_watch(request: Request, store: TheStore, who: Watcher, number: Number) -> None:
    """Tell it no longer."""
    request.state.subject = f"webhook {number}"
    telling.remove_watch(store, number)
