"""Check: here is a sentence or an article. Who else says so, on how many independent origins, and who differs?"""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, Form, Query, Request, Response

from firsthand.api.aside import aside
from firsthand.api.asking import Checker
from firsthand.api.state import TheDesk
from firsthand.desk.checking import check_text
from firsthand.desk.values import Check

from ..views.sayings import place_of
from ..words import link
from .doorway import ThePages, TheReceipts, see

router = APIRouter()
_IN_ADDRESS = 1200  # characters: a sentence or two, so that the answer's address can be sent to a colleague
_LONGEST = 200_000


@router.get("/check")
async def check(
    request: Request,
    person: Checker,
    desk: TheDesk,
    pages: ThePages,
    receipts: TheReceipts,
    text: Annotated[str, Query(max_length=2 * _IN_ADDRESS)] = "",
    result: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """The form, with the answer where something is asked."""
    asked, answer, gone = text.strip(), None, False
    if result:
        kept = cast("tuple[str, Check] | None", receipts.get(result))
        gone = kept is None
        if kept:
            asked, answer = kept
    elif asked:
        answer = await aside(request, desk.apart, check_text, asked)
    return pages.answer(request, "check.html", text=asked, check=answer, gone=gone, place_of=place_of)


@router.post("/check")
async def ask(
    request: Request,
    person: Checker,
    desk: TheDesk,
    receipts: TheReceipts,
    text: Annotated[str, Form(max_length=_LONGEST)] = "",
) -> Response:
    """What is short goes into the address; of a whole article the answer is kept for a while."""
    asked = text.strip()
    if len(asked) <= _IN_ADDRESS:
        return see(link("/check", (("text", asked),)))
    answer = await aside(request, desk.apart, check_text, asked)
    return see(link("/check", (("result", receipts.keep((asked, answer))),)))
