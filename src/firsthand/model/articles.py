"""Articles: one piece by one publisher, with canonical text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How fine a point in time is known."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class CreditKind(StrEnum):
    """What a credit credits."""

    AGENCY = "agency"
    PUBLISHER = "publisher"
    PRESS_RELEASE = "press-release"
    POST = "post"
    CONTRIBUTOR = "contributor"
    IMAGE = "image"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """ "QINGDAO, June 27 (ANI)": what the head of an agency text says of itself. Parts not given are None."""

    place: str | None
    date: str | None
    """As written ("June 27")."""
    agency: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article was published, and what says so.

    `value` is ISO 8601 to the stated precision: `2025-06-27`, `2025-06`, `2025-06-27T14:05+05:30`.
    """

    value: str
    precision: Precision
    basis: str
    """`meta`, `json-ld`, `visible`, `url`, `dateline`, `relative age`, `feed`, `record` …"""
    why: str = ""
    """Why this one was chosen among the candidates, in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate:
    """One thing on or about the page that says when the article was published or modified."""

    value: str
    """ISO 8601 to the stated precision, as in `Published`."""
    precision: Precision
    basis: str
    modified: bool = False
    words: str = ""
    """As written, where it was written ("39 minutes ago")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whom an article names as behind its text or picture. Offsets are in the article's text;
    where the words stand on the page but outside the text, both are None."""

    name: str
    kind: CreditKind
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpan:
    """A run of the article's text and the page characters it was taken from."""

    start: int
    end: int
    page_start: int
    page_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch of the page that is no article text."""

    label: str
    """navigation, share, advert, related, comments, caption, disclaimer, byline, date, publisher, other"""
    page_start: int
    page_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One piece by one publisher. `text` holds the body alone: paragraphs divided by one newline, headline apart."""

    id: str
    page: str
    path: str
    title: str | None
    text: str
    publisher: str | None
    byline: str | None
    language: str
    """ISO 639-1, or `und`."""
    dateline: Dateline | None
    published: Published | None
    credits: tuple[Credit, ...]
    page_spans: tuple[PageSpan, ...]
    """In order, without gaps in the article's text save for the newlines between paragraphs."""
    furniture: tuple[Furniture, ...] = ()
    standfirst: str | None = None
    """The summary between headline and body, where the page sets one apart."""
    section: str | None = None
    url: str | None = None
    """The canonical address that the page gives for the article."""
    modified: Published | None = None
    dates: tuple[DateCandidate, ...] = ()
    """All candidates for both times, in the order in which they are trusted."""
