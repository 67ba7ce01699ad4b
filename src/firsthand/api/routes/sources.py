"""Sources."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from firsthand.desk import reading
from firsthand.desk.errors import NotThere

from ..answers import listed
from ..asking import Reader
from ..parameters import Cursor, Filter, Limit, SourceInPath
from ..shapes.sources import Sayings, Sources
from ..state import TheStore

router = APIRouter(tags=["sources"])


@router.get("/sources", response_model=Sources)
def sources(
    request: Request,
    store: TheStore,
    who: Reader,
    text: Annotated[Filter, Query(description="Words of a name.")] = None,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> Response:
    """Who is cited, those cited most first."""
    found = reading.sources(store, text=text, cursor=cursor, limit=limit)
    return listed(request, Sources.model_validate(found), found.next)


@router.get("/sources/{source}", response_model=Sayings)
def source(
    request: Request, store: TheStore, who: Reader, source: SourceInPath, cursor: Cursor = None, limit: Limit = 30
) -> Response:
    """What one source is cited for, in which stories, and who denies it; the newest first."""
    found = reading.source(store, source, cursor=cursor, limit=limit)
    if found is None:
        raise NotThere("there is no such source")
    shape = Sayings.model_validate({"items": found.sayings.items, "next": found.sayings.next, "source": found.row})
    return listed(request, shape, found.sayings.next)
