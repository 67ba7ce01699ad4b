"""Checks: the fact-checker's first move."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from firsthand.desk import checking

from ..answers import answered
from ..asking import Checker
from ..shapes.checks import Check, CheckAsked
from ..shapes.plain import check_data
from ..state import TheStore

router = APIRouter(tags=["check"])


@router.post("/check", response_model=Check)
def check(request: Request, store: TheStore, who: Checker, asked: CheckAsked) -> Response:
    """Here is a sentence or an article: which story and claim is it, who else says so, on what, and who differs?

    Nothing is kept of what is sent.
    """
    found = checking.check(store, asked.text, limit=asked.limit)
    return answered(request, Check.model_validate(check_data(found)))
