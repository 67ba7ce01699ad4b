"""The list of stories: newest or weightiest first, filtered, and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from firsthand.api.asking import Reader
from firsthand.api.state import TheStore
from firsthand.api.streams import follow
from firsthand.desk import reading, telling, watching
from firsthand.desk.values import Counts, Listing, StoryRow
from firsthand.report import wording
from firsthand.store.opening import Store

from ..views.tables import as_csv
from ..words import Chip, link
from .doorway import LONGEST_QUERY, ThePages

router = APIRouter()
_ON_A_PAGE = 30
_MOST_IN_A_TABLE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which stories, and in which order."""

    order: str
    standing: str
    group: str
    text: str

    def link(self, path: str = "/", **other: str | None) -> str:
        """The address of this list with something changed."""
        own: dict[str, str | None] = {
            "order": self.order if self.order != "newest" else None,
            "standing": self.standing,
            "group": self.group,
            "text": self.text,
        }
        return link(path, {**own, **other}.items())


def wanted_of(
    order: Literal["newest", "weight"] = "newest",
    standing: Literal["", "disputed", "single-origin"] = "",
    group: Annotated[str, Query(max_length=LONGEST_QUERY)] = "",
    text: Annotated[str, Query(max_length=LONGEST_QUERY)] = "",
) -> Wanted:
    """From the address."""
    return Wanted(order=order, standing=standing, group=group, text=text.strip())


TheWanted = Annotated[Wanted, Depends(wanted_of)]
Cursor = Annotated[str | None, Query(max_length=LONGEST_QUERY)]


@router.get("/")
def all_stories(
    request: Request, person: Reader, store: TheStore, pages: ThePages, wanted: TheWanted, cursor: Cursor = None
) -> Response:
    """Stories with their standing at a glance."""
    after = telling.latest(store)
    found = _listing(store, wanted, cursor, _ON_A_PAGE)
    counts = reading.counts(store)
    return pages.answer(
        request,
        "stories.html",
        rows=found.items,
        following=wanted.link(cursor=found.next) if found.next else None,
        table=wanted.link("/stories.csv"),
        empty=not counts.stories and not counts.pages,
        counts=_counted(counts),
        after=after,
        text=wanted.text,
        kept=[
            (name, value)
            for name, value in (("order", wanted.order), ("standing", wanted.standing), ("group", wanted.group))
            if value
        ],
        orders=[
            Chip(text=words, href=wanted.link(order=None if order == "newest" else order), here=wanted.order == order)
            for order, words in (("newest", "Newest"), ("weight", "Weightiest"))
        ],
        standings=[
            Chip(text=words, href=wanted.link(standing=standing or None), here=wanted.standing == standing)
            for standing, words in (("", "All"), ("disputed", "Disputed"), ("single-origin", "One origin"))
        ],
        groups=_groups(store, wanted),
    )


@router.get("/stories.csv")
def table(person: Reader, store: TheStore, wanted: TheWanted) -> Response:
    """The same list as a table, up to a thousand stories."""
    rows: list[StoryRow] = []
    cursor = None
    while len(rows) < _MOST_IN_A_TABLE:
        found = _listing(store, wanted, cursor, 100)
        rows += found.items
        cursor = found.next
        if cursor is None:
            break
    columns = (
        "id", "title", "event_date", "event_place", "articles", "publishers", "updated", "origins_min", "origins_max",
        "findings", "major", "disputed", "single_origin", "claims",
    )  # fmt: skip
    cells = ([_cell(row, column) for column in columns] for row in rows)
    return Response(
        as_csv(columns, cells),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="stories.csv"'},
    )


@router.get("/live")
async def live(
    request: Request, person: Reader, after: Annotated[int | None, Query(ge=0, le=2**53)] = None
) -> Response:
    """What happens on the desk, as it happens."""
    return await follow(request, person, after=after)


def _listing(store: Store, wanted: Wanted, cursor: str | None, limit: int) -> Listing[StoryRow]:
    return reading.stories(
        store,
        order="weight" if wanted.order == "weight" else "newest",
        text=wanted.text or None,
        disputed=True if wanted.standing == "disputed" else None,
        single_origin=True if wanted.standing == "single-origin" else None,
        feed_group=wanted.group or None,
        cursor=cursor,
        limit=limit,
    )


def _groups(store: Store, wanted: Wanted) -> list[Chip]:
    groups = sorted({feed.group for feed in watching.feeds(store) if feed.group})
    if not groups:
        return []
    all_ = Chip(text="All feeds", href=wanted.link(group=None), here=not wanted.group)
    return [all_, *(Chip(text=one, href=wanted.link(group=one), here=wanted.group == one) for one in groups)]


def _counted(counts: Counts) -> str:
    return ", ".join(
        (
            wording.count(counts.stories, "story", "stories"),
            wording.count(counts.articles, "article"),
            wording.count(counts.findings, "finding"),
        )
    )


def _cell(row: StoryRow, column: str) -> object:
    value = getattr(row, column)
    return "; ".join(value) if isinstance(value, tuple) else value
