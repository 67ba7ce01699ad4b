"""Search over stories, claims, articles and sources."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from firsthand.api.asking import Reader
from firsthand.api.state import TheStore
from firsthand.desk import search as searching
from firsthand.desk.values import Hit
from firsthand.report.marking import pieces_of
from firsthand.report.neutral import neutral

from ..views.tables import as_csv
from ..words import Chip, link
from .doorway import LONGEST_QUERY, ThePages
from .stories import Cursor

router = APIRouter()
Kind = Literal["", "story", "claim", "article", "source"]
Asked = Annotated[str, Query(max_length=LONGEST_QUERY)]
_KINDS: tuple[tuple[Kind, str], ...] = (
    ("", "Everything"),
    ("story", "Stories"),
    ("claim", "Claims"),
    ("article", "Articles"),
    ("source", "Sources"),
)


@router.get("/search")
def search(
    request: Request,
    person: Reader,
    store: TheStore,
    pages: ThePages,
    q: Asked = "",
    kind: Kind = "",
    cursor: Cursor = None,
) -> Response:
    """What the store has of some words."""
    asked = q.strip()
    found = searching.search(store, asked, kinds=(kind,) if kind else (), cursor=cursor) if asked else None
    return pages.answer(
        request,
        "search.html",
        asked=asked,
        hits=[(hit, place_of(hit), pieces_of(neutral(hit.snippet), hit.marks)) for hit in found.items] if found else [],
        following=link("/search", (("q", asked), ("kind", kind), ("cursor", found.next)))
        if found and found.next
        else None,
        table=link("/search.csv", (("q", asked), ("kind", kind))),
        kinds=[
            Chip(text=words, href=link("/search", (("q", asked), ("kind", one))), here=one == kind)
            for one, words in _KINDS
        ],
    )


@router.get("/search.csv")
def table(person: Reader, store: TheStore, q: Asked = "", kind: Kind = "") -> Response:
    """The first two hundred hits as a table."""
    asked = q.strip()
    found = searching.search(store, asked, kinds=(kind,) if kind else (), limit=200).items if asked else ()
    rows = ((hit.kind, hit.title, hit.snippet, hit.story or "", hit.id) for hit in found)
    return Response(
        as_csv(("kind", "title", "words", "story", "id"), rows),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="search.csv"'},
    )


def place_of(hit: Hit) -> str:
    """Where a hit is shown."""
    if hit.kind == "source":
        return f"/sources/{hit.id}"
    if hit.kind in ("claim", "article") and hit.story:
        return f"/stories/{hit.story}/at/{hit.kind}/{hit.id}"
    return f"/stories/{hit.story or hit.id}"
