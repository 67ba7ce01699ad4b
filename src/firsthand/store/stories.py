"""Which articles are in which story, which stories are to be made anew, and which are no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from .articles import MANY
from .clock import now
from .inserting import insert_new, put
from .tables import ARTICLES, DIRTY, GONE, MEMBERSHIP, META, STORIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Dirty:
    """A story to be made anew, and the stamp that it bore when this was read."""

    story: str
    stamp: int


def story_of(connection: Connection, article: str) -> str | None:
    """The story that an article is in."""
    return connection.scalar(select(MEMBERSHIP.c.story).where(MEMBERSHIP.c.article == article))


def stories_of(connection: Connection, articles: Iterable[str]) -> dict[str, str]:
    """The stories that articles are in."""
    names = list(articles)
    asked = select(MEMBERSHIP.c.article, MEMBERSHIP.c.story)
    return {
        row.article: row.story
        for at in range(0, len(names), MANY)
        for row in connection.execute(asked.where(MEMBERSHIP.c.article.in_(names[at : at + MANY])))
    }


def set_members(connection: Connection, rows: Iterable[tuple[str, str, int]]) -> None:
    """Put articles into stories: article, story, number of arrival."""
    made = [{"article": article, "story": story, "number": number} for article, story, number in rows]
    put(connection, MEMBERSHIP, made, key=("article",))


def root_of(connection: Connection, story: str) -> str:
    """The story that a story has become in the end: itself, as a rule."""
    while (into := connection.scalar(select(GONE.c.into).where(GONE.c.story == story))) is not None:
        story = into
    return story


def members_of(connection: Connection, story: str) -> list[str]:
    """The articles of a story, in order of arrival."""
    asked = select(MEMBERSHIP.c.article).where(MEMBERSHIP.c.story == story).order_by(MEMBERSHIP.c.number)
    return list(connection.scalars(asked))


def come_back(connection: Connection, decision: int) -> None:
    """A story that a person had put into another is one of its own again."""
    connection.execute(delete(GONE).where(GONE.c.decision == decision))


def set_gone(connection: Connection, story: str, into: str, decision: int | None = None) -> None:
    """A story goes into another; nothing where they are one already."""
    old, new = root_of(connection, story), root_of(connection, into)
    if old != new:
        connection.execute(insert(GONE).values(story=old, into=new, decision=decision))


def mark(connection: Connection, stories: Iterable[str]) -> None:
    """Have stories made anew."""
    since = done(connection)
    for story in sorted(set(stories)):
        if not insert_new(connection, DIRTY, {"story": story, "stamp": 1, "since": since}):
            connection.execute(DIRTY.update().where(DIRTY.c.story == story).values(stamp=DIRTY.c.stamp + 1))


def next_dirty(connection: Connection, before: int | None = None) -> Dirty | None:
    """The story that has waited longest, if `before` is given only one that was marked when so many pages were done."""
    asked = select(DIRTY.c.story, DIRTY.c.stamp).order_by(DIRTY.c.since, DIRTY.c.story).limit(1)
    row = connection.execute(asked if before is None else asked.where(DIRTY.c.since <= before)).first()
    return Dirty(story=row.story, stamp=row.stamp) if row else None


def unmark(connection: Connection, dirty: Dirty) -> bool:
    """The story has been made anew; False where it changed in the meantime, and is to be made once more."""
    gone = delete(DIRTY).where(DIRTY.c.story == dirty.story, DIRTY.c.stamp == dirty.stamp)
    return connection.execute(gone).rowcount > 0


def waiting(connection: Connection) -> int:
    """How many stories are to be made anew."""
    return int(connection.scalar(select(func.count()).select_from(DIRTY)) or 0)


def refresh(connection: Connection, story: str) -> None:
    """Let lists show at once how many articles a story has, before its report is made (anew)."""
    own = connection.scalar(select(func.count()).select_from(MEMBERSHIP).where(MEMBERSHIP.c.story == story)) or 0
    if not own:  # the rest of it goes when it is made anew, as it is marked to be
        connection.execute(delete(STORIES).where(STORIES.c.id == story))
        return
    named = list(publishers(connection, story))
    counted = {"articles": own, "publishers": named}
    if connection.execute(update(STORIES).where(STORIES.c.id == story).values(**counted)).rowcount:
        return
    first = connection.execute(
        select(ARTICLES.c.title, ARTICLES.c.path)
        .join(MEMBERSHIP, MEMBERSHIP.c.article == ARTICLES.c.id)
        .where(MEMBERSHIP.c.story == story)
        .order_by(MEMBERSHIP.c.number)
        .limit(1)
    ).one()
    at = now()
    row = {"id": story, "title": first.title or first.path, "first_seen": at, "updated": at, **counted}
    none: dict[str, Any] = {"weight": 0.0, "standings": {}, "disputed": False, "single_origin": False}
    connection.execute(insert(STORIES).values(**row, **none, digest=""))


def publishers(connection: Connection, story: str) -> Mapping[str, int]:
    """Who has accounts in a story, and how many."""
    asked = (
        select(ARTICLES.c.publisher, func.count(), func.min(ARTICLES.c.number))
        .join(MEMBERSHIP, MEMBERSHIP.c.article == ARTICLES.c.id)
        .where(MEMBERSHIP.c.story == story, ARTICLES.c.publisher.is_not(None))
        .group_by(ARTICLES.c.publisher)
    )
    found = sorted(connection.execute(asked), key=lambda row: row[2])
    return {str(row[0]): int(row[1]) for row in found}


def done(connection: Connection) -> int:
    """How many pages have been dealt with, ever."""
    return int(get_meta(connection, "done") or 0)


def get_meta(connection: Connection, key: str) -> str | None:
    """A value that the store keeps for itself."""
    return connection.scalar(select(META.c.value).where(META.c.key == key))


def set_meta(connection: Connection, key: str, value: object) -> None:
    """Keep such a value."""
    put(connection, META, [{"key": key, "value": str(value)}], key=("key",))
