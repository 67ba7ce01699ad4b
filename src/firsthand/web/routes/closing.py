"""A case is closed: the story with its pages in a folder that can be checked for good."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from firsthand.api.asking import Decider
from firsthand.api.state import TheStore
from firsthand.desk import deciding

from .doorway import ThePages, decision_of, see
from .story import StoryId, page_of

router = APIRouter()


@router.get("/stories/{story}/close")
def closing(
    request: Request, person: Decider, store: TheStore, pages: ThePages, story: StoryId, closed: int | None = None
) -> Response:
    """What will be sealed."""
    found = page_of(store, story)
    return pages.answer(
        request,
        "close.html",
        story=found.row,
        sealed=found.report.pages,
        report=found.report.stories[0],
        closed=decision_of(store, closed) if closed is not None else None,
    )


@router.post("/stories/{story}/close")
def close(
    request: Request, person: Decider, store: TheStore, story: StoryId, note: Annotated[str, Form(max_length=2000)] = ""
) -> Response:
    """Write into the book of decisions that the case is closed, and lead to the folder."""
    found = page_of(store, story)
    words = f"Case closed at version {found.row.version}" + (f": {note.strip()}" if note.strip() else "")
    decision = deciding.decide(
        store,
        who=person.name,
        subject_kind="story",
        subject=found.row.id,
        story=found.row.id,
        verdict="note",
        note=words,
    )
    request.state.subject = f"{found.row.id} closed"
    return see(f"/stories/{found.row.id}/close?closed={decision.id}")
