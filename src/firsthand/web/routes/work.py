"""Work: how far the worker is, and what could not be read, with the reason."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response

from firsthand.api.asking import Reader
from firsthand.api.state import TheStore
from firsthand.desk import reading, telling, working

from ..words import Chip, link
from .doorway import ThePages
from .stories import Cursor

router = APIRouter()
State = Literal["", "new", "done", "failed"]
_STATES: tuple[tuple[State, str], ...] = (("", "All"), ("new", "Waiting"), ("failed", "Failed"), ("done", "Read"))


@router.get("/work")
def work(
    request: Request, person: Reader, store: TheStore, pages: ThePages, state: State = "", cursor: Cursor = None
) -> Response:
    """Progress and the pages, the newest first."""
    progress = working.progress(store)
    found = reading.queue(store, state=state or None, cursor=cursor)
    counted = {"": None, "new": progress.waiting, "failed": progress.failed, "done": progress.done}
    return pages.answer(
        request,
        "work.html",
        progress=progress,
        busy=bool(progress.waiting or progress.stories_waiting),
        rows=found.items,
        following=link("/work", (("state", state), ("cursor", found.next))) if found.next else None,
        states=[
            Chip(
                text=words if counted[one] is None else f"{words} {counted[one]}",
                href=link("/work", (("state", one),)),
                here=one == state,
            )
            for one, words in _STATES
        ],
        after=telling.latest(store),
    )
