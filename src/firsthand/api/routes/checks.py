"""Checks: the fact-checker's first move."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from firsthand.desk.checking import check_address, check_text
from firsthand.desk.values import Check as Found

from ..answers import answered
from ..aside import aside
from ..asking import Checker
from ..shapes.checks import Check, CheckAddressAsked, CheckAsked
from ..shapes.plain import check_data
from ..state import TheDesk

router = APIRouter(tags=["check"])


@router.post("/check", response_model=Check)
async def check(request: Request, desk: TheDesk, who: Checker, asked: CheckAsked) -> Response:
    """Here is a sentence or an article: which story and claim is it, who else says so, on what, and who differs?

    Nothing is kept of what is sent.
    """
    return _told(request, await aside(request, desk.apart, check_text, asked.text, asked.limit))


@router.post("/check/url", response_model=Check)
async def check_url(request: Request, desk: TheDesk, who: Checker, asked: CheckAddressAsked) -> Response:
    """The same of the article at an address, which is fetched for it, and not kept."""
    return _told(request, await aside(request, desk.apart, check_address, asked.url, desk.policy, asked.limit))


def _told(request: Request, found: Found) -> Response:
    return answered(request, Check.model_validate(check_data(found)))
