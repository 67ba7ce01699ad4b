"""Decisions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from firsthand.desk import deciding

from ..answers import answered, listed
from ..asking import Decider, Reader
from ..parameters import Cursor, Filter, Limit, Number
from ..shapes.decisions import Decision, DecisionAsked, Decisions
from ..state import TheStore

router = APIRouter(tags=["decisions"])


@router.get("/decisions", response_model=Decisions)
def decisions(
    request: Request,
    store: TheStore,
    who: Reader,
    story: Annotated[Filter, Query(description="Only those on this story.")] = None,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> Response:
    """What people have decided, the newest first."""
    found = deciding.decisions(store, story, cursor, limit)
    return listed(request, Decisions.model_validate(found), found.next)


@router.post("/decisions", response_model=Decision, status_code=201)
def decide(request: Request, store: TheStore, who: Decider, asked: DecisionAsked) -> Response:
    """Judge a finding, claim or story right or wrong, merge or split stories or claims, or write a note."""
    made = deciding.decide(
        store,
        who=who.name,
        subject_kind=asked.subject_kind,
        subject=asked.subject,
        story=asked.story,
        verdict=asked.verdict,
        note=asked.note,
        detail=asked.detail,
    )
    request.state.subject = f"{made.verdict} {made.subject}"
    return answered(request, Decision.model_validate(made), status=201)


@router.post("/decisions/{number}/undo", response_model=Decision, status_code=201)
def undo(request: Request, store: TheStore, who: Decider, number: Number) -> Response:
    """Take a decision back. It stays in the book, with who took it back."""
    request.state.subject = f"undo {number}"
    return answered(request, Decision.model_validate(deciding.undo(store, number, who.name)), status=201)
