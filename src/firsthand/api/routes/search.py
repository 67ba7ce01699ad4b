"""Search over stories, claims, articles and sources."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from firsthand.desk import search as searching

from ..answers import listed
from ..asking import Reader
from ..parameters import Asked, Cursor, Limit
from ..shapes.search import Hits, Kind
from ..state import TheStore

router = APIRouter(tags=["search"])


@router.get("/search", response_model=Hits)
def search(
    request: Request,
    store: TheStore,
    who: Reader,
    text: Annotated[Asked, Query(description="Words to look for.", examples=["harbour bridge"])],
    kinds: Annotated[list[Kind], Query(max_length=4, description="Only these; all, if none is named.")] = [],  # noqa: B006
    cursor: Cursor = None,
    limit: Limit = 20,
) -> Response:
    """What holds these words, the best first."""
    found = searching.search(store, text, kinds=tuple(dict.fromkeys(kinds)), cursor=cursor, limit=limit)
    return listed(request, Hits.model_validate(found), found.next)
