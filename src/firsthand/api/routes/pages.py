"""Pages: what comes in, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from firsthand.desk import intake, reading
from firsthand.desk.errors import NotThere

from ..answers import answered, listed
from ..aside import aside
from ..asking import Adder, Reader
from ..parameters import Cursor, Limit, PageInPath
from ..shapes.pages import AddressesAsked, AllTaken, PageInList, Pages, State, TextAsked
from ..state import Desk, TheDesk, TheStore
from ..uploads import FILES, take_uploads

router = APIRouter(tags=["pages"])


@router.get("/pages", response_model=Pages)
def pages(
    request: Request,
    store: TheStore,
    who: Reader,
    state: Annotated[State | None, Query(description="Only those in this state.")] = None,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> Response:
    """Pages and what became of them, the newest first."""
    found = reading.queue(store, state=state, cursor=cursor, limit=limit)
    return listed(request, Pages.model_validate(found), found.next)


@router.get("/pages/{page}", response_model=PageInList)
def page(request: Request, store: TheStore, who: Reader, page: PageInPath) -> Response:
    """One page and what became of it."""
    found = reading.page(store, page)
    if found is None:
        raise NotThere("there is no such page")
    return answered(request, PageInList.model_validate(found))


@router.post("/pages", response_model=AllTaken, status_code=202, openapi_extra=FILES)
async def add_files(request: Request, desk: TheDesk, who: Adder) -> Response:
    """Bring files: saved pages, texts, Markdown, archives, feeds. They are kept now and read soon."""
    taken = await take_uploads(request, desk, who.name)
    return answered(request, _all(taken), status=202)


@router.post("/pages/text", response_model=AllTaken, status_code=202)
def add_text(request: Request, store: TheStore, who: Adder, asked: TextAsked) -> Response:
    """Bring the text of an article, pasted."""
    taken = list(intake.take_text(store, asked.text, asked.url, who.name))
    request.state.subject = ", ".join(one.page or one.path for one in taken)
    return answered(request, _all(taken), status=202)


@router.post("/pages/urls", response_model=AllTaken, status_code=202)
async def add_urls(request: Request, desk: TheDesk, who: Adder, asked: AddressesAsked) -> Response:
    """Bring pages of the web: fetched politely, and only where their sites allow it."""
    request.state.subject = " ".join(asked.urls)
    taken = await aside(request, _take_urls, desk, asked.urls, who.name)
    return answered(request, _all(taken), status=202)


def _take_urls(desk: Desk, urls: Sequence[str], who: str) -> Sequence[object]:
    return list(intake.take_urls(desk.store, urls, desk.policy, who))


def _all(taken: Sequence[object]) -> AllTaken:
    return AllTaken.model_validate({"items": taken})
