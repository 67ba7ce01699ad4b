"""The lineage of a story, to walk through."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from firsthand.api.asking import Reader
from firsthand.api.state import TheStore

from ..views.walk import walk
from .doorway import ThePages
from .story import StoryId, page_of

router = APIRouter()


@router.get("/stories/{story}/lineage")
def lineage(
    request: Request,
    person: Reader,
    store: TheStore,
    pages: ThePages,
    story: StoryId,
    at: Annotated[str, Query(max_length=10)] = "",
    trail: Annotated[str, Query(max_length=120)] = "",
) -> Response:
    """One place of the lineage, and the ways that lead on from there."""
    found = page_of(store, story)
    return pages.answer(
        request, "walk.html", story=found.row, walk=walk(found.report, found.report.stories[0], at, trail)
    )
