"""One story made ready to be compared: its statements with their points, and every value with what it stands in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ..model import Article, Claim, Lineage, Source, Span, Statement, TimeExpression
from ..text.matching import LONGEST, match, rows_of
from ..text.names.compare import plain
from ..text.names.lexicon import OFFICES
from ..text.phrases import Body, Reading, body_of, phrase_of, read_texts
from ..text.points import Point, likelihood, point_of
from ..text.times import find_times

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from spacy.tokens import Doc

BORROWED = "borrowed"
"""The basis of a time of which the story's day completes what its own account, without a date, leaves open."""
NEAREST = 25  # statements that one is compared with; see claims.join
FEW = (
    12  # sentences of a story below which the matcher is not asked, as in claims.join: nothing stands out from nothing
)


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A statement with its claim, the origin it rests on, and its point."""

    index: int
    statement: Statement
    claim: str
    origin: str | None
    point: Point


@dataclass(frozen=True, eq=False)
class Material:
    """All of one story. Articles, statements and pairs stand in a fixed order."""

    articles: Mapping[str, Article]
    lineage: Lineage
    claims: Sequence[Claim]
    readings: Mapping[str, Reading]
    body: Body
    said: tuple[Said, ...]

    @cached_property
    def pairs(self) -> dict[tuple[int, int], float]:
        """How likely two statements speak to one point, for each with its nearest (indices into `said`, i < j)."""
        import numpy as np

        found: dict[tuple[int, int], float] = {}
        if not self.said:
            return found
        vectors = np.stack([one.point.phrase.vector for one in self.said])
        for i, one in enumerate(self.said):
            cosines = (vectors @ vectors[i]).round(5)
            near = [int(j) for j in np.lexsort((np.arange(len(cosines)), -cosines))[: NEAREST + 1] if j != i]
            for j in near:
                pair = (min(i, j), max(i, j))
                if pair not in found:
                    found[pair] = likelihood(one.point, self.said[j].point)
        return found

    @cached_property
    def by_article(self) -> dict[str, list[Said]]:
        """The statements of each article in the order of its text."""
        found: dict[str, list[Said]] = defaultdict(list)
        for one in self.said:
            found[one.statement.span.article].append(one)
        return found

    def at(self, article: str, start: int, end: int) -> Said | None:
        """The shortest statement that holds a stretch of an article, or else whose sentence does."""
        holding = [
            one for one in self.by_article[article] if one.statement.span.start <= start < one.statement.span.end
        ] or [
            one
            for one in self.by_article[article]
            if one.statement.sentence.start <= start < one.statement.sentence.end
        ]
        return min(holding, key=lambda one: (len(one.statement.quote), one.index), default=None)

    def related(self, left: Said | None, right: Said | None) -> float:
        """How likely two statements speak to one point; 0 where they are not among each other's nearest."""
        if left is None or right is None:
            return 0.0
        if left.index == right.index:
            return 1.0
        return self.pairs.get((min(left.index, right.index), max(left.index, right.index)), 0.0)

    def matched(self, left: Said, right: Said) -> float | None:
        """The log odds that two statements are on one point, by the matcher; None where it cannot tell."""
        phrases = left.point.phrase, right.point.phrase
        if self.body.sentences < FEW or not all(phrase.words for phrase in phrases):
            return None
        one, other = (rows_of(phrase.states[:LONGEST], phrase.weights[:LONGEST]) for phrase in phrases)
        return float(match([(one, other)])[0].round(4))

    def anchor(self, article: str) -> date | None:
        """The day that an account's times are resolved against: its own date, or else the commonest of the story."""
        own = _day_of(self.articles[article])
        if own is not None:
            return own
        days = Counter(day for one in self.articles.values() if (day := _day_of(one)) is not None)
        return min(days, key=lambda day: (-days[day], day), default=None)

    def published(self, article: str) -> date | None:
        """The day an account was published, where it is known to the day."""
        return _day_of(self.articles[article])

    def span_of(self, article: str) -> tuple[date | None, date | None]:
        """From when to when an account may have been written: its own day, or else any from the first to the last day
        of the story's accounts."""
        own = self.published(article)
        return (own, own) if own is not None else self._first_and_last

    @cached_property
    def _first_and_last(self) -> tuple[date | None, date | None]:
        days = [day for key in self.articles if (day := self.published(key)) is not None]
        return min(days, default=None), max(days, default=None)

    @cached_property
    def latest_year(self) -> int | None:
        """The last year that an account of the story names and does not look ahead to; None where none names one."""
        named = (_years_of(self.times(key), self.readings[key].doc) for key in self.articles)
        return max((year for years in named for year in years), default=None)

    def times(self, article: str) -> tuple[TimeExpression, ...]:
        """The time expressions of an account, resolved. Where its own day is not known, the story's completes dates
        ("June 26"), but "on Thursday" and "yesterday" stay open: nobody can tell which."""
        if article not in self._times:
            self._times[article] = self._resolved(article)
        return self._times[article]

    @cached_property
    def _times(self) -> dict[str, tuple[TimeExpression, ...]]:
        return {}

    def _resolved(self, article: str) -> tuple[TimeExpression, ...]:
        text = self.articles[article].text
        found = find_times(text, self.anchor(article))
        if _day_of(self.articles[article]) is not None:
            return found
        open_ended = {(time.start, time.end): time for time in find_times(text, None)}
        return tuple(
            open_ended.get((time.start, time.end), time)
            if time.basis == "relative"
            else replace(time, basis=BORROWED)
            if time.basis == "anchor"
            else time
            for time in found
        )

    def state(self, article: str, start: int) -> npt.NDArray[np.float32] | None:
        """The centred state of the content word that starts at an offset, of unit length; None where none does."""
        reading = self.readings[article]
        place = reading.between(start, start + 1)
        if not place:
            return None
        centred = reading.states[place[0]] - self.body.mean
        unit: npt.NDArray[np.float32] = centred / max(float((centred @ centred) ** 0.5), 1e-9)
        return unit

    def words(self, span: Span) -> str:
        """The article's words at a span."""
        return self.articles[span.article].text[span.start : span.end]

    def publisher(self, article: str) -> str:
        """How an account is named in a sentence: its publisher, or the name of its page."""
        return self.articles[article].publisher or self.articles[article].path.replace("\\", "/").rsplit("/", 1)[-1]


def lay_out(articles: Mapping[str, Article], lineage: Lineage, claims: Sequence[Claim]) -> Material:
    """The material of one story."""
    read = read_texts([article.text for article in articles.values()])
    readings = dict(zip(articles, read, strict=True))
    body = body_of(readings.values())
    rows = list(_stated(claims).values())
    order = {key: place for place, key in enumerate(articles)}
    rows.sort(key=lambda row: (order[row[0].span.article], row[0].span.start, row[0].span.end, row[0].id))
    said = tuple(
        Said(
            index,
            statement,
            claim,
            origin,
            point_of(
                phrase_of(
                    readings[statement.span.article],
                    [(piece.start, piece.end) for piece in statement.pieces or (statement.span,)],
                    body,
                )
            ),
        )
        for index, (statement, claim, origin) in enumerate(rows)
    )
    return Material(articles=articles, lineage=lineage, claims=claims, readings=readings, body=body, said=said)


def _stated(claims: Sequence[Claim]) -> dict[str, tuple[Statement, str, str | None]]:
    """Each statement as its article has it, with the claim and the origin of its longest part, by its id."""
    found: dict[str, tuple[Statement, str, str | None]] = {}
    longest: dict[str, int] = {}
    for claim in claims:
        for i, part in enumerate(claim.statements):
            whole = claim.stated[i] if claim.stated else part
            length = sum(piece.end - piece.start for piece in part.pieces or (part.span,))
            if length > longest.get(whole.id, -1):
                longest[whole.id] = length
                found[whole.id] = whole, claim.id, claim.origins[i] if i < len(claim.origins) else None
    return found


def _day_of(article: Article) -> date | None:
    """The day an article was published, where it is known to the day."""
    if article.published is None or len(article.published.value) < len("2025-06-27"):
        return None
    return date.fromisoformat(article.published.value[:10])


def _years_of(times: Iterable[TimeExpression], doc: Doc) -> Iterator[int]:
    for time in times:
        if not (time.first and time.last and time.basis == "explicit" and time.first.year == time.last.year):
            continue
        own = doc.char_span(time.start, time.end, alignment_mode="expand")
        if own is not None and not any(token.lower_ in AHEAD for token in own.sent):
            yield time.first.year


AHEAD = frozenset({"will", "would", "'ll", "by", "until", "plan", "plans", "planned"})
"""Words of a sentence that may look ahead."""


def named(source: Source | None) -> str:
    """Who is cited, for a sentence."""
    return source.name if source else "the article itself"


def cited_by_name(material: Material, one: Said) -> bool:
    """Whether a source is named where it is cited: whom "he" stands for is told by likelihood alone."""
    span = one.statement.source.span if one.statement.source else None
    if span is None or not one.statement.sentence.overlaps(span):
        return False
    return any(word[:1].isupper() and plain(word) not in PRONOUNS | OFFICES for word in material.words(span).split())


PRONOUNS = frozenset({
    "i", "you", "we", "he", "she", "they", "it", "who", "whom", "one", "his", "her", "their", "its", "the", "a", "an",
})  # fmt: skip
