"""Sources: what somebody has said, in which stories, and who denies it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from firsthand.api.asking import Reader
from firsthand.api.state import TheStore
from firsthand.desk import citing
from firsthand.desk.errors import NotThere
from firsthand.desk.values import Saying

from ..views.sayings import by_story, place_of
from ..views.tables import as_csv
from ..words import link
from .doorway import LONGEST_QUERY, ThePages
from .stories import Cursor

router = APIRouter()
SourceId = Annotated[str, Path(max_length=120)]
_MOST_IN_A_TABLE = 2000


@router.get("/sources")
def all_sources(
    request: Request,
    person: Reader,
    store: TheStore,
    pages: ThePages,
    text: Annotated[str, Query(max_length=LONGEST_QUERY)] = "",
    cursor: Cursor = None,
) -> Response:
    """Who is cited, most often first."""
    asked = text.strip()
    found = citing.sources(store, asked or None, cursor)
    return pages.answer(
        request,
        "sources.html",
        rows=found.items,
        text=asked,
        following=link("/sources", (("text", asked), ("cursor", found.next))) if found.next else None,
    )


@router.get("/sources/{source}")
def one_source(
    request: Request, person: Reader, store: TheStore, pages: ThePages, source: SourceId, cursor: Cursor = None
) -> Response:
    """What one source is cited for, story by story."""
    found = citing.source(store, source, cursor)
    if found is None:
        raise NotThere("There is no such source in the store.")
    following = found.sayings.next
    return pages.answer(
        request,
        "source.html",
        source=found.row,
        stories=by_story(found.sayings.items),
        place_of=place_of,
        following=link(f"/sources/{source}", (("cursor", following),)) if following else None,
    )


@router.get("/sources/{source}/sayings.csv")
def table(person: Reader, store: TheStore, source: SourceId) -> Response:
    """The same as a table."""
    rows: list[Saying] = []
    cursor = None
    while len(rows) < _MOST_IN_A_TABLE:
        found = citing.source(store, source, cursor)
        if found is None:
            raise NotThere("There is no such source in the store.")
        rows += found.sayings.items
        cursor = found.sayings.next
        if cursor is None:
            break
    columns = ("name", "when", "publisher", "stance", "quote", "claim", "denied_by", "story_title", "story", "article")
    cells = (
        (one.name, one.when, one.publisher, one.stance, one.quote, one.claim, "; ".join(one.denied_by), one.story_title,
         one.story, one.article)
        for one in rows
    )  # fmt: skip
    return Response(
        as_csv(columns, cells),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="sayings.csv"'},
    )
