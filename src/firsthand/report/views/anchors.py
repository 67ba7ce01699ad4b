"""Links to words. Every span that anything on the page points to gets a place in its article's text."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model import Span

from ..index import StoryIndex
from .places import ONE_PAGE, Part, Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to something on the page."""

    href: str
    text: str


class Anchors:
    """Gathers the spans of one story that are pointed to, while the rest of the page is worked out."""

    def __init__(self, story: int, index: StoryIndex, places: Places = ONE_PAGE) -> None:
        self._story = story
        self._index = index
        self.places = places
        self._wanted: dict[str, dict[tuple[int, int], set[str]]] = {}

    def to(self, span: Span, kind: str) -> str:
        """The address of a span's words; of nothing but the story where its article is not on the page."""
        article = self._index.articles.get(span.article)
        if article is None:
            return f"#s{self._story}"
        page = self.places.before(Part.ARTICLES, self._index.numbers[span.article])
        start, end = max(0, span.start), min(span.end, len(article.text))
        if start >= end:
            return self.to_article(span.article)
        self._wanted.setdefault(span.article, {}).setdefault((start, end), set()).add(kind)
        return f"{page}#{self.words(span.article, start, end)}"

    def to_article(self, article: str) -> str:
        """The address of an article's section."""
        return f"{self.places.before(Part.ARTICLES, self._index.numbers[article])}#{self.article(article)}"

    def to_claim(self, number: int) -> str:
        """The address of a claim."""
        several, alone = self._index.told_by_several, len(self._index.claims) - self._index.told_by_several
        if number <= several:
            return f"{self.places.before(Part.CLAIMS, number)}#{self.claim(number)}"
        return f"{self.places.before(Part.ALONE, number - several, alone)}#{self.claim(number)}"

    def to_finding(self, number: int) -> str:
        """The address of a finding."""
        return f"{self.places.before(Part.FINDINGS, number)}#s{self._story}-f{number}"

    def to_origin(self, number: int) -> str:
        """The address of an origin."""
        return f"{self.places.before(Part.ORIGINS, number)}#s{self._story}-o{number}"

    def article(self, article: str) -> str:
        """The id of an article's section."""
        return f"s{self._story}-a{self._index.numbers[article]}"

    def claim(self, number: int) -> str:
        """The id of a claim."""
        return f"s{self._story}-c{number}"

    def words(self, article: str, start: int, end: int) -> str:
        """The id of a stretch of an article's text."""
        return f"{self.article(article)}-{start}-{end}"

    def wanted(self, article: str) -> list[tuple[int, int, tuple[str, ...]]]:
        """What is pointed to in an article: longer stretches before the shorter ones that begin with them."""
        spans = self._wanted.get(article, {})
        return [(*span, tuple(sorted(spans[span]))) for span in sorted(spans, key=lambda span: (span[0], -span[1]))]
