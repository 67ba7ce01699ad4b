"""Articles, the statements in them, and the stories that the stream has put them in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from firsthand.model import Article, Statement

from .inserting import insert_new
from .packing import packed, storable, storable_or_none, unpacked
from .tables import ARTICLES, MEMBERSHIP, PAGES
from .tables.base import AnyRow
from .values import KeptArticle, PlacedArticle

MANY = 500
"""Names in one question: SQLite takes 32,766 values in a statement, and long lists of them are slow to read."""


def add_article(connection: Connection, placed: PlacedArticle) -> bool:
    """Keep one article; False where it is in the store already."""
    article = placed.article
    row = {
        "id": article.id,
        "page": article.page,
        "path": storable(article.path),
        "title": storable_or_none(article.title),
        "publisher": storable_or_none(article.publisher),
        "published": article.published.value if article.published else None,
        "url": storable_or_none(article.url),
        "language": storable(article.language),
        "placed_in": placed.placed_in,
        "nearest": placed.nearest,
        "value": packed(article, Article),
        "placing": packed(dict(placed.placing), dict[str, Any]),
        "statements": packed(placed.statements, tuple[Statement, ...]),
    }
    return insert_new(connection, ARTICLES, row)


def move_story(connection: Connection, story: str, into: str) -> list[str]:
    """The stream has put two stories together; the articles that moved."""
    moved = connection.scalars(select(ARTICLES.c.id).where(ARTICLES.c.placed_in == story)).all()
    connection.execute(update(ARTICLES).where(ARTICLES.c.placed_in == story).values(placed_in=into))
    return list(moved)


def move_articles(connection: Connection, articles: Sequence[str], into: str) -> None:
    """The stream has parted a story."""
    if articles:
        change = update(ARTICLES).where(ARTICLES.c.id == bindparam("which")).values(placed_in=into)
        connection.execute(change, [{"which": one} for one in articles])


def placed_rows(connection: Connection, articles: Iterable[str]) -> list[AnyRow]:
    """Number, id, the stream's story and the nearest of some articles, and the number of their page (`came`), in order
    of arrival."""
    names = list(articles)
    columns = ARTICLES.c.number, ARTICLES.c.id, ARTICLES.c.placed_in, ARTICLES.c.nearest, PAGES.c.number.label("came")
    asked = select(*columns).join(PAGES, PAGES.c.id == ARTICLES.c.page)
    found = [
        row
        for at in range(0, len(names), MANY)
        for row in connection.execute(asked.where(ARTICLES.c.id.in_(names[at : at + MANY])))
    ]
    return sorted(found, key=lambda row: row.number)


def members(connection: Connection, story: str) -> list[KeptArticle]:
    """The articles of a story with their statements, in order of arrival."""
    asked = (
        select(ARTICLES.c.number, ARTICLES.c.value, ARTICLES.c.statements)
        .join(MEMBERSHIP, MEMBERSHIP.c.article == ARTICLES.c.id)
        .where(MEMBERSHIP.c.story == story)
        .order_by(MEMBERSHIP.c.number)
    )
    return [
        KeptArticle(
            number=row.number,
            article=unpacked(row.value, Article),
            statements=unpacked(row.statements, tuple[Statement, ...]),
        )
        for row in connection.execute(asked)
    ]


def article_of(connection: Connection, name: str) -> Article | None:
    """One article."""
    value = connection.scalar(select(ARTICLES.c.value).where(ARTICLES.c.id == name))
    return unpacked(value, Article) if value else None


def articles_of(connection: Connection, names: Sequence[str]) -> list[Article]:
    """Some articles, in the order asked for; those that are not there are left out."""
    found = {
        row.id: unpacked(row.value, Article)
        for at in range(0, len(names), MANY)
        for row in connection.execute(
            select(ARTICLES.c.id, ARTICLES.c.value).where(ARTICLES.c.id.in_(names[at : at + MANY]))
        )
    }
    return [found[name] for name in names if name in found]


def shown(connection: Connection, names: Sequence[str]) -> list[AnyRow]:
    """What lists show of articles, in order of arrival: with the story, and a title where the page gives none."""
    columns = (
        *(ARTICLES.c[name] for name in ("number", "id", "publisher", "published", "path", "page")),
        func.coalesce(ARTICLES.c.title, "").label("title"),
        func.coalesce(PAGES.c.url, ARTICLES.c.url).label("url"),
        MEMBERSHIP.c.story,
    )
    asked = select(*columns).join(MEMBERSHIP, MEMBERSHIP.c.article == ARTICLES.c.id)
    asked = asked.join(PAGES, PAGES.c.id == ARTICLES.c.page)
    found = [
        row
        for at in range(0, len(names), MANY)
        for row in connection.execute(asked.where(ARTICLES.c.id.in_(names[at : at + MANY])))
    ]
    return sorted(found, key=lambda row: row.number)
