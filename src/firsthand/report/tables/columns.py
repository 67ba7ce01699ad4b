"""What a table is: columns with a type and a sentence each, and rows read off a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from firsthand.model import Article, Report

Value = str | int | float | bool | None
Rows = Callable[[Report], Iterator[Sequence[Value]]]


class Kind(StrEnum):
    """What a column holds. An empty cell says that there is no value."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    TRUTH = "true or false"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column, and what stands in it."""

    name: str
    kind: Kind
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: what one of its rows is, its columns, and how its rows are read off a report."""

    name: str
    row: str
    columns: tuple[Column, ...]
    rows: Rows


def text(name: str, says: str) -> Column:
    """A column of text."""
    return Column(name=name, kind=Kind.TEXT, says=says)


def integer(name: str, says: str) -> Column:
    """A column of whole numbers."""
    return Column(name=name, kind=Kind.INTEGER, says=says)


def number(name: str, says: str) -> Column:
    """A column of numbers."""
    return Column(name=name, kind=Kind.NUMBER, says=says)


def truth(name: str, says: str) -> Column:
    """A column of true or false."""
    return Column(name=name, kind=Kind.TRUTH, says=says)


STORY = text("story", "The story: `stories.story`.")
ARTICLE = text("article", "The article: `articles.article`.")
START = integer("start", "Where the words begin: code points of `articles.text`, from 0.")
OUTLET = text("outlet", "For reading: the article's publisher, else the path of its page.")
END = integer("end", "Where they end, exclusive.")


def outlet_of(article: Article | None) -> str | None:
    """What `OUTLET` says of an article."""
    return (article.publisher or article.path) if article else None
