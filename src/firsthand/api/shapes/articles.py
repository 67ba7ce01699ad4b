"""Articles."""

from __future__ import annotations

from pydantic import Field

from .base import ArticleId, Listed, Shape, StoryId
from .spans import OptionalRange


class Dateline(OptionalRange):
    """ "QINGDAO, June 27 (ANI)": what the head of an agency text says of itself."""

    place: str | None
    date: str | None
    agency: str | None


class Published(Shape):
    """When, and what says so."""

    value: str
    precision: str
    basis: str
    why: str


class Credit(OptionalRange):
    """Whom an article names as behind its text or picture."""

    name: str
    kind: str


class PageSpan(Shape):
    """A run of the article's text and the page characters it was taken from."""

    start: int
    end: int
    page_start: int
    page_end: int


class Furniture(Shape):
    """A stretch of the page that is no article text."""

    label: str
    page_start: int
    page_end: int


class DateCandidate(Shape):
    """One thing on the page that says when the article was published or modified."""

    value: str
    precision: str
    basis: str
    modified: bool
    words: str


class ArticleOfStory(Shape):
    """One piece by one publisher, with its text and the way back to its page."""

    id: ArticleId
    page: str
    path: str
    title: str | None
    text: str
    publisher: str | None
    byline: str | None
    language: str
    dateline: Dateline | None
    published: Published | None
    credits: list[Credit]
    page_spans: list[PageSpan]
    furniture: list[Furniture]
    standfirst: str | None
    section: str | None
    url: str | None
    modified: Published | None
    dates: list[DateCandidate]


class Articles(Listed[ArticleOfStory]):
    """A story's articles, in the order of their first appearance."""


class Repair(Shape):
    """A stretch of a page's text that was garbled on its way, and is put right."""

    start: int
    end: int
    original: str


class PageTold(Shape):
    """The page that an article stands on, without its bytes."""

    id: str
    path: str
    url: str | None
    sha256: str
    media_type: str
    charset: str
    fetched: str | None
    repairs: list[Repair]


class Article(Shape):
    """An article and its page."""

    story: StoryId | None
    article: ArticleOfStory
    page: PageTold


class ArticleInList(Shape):
    """An article at a glance."""

    id: ArticleId
    story: StoryId
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    path: str
    page: str


class Run(Shape):
    """A stretch of text beside another."""

    text: str
    mark: str = Field(description="`shared` (both have it), `changed` (the words differ) or `own` (only one has it).")
    passage: int | None = Field(description="The number of the passage: the other side has the same.")


class SideBySide(Shape):
    """Two articles to read beside each other."""

    left: ArticleId
    right: ArticleId
    left_runs: list[Run]
    right_runs: list[Run]
    relation: str | None
    direction: str | None
    share_left: float
    share_right: float
    why: str
