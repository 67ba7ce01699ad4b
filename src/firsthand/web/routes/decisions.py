"""The book of decisions: who decided what, when, and what was taken back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Path, Query, Request, Response

from firsthand.api.asking import Decider, Reader
from firsthand.api.state import TheStore
from firsthand.desk import deciding

from ..views.decided import told
from ..words import link
from .doorway import ThePages, back_to, notice_of
from .stories import Cursor
from .story import Done, shown

router = APIRouter()


@router.get("/decisions")
def decisions(
    request: Request,
    person: Reader,
    store: TheStore,
    pages: ThePages,
    story: Annotated[str, Query(max_length=80)] = "",
    cursor: Cursor = None,
    done: Done = None,
) -> Response:
    """Of one story or of all, the newest first."""
    found = deciding.decisions(store, story or None, cursor)
    titles = {one: row.title for one in {line.story for line in found.items} if (row := shown(store, one))}
    here = link("/decisions", (("story", story), ("cursor", cursor)))
    return pages.answer(
        request,
        "decisions.html",
        rows=[(line, told(line)) for line in found.items],
        titles=titles,
        story=shown(store, story) if story else None,
        here=here,
        following=link("/decisions", (("story", story), ("cursor", found.next))) if found.next else None,
        notice=notice_of(store, done, here),
    )


@router.post("/decisions/{number}/undo")
def undo(
    request: Request,
    person: Decider,
    store: TheStore,
    number: Annotated[int, Path(ge=0, le=2**53)],
    back: Annotated[str, Form(max_length=2000)] = "/decisions",
) -> Response:
    """Take a decision back; the line of it stays in the book."""
    decision = deciding.undo(store, number, person.name)
    request.state.subject = f"decision {number}"
    return back_to(back, decision.id, "/decisions")
