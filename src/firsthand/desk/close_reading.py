"""A sentence beside the claims that could speak of it: on one point or not, and if so, alike or not.

Which claims are on its point, the comparing model says; whether they differ, the facets say that findings are made of,
run on the sentence and the sentences that the claim was told in. The model alone never makes a difference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.model import (
    Article,
    Claim,
    Event,
    Finding,
    FindingKind,
    Independence,
    Lineage,
    Side,
    Span,
    Stance,
    Statement,
    Story,
    content_id,
)
from firsthand.store.words import terms_of

from .figures import other_figure, same_figures
from .nearest import rare_terms
from .values import Said

if TYPE_CHECKING:
    from firsthand.text.comparing import Comparison

CHECKED = "the text checked"
AGAINST_IT = (str(Stance.DENIES), str(Stance.DOUBTS))
TELLERS = 4
"""Sentences of one claim that the facets read beside what is checked: each of another article."""
COMPARED = 2
"""Sentences of one claim that are compared with what is checked: those that share most with it."""
SAME, FOLLOWS, AGAINST = 0.5, 0.5, 0.5
"""As `text.comparing` has them: it was trained as a probability."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of one claim beside the sentence."""

    same: Said
    reason: str
    likeness: float
    """How sure it is that both are on one point, 0..1."""


def as_article(text: str) -> Article:
    """A sentence as an article of nobody's."""
    name = content_id("checked", text)
    return Article(
        id=name,
        page=name,
        path=CHECKED,
        title=None,
        text=text,
        publisher=CHECKED,
        byline=None,
        language="en",
        dateline=None,
        published=None,
        credits=(),
        page_spans=(),
    )


def statements_in(article: Article) -> tuple[Statement, ...]:
    """What a sentence says; as a whole, where nothing in it stands out."""
    from firsthand.statements import statements_of

    found = statements_of(article)
    if found:
        return found
    whole = Span(article.id, 0, len(article.text))
    return (
        Statement(
            id=content_id("statement", article.id),
            span=whole,
            quote=article.text,
            sentence=whole,
            stance=Stance.ASSERTS,
            source=None,
            cue=None,
            pieces=(),
            quoted=(),
        ),
    )


def read_beside(
    asked: Article, said: Sequence[Statement], claims: Sequence[tuple[Claim, Mapping[str, Article]]]
) -> list[Read]:
    """What each claim has to do with the sentence; each comes with the articles that it was told in."""
    from firsthand.text.comparing import compare

    weights = dict(rare_terms(asked.text))
    told = [_nearest_words(claim, articles, weights) for claim, articles in claims]
    compared = iter(compare([(asked.text, words) for one in told for words in one]))
    likest = [max((next(compared) for _ in one), key=_tells) for one in told]
    differences = _differences(asked, said, claims)
    return [
        _read(asked, claim, articles, like, differences.get(claim.id))
        for (claim, articles), like in zip(claims, likest, strict=True)
    ]


def _tells(like: Comparison) -> tuple[bool, float]:
    """Of several sentences of a claim the one that says what is asked tells more than the one that is likest."""
    return like.same >= SAME and _follows(like), like.same


def _follows(like: Comparison) -> bool:
    return like.contradicts < AGAINST and max(like.entails, like.entailed) >= FOLLOWS


def _nearest_words(claim: Claim, articles: Mapping[str, Article], weights: Mapping[str, float]) -> list[str]:
    """The sentences of a claim that share most of the words that tell the asked one from others."""
    sentences = [articles[s.span.article].text[s.sentence.start : s.sentence.end] for s in claim.statements]
    every = dict.fromkeys(" ".join(one.split()) for one in (claim.text, *sentences))
    shared = {one: sum(weights.get(term, 0.0) for term in set(terms_of(one))) for one in every}
    return sorted(every, key=lambda one: (-shared[one], len(one), one))[:COMPARED]


def _read(
    asked: Article, claim: Claim, articles: Mapping[str, Article], like: Comparison, difference: str | None
) -> Read:
    if difference is not None:
        return Read(same="differs", reason=difference, likeness=max(SAME, like.same))
    if like.same < SAME:
        return Read(same="related", reason="It is near in words or sense, and on another point.", likeness=like.same)
    strange = _strange(asked, articles)
    if strange:
        reason = f"It is on the same point; no account that tells of it has the words: {', '.join(strange)}."
        return Read(same="related", reason=reason, likeness=like.same)
    if _follows(like):
        both = like.entails >= FOLLOWS and like.entailed >= FOLLOWS
        reason = "Both say the same." if both else "One says what the other says, and more."
        return Read(same="agrees", reason=reason, likeness=like.same)
    told = [articles[s.span.article].text[s.sentence.start : s.sentence.end] for s in tellers_of(claim)]
    if like.contradicts < AGAINST and same_figures(asked.text, told):
        return Read(same="agrees", reason="It is on the same point, with the same figures.", likeness=like.same)
    if like.contradicts >= AGAINST:
        other = other_figure(asked.text, told)
        if other is not None:
            reason = f"It has “{other[0]}” where they have “{other[1]}”."
            return Read(same="differs", reason=reason, likeness=like.same)
        reason = "It is on the same point, and may not go together with it; no number, date, name or denial shows how."
        return Read(same="related", reason=reason, likeness=like.same)
    reason = "It is on the same point; neither says what the other says."
    return Read(same="related", reason=reason, likeness=like.same)


def _strange(asked: Article, articles: Mapping[str, Article]) -> list[str]:
    """Nouns and names of the sentence that none of the articles has: it may speak of wheat where they have barley."""
    from firsthand.text.english import parse

    known = {term for article in articles.values() for term in terms_of(f"{article.title or ''} {article.text}")}
    nouns = [token.text for token in parse(asked.text) if token.pos_ in ("NOUN", "PROPN")]
    return [noun for noun in dict.fromkeys(nouns) if not set(terms_of(noun)) <= known]


def _differences(
    asked: Article, said: Sequence[Statement], claims: Sequence[tuple[Claim, Mapping[str, Article]]]
) -> dict[str, str]:
    """In what the sentence differs from claims, by their ids: the findings of a story that is made of the sentence and
    of those that the claims were told in, each as an account of its own. Who asks names no source, which is no
    difference."""
    from firsthand.findings import compare_claims

    everyone, laid = {asked.id: asked}, [_claim_of(asked.id, said)]
    whose: dict[str, str] = {}
    for claim, articles in claims:
        told = [_alone(one, articles[one.span.article], claim.id) for one in tellers_of(claim)]
        everyone |= {article.id: article for article, _ in told}
        whose |= {article.id: claim.id for article, _ in told}
        laid.append(_claim_of(claim.id, [statement for _, statement in told]))
    lineage = Lineage(overlaps=(), origins=(), independence=Independence(min=0, max=0, why=""))
    story = Story(id="checked", title="", articles=tuple(everyone), event=Event(date=None, place=None))
    report = compare_claims(story, everyone, lineage, laid)
    found: dict[str, str] = {}
    for finding in (*report.findings, *report.updates):
        if finding.kind is not FindingKind.ATTRIBUTION:
            for name in _opposed(asked.id, finding):
                found.setdefault(whose[name], finding.why)
    return found


def _opposed(asked: str, finding: Finding) -> list[str]:
    """The accounts that stand on another side of a finding than the sentence; none where it is on no side."""
    told = {side.span.article: _position(finding, side) for side in finding.sides}
    return [name for name, position in told.items() if asked in told and position != told[asked]]


def _position(finding: Finding, side: Side) -> str:
    """What a side holds: of a dispute, whether it puts something forward or is against it."""
    return str(side.value.split(" ")[0] in AGAINST_IT) if finding.kind is FindingKind.DISPUTE else side.value


def _claim_of(name: str, statements: Sequence[Statement]) -> Claim:
    return Claim(id=name, text="", statements=tuple(statements))


def tellers_of(claim: Claim) -> list[Statement]:
    """Statements of a claim, one an article, in the order of the story."""
    first = {statement.span.article: statement for statement in reversed(claim.statements)}
    return [one for one in claim.statements if first[one.span.article] is one][:TELLERS]


def _alone(statement: Statement, article: Article, claim: str) -> tuple[Article, Statement]:
    """A statement in its sentence, as an account of its own."""
    start, end = statement.sentence.start, statement.sentence.end
    name = content_id("alone", article.id, claim, start)
    text = article.text[start:end]

    def moved(span: Span) -> Span:
        return Span(name, max(0, span.start - start), min(end, span.end) - start)

    def those(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(moved(span) for span in spans if start <= span.start and span.end <= end)

    def maybe(span: Span | None) -> Span | None:
        return next(iter(those((span,))), None) if span is not None else None

    source = statement.source
    made = replace(
        statement,
        span=moved(statement.span),
        sentence=Span(name, 0, len(text)),
        source=replace(source, span=maybe(source.span)) if source is not None else None,
        cue=maybe(statement.cue),
        pieces=those(statement.pieces),
        quoted=those(statement.quoted),
        whole=those(statement.whole),
    )
    alone = replace(article, id=name, text=text, title=None, credits=(), page_spans=(), furniture=(), dateline=None)
    return alone, made
