"""Where everything stands in a report: articles by id, and the names that readers know them by."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model import Article, Claim, Origin, OriginKind, Report, Span, StoryReport

from .marking import merged
from .neutral import one_line

_OPENING = 70
LONGEST_ADDRESS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryIndex:
    """One story's articles and origins by id. Articles carry numbers from 1, in the story's order."""

    articles: dict[str, Article]
    numbers: dict[str, int]
    origins: dict[str, Origin]
    addresses: dict[str, str]
    """Of articles whose page has one, the page's address, without its scheme."""
    urls: dict[str, str]
    """The same in full."""
    claims: dict[str, int]
    """The number of each claim, from 1, in the order that readers meet them."""
    told_by_several: int
    """How many claims two or more articles speak to. They have the lowest numbers."""

    def label(self, article: str) -> str:
        """The publisher, else the file's name."""
        known = self.articles.get(article)
        if known is None:
            return "an article that is not among the pages"
        return one_line(known.publisher) if known.publisher else self.place(article)

    def where(self, article: str) -> str:
        """File name and publisher: "004.txt, Daily Post"."""
        known = self.articles.get(article)
        if known is None:
            return self.label(article)
        return f"{self.place(article)}, {one_line(known.publisher)}" if known.publisher else self.place(article)

    def place(self, article: str) -> str:
        """Where an article lies: the address of its page, else the name of its file."""
        known = self.articles.get(article)
        address = self.addresses.get(article)
        return cut(address, LONGEST_ADDRESS) if address else file_name(known) if known else ""

    def origin_name(self, origin: Origin) -> str:
        """What an origin is called; one that is an article among the pages goes by that article's number and label."""
        if origin.kind is OriginKind.ARTICLE and not origin.absent and len(origin.articles) == 1:
            article = origin.articles[0]
            return f"Article {self.numbers[article]}, {self.label(article)}" if article in self.numbers else origin.name
        name = one_line(origin.name)
        return name[:1].upper() + name[1:]

    def taken(self, origin: Origin, article: str) -> float:
        """The share of an article's text that witnesses an origin's words, 0..1."""
        length = len(self.articles[article].text)
        spans = [witness.span for witness in origin.witnesses if witness.span.article == article]
        ranges = merged(((span.start, span.end) for span in spans), length)
        return sum(end - start for start, end in ranges) / length if length else 0.0

    def words(self, span: Span) -> str:
        """The words of a span, as they stand in the article."""
        known = self.articles.get(span.article)
        return known.text[span.start : span.end] if known else ""


def file_name(article: Article) -> str:
    """The last part of the article's path."""
    return one_line(article.path.replace("\\", "/").rstrip("/").rpartition("/")[2] or article.path)


def cut(label: str, most: int) -> str:
    """A label of at most so many characters; what a file's name ends with is not cut off."""
    if len(label) <= most:
        return label
    if " " in label:
        return label[: most - 1].rstrip() + "…"
    tail = most // 3
    return f"{label[: most - 1 - tail]}…{label[-tail:]}"


def opening_words(article: Article) -> str:
    """How the text begins: what an article without a headline is known by."""
    words = one_line(article.text[:200])
    return words if len(words) <= _OPENING else words[:_OPENING].rpartition(" ")[0] + " …"


def index_of(report: Report, story: StoryReport) -> StoryIndex:
    """The index of one story of the report."""
    by_id = {article.id: article for article in report.articles}
    members = [article for article in story.story.articles if article in by_id]
    urls = {page.id: one_line(page.url) for page in report.pages if page.url}
    return StoryIndex(
        articles={article: by_id[article] for article in members},
        addresses={
            article: urls[by_id[article].page].partition("://")[2] or urls[by_id[article].page]
            for article in members
            if by_id[article].page in urls
        },
        urls={article: url for article in members if (url := by_id[article].url or urls.get(by_id[article].page))},
        numbers={article: at for at, article in enumerate(members, start=1)},
        origins={origin.id: origin for origin in story.lineage.origins},
        claims={claim.id: at for at, claim in enumerate(ordered_claims(story), start=1)},
        told_by_several=sum(_spread(claim) > 1 for claim in story.claims),
    )


def ordered_claims(story: StoryReport) -> list[Claim]:
    """Claims as a reader wants them: those with findings first, then those of most articles; else as they came."""
    rank = {claim: at for at, finding in reversed(list(enumerate(story.findings))) for claim in finding.claims}
    last = len(story.findings)

    def order(numbered: tuple[int, Claim]) -> tuple[bool, int, int, int]:
        at, claim = numbered
        spread = _spread(claim)
        return spread < 2, rank.get(claim.id, last), -spread, at

    return [claim for _, claim in sorted(enumerate(story.claims), key=order)]


def _spread(claim: Claim) -> int:
    """How many articles speak to a claim."""
    return len({statement.span.article for statement in claim.statements})
