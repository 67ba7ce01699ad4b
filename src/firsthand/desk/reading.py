"""What people read: stories in order, one story whole, an article with its page, and the queue of pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from sqlalchemy import ColumnElement, Connection, exists, func, select, tuple_

from firsthand.model import Article, Event, Independence, Lineage, Page, Report, Story, StoryReport
from firsthand.pages.originals import page_again
from firsthand.store import articles as kept
from firsthand.store import pages
from firsthand.store import stories as members
from firsthand.store.opening import Store
from firsthand.store.packing import storable, unpacked
from firsthand.store.tables import (
    ARTICLES,
    CLAIMS,
    FEEDS,
    FINDINGS,
    MEMBERSHIP,
    PAGES,
    SOURCES,
    STORIES,
)
from firsthand.store.tables.base import AnyRow

from .citing import source, sources
from .cursors import after
from .cursors import cursor as _cursor
from .errors import NotThere
from .judging import arranged_in, decisions_on, holding
from .originals import original_of
from .rows import PENDING, SHOWN, article_row, story_row
from .search import stories_with
from .values import ArticleRow, Counts, Listing, PageRow, PageState, StoryPage, StoryRow

__all__ = [
    "arrived",
    "article",
    "article_rows",
    "counts",
    "moved",
    "page",
    "page_bytes",
    "queue",
    "source",
    "sources",
    "stories",
    "story",
]

Order = Literal["weight", "newest"]
MOST = 200
"""Rows of one stretch of a list."""


def stories(
    store: Store,
    *,
    order: Order = "weight",
    text: str | None = None,
    disputed: bool | None = None,
    single_origin: bool | None = None,
    feed_group: str | None = None,
    since: str | None = None,
    cursor: str | None = None,
    limit: int = 30,
) -> Listing[StoryRow]:
    """Stories, the heaviest or the newest first. `text`: only those that a search finds; `feed_group`: only those with
    a page of such a feed; `since`: only those that changed at or after a time (ISO 8601).

    Raises:
        Refused: the cursor is none of this list's.
    """
    key = STORIES.c.weight if order == "weight" else STORIES.c.updated
    asked = select(*SHOWN, PENDING).order_by(key.desc(), STORIES.c.id.desc())
    place = after(cursor, float if order == "weight" else str, str)
    if place is not None:
        asked = asked.where(tuple_(key, STORIES.c.id) < tuple_(*place))
    limit = _most(limit)
    with store.read() as connection:
        for wanted in _filters(connection, text, disputed, single_origin, feed_group, since):
            asked = asked.where(wanted)
        rows = connection.execute(asked.limit(limit + 1)).all()
    last = rows[limit - 1] if len(rows) > limit else None
    name = "weight" if order == "weight" else "updated"
    return Listing(
        items=tuple(story_row(row) for row in rows[:limit]),
        next=_cursor(last._mapping[name], last.id) if last is not None else None,
    )


def story(store: Store, name: str) -> StoryPage | None:
    """One story with its report, followed to where it has gone; None where there is none. `arrived` are the articles
    that came after the report was made; until a new story has its first one, that is empty but for its articles."""
    with store.read() as connection:
        name = members.root_of(connection, name)
        row = connection.execute(select(*SHOWN, STORIES.c.report, PENDING).where(STORIES.c.id == name)).first()
        if row is None:
            return None
        own = connection.scalars(
            select(MEMBERSHIP.c.article).where(MEMBERSHIP.c.story == name).order_by(MEMBERSHIP.c.number)
        ).all()
        made = unpacked(row.report, StoryReport) if row.report else _unread(row, tuple(own))
        found = kept.articles_of(connection, made.story.articles)
        arrived = [article_row(one) for one in kept.shown(connection, sorted(set(own) - set(made.story.articles)))]
        sources = pages.shown_pages(connection, list(dict.fromkeys(article.page for article in found)))
        held = holding(connection)
    report = Report(pages=tuple(sources), articles=tuple(found), stories=(made,), failures=())
    return StoryPage(
        row=story_row(row),
        report=report,
        arrived=tuple(arrived),
        judged=decisions_on(made, held),
        arranged=arranged_in(made, held),
        notes=tuple(one for one in held if one.verdict == "note" and one.story == name),
    )


def arrived(store: Store, name: str) -> tuple[ArticleRow, ...]:
    """The articles of a story that came after its report was made, or before it has one."""
    with store.read() as connection:
        report = connection.scalar(select(STORIES.c.report).where(STORIES.c.id == name))
        known = set(unpacked(report, StoryReport).story.articles) if report else set()
        new = [one for one in members.members_of(connection, name) if one not in known]
        return tuple(article_row(one) for one in kept.shown(connection, new))


def moved(store: Store, name: str) -> str | None:
    """The story that another has gone into; None where it has not."""
    with store.read() as connection:
        root = members.root_of(connection, name)
    return root if root != name else None


def article(store: Store, name: str) -> tuple[Article, Page]:
    """One article, and its page as it was found, text and all.

    Raises:
        NotThere: there is none of this id.
    """
    with store.read() as connection:
        found = kept.article_of(connection, name)
        page = pages.page_of(connection, found.page) if found else None
    if found is None or page is None:
        raise NotThere("no such article")
    made = page_again(original_of(page), page.id)
    return found, replace(made, text=storable(made.text))


def article_rows(store: Store, names: Sequence[str]) -> tuple[ArticleRow, ...]:
    """What lists show of articles, in order of arrival; those that are not there are left out."""
    with store.read() as connection:
        return tuple(article_row(row) for row in kept.shown(connection, names))


def page_bytes(store: Store, name: str) -> bytes:
    """The bytes of a page as they were found.

    Raises:
        NotThere: there is none of this id.
    """
    with store.read() as connection:
        found = pages.page_of(connection, name)
    if found is None:
        raise NotThere("no such page")
    return found.data


def queue(
    store: Store, *, state: PageState | None = None, cursor: str | None = None, limit: int = 50
) -> Listing[PageRow]:
    """Pages, the last to come first: all, or those in one state.

    Raises:
        Refused: the cursor is none of this list's.
    """
    asked = select(PAGES).order_by(PAGES.c.number.desc())
    if state is not None:
        asked = asked.where(PAGES.c.state == state)
    place = after(cursor, int)
    if place is not None:
        asked = asked.where(PAGES.c.number < place[0])
    limit = _most(limit)
    with store.read() as connection:
        rows = connection.execute(asked.limit(limit + 1)).all()
        shown = [_page_row(row, _articles_on(connection, row.id)) for row in rows[:limit]]
    return Listing(items=tuple(shown), next=_cursor(rows[limit - 1].number) if len(rows) > limit else None)


def page(store: Store, name: str) -> PageRow | None:
    """What became of one page."""
    with store.read() as connection:
        row = connection.execute(select(PAGES).where(PAGES.c.id == name)).first()
        return _page_row(row, _articles_on(connection, name)) if row else None


def counts(store: Store) -> Counts:
    """How much the store holds. Large tables are counted by their keys, which is quick; see `docs/desk.md`."""
    with store.read() as connection:
        found = {
            name: int(connection.scalar(select(func.count()).select_from(table)) or 0)
            for name, table in (("pages", PAGES), ("articles", MEMBERSHIP), ("stories", STORIES), ("claims", CLAIMS),
                                ("sources", SOURCES), ("feeds", FEEDS))
        }  # fmt: skip
        standing = select(func.count()).select_from(FINDINGS).where(FINDINGS.c.dismissed.is_(False))
        found["findings"] = int(connection.scalar(standing) or 0)
    return Counts(**found)


def _filters(
    connection: Connection,
    text: str | None,
    disputed: bool | None,
    single_origin: bool | None,
    feed_group: str | None,
    since: str | None,
) -> Iterator[ColumnElement[bool]]:
    if disputed is not None:
        yield STORIES.c.disputed.is_(disputed)
    if single_origin is not None:
        yield STORIES.c.single_origin.is_(single_origin)
    if since is not None:
        yield STORIES.c.updated >= since
    if feed_group is not None:
        yield exists(
            select(MEMBERSHIP.c.article)
            .join(ARTICLES, ARTICLES.c.id == MEMBERSHIP.c.article)
            .join(PAGES, PAGES.c.id == ARTICLES.c.page)
            .join(FEEDS, FEEDS.c.url == PAGES.c.feed)
            .where(MEMBERSHIP.c.story == STORIES.c.id, FEEDS.c.group_name == feed_group)
        )
    found = stories_with(connection, text) if text is not None else None
    if found is not None:
        yield STORIES.c.id.in_(found)


def _page_row(row: AnyRow, found: Sequence[ArticleRow]) -> PageRow:
    fields = {name: getattr(row, name) for name in PageRow.__dataclass_fields__ if name != "articles"}
    return PageRow(**fields, articles=tuple(found))


def _articles_on(connection: Connection, name: str) -> list[ArticleRow]:
    names = connection.scalars(select(ARTICLES.c.id).where(ARTICLES.c.page == name)).all()
    return [article_row(row) for row in kept.shown(connection, names)]


def _unread(row: AnyRow, own: tuple[str, ...]) -> StoryReport:
    """The report of a story whose accounts have not been compared yet."""
    why = "The accounts have not been compared yet."
    return StoryReport(
        story=Story(id=row.id, title=row.title, articles=own, event=Event(date=None, place=None)),
        lineage=Lineage(overlaps=(), origins=(), independence=Independence(min=0, max=len(own), why=why)),
        claims=(),
        findings=(),
        timeline=(),
    )


def _most(limit: int) -> int:
    return max(1, min(limit, MOST))
