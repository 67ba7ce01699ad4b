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

from .figures import figure_spans, other_figure, same_figures
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
KNOWN = 12
"""Articles of one claim whose words are known: those of more say little that these do not."""
SAME, FOLLOWS = 0.5, 0.5
"""As `text.comparing` has them: it was trained as a probability."""
AGAINST = 0.3
"""What contradicts may reach where both are said to agree. Chosen on bench/checks.txt, where 0.5 finds hardly more and
matches more wrongly."""
CLEARLY, NEAR, HINT = 0.9, 0.5, 0.1
"""Where the model does not say that one follows from the other, they agree if it is this sure that both are on one
point, their vectors are this near, and it does not rule out that the account says all of the sentence: paraphrases
are what it knows least. On the even half of bench/checks.txt 0.4 to 0.6 in the place of the second do as well."""
FOREIGN = 1
"""Nouns that no account has, in a sentence that is otherwise the same: another word for one thing."""
UNLIKE = 0.3
"""What contradicts must reach for another figure of the same things to be a difference, where the facets see none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A claim that could speak of the sentence."""

    story: str
    claim: Claim
    articles: Mapping[str, Article]
    """That it was told in."""
    cosine: float
    """Between its sense and that of the sentence."""


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


def read_beside(asked: Article, said: Sequence[Statement], claims: Sequence[Beside]) -> list[Read]:
    """What each claim has to do with the sentence."""
    from firsthand.text.comparing import compare

    weights = dict(rare_terms(asked.text))
    told = [_nearest_words(one.claim, one.articles, weights) for one in claims]
    compared = iter(compare([(asked.text, words) for one in told for words in one]))
    likest = [max((next(compared) for _ in one), key=_tells) for one in told]
    words = _Words(asked.text)
    by_story: dict[str, list[Beside]] = {}
    for one, like in zip(claims, likest, strict=True):
        if like.same >= SAME:
            by_story.setdefault(one.story, []).append(one)
    differences = {
        (story, claim): why for story, own in by_story.items() for claim, why in _differences(asked, said, own).items()
    }
    return [
        _read(asked, one, like, differences.get((one.story, one.claim.id)), words)
        for one, like in zip(claims, likest, strict=True)
    ]


class _Words:
    """The nouns and names of a sentence, but for its figures and dates; and which of them an article lacks."""

    def __init__(self, text: str) -> None:
        from firsthand.text.english import parse

        figures = figure_spans(text)
        self._nouns = {
            token.text: (frozenset(terms_of(token.text)), token.pos_ == "PROPN")
            for token in parse(text)
            if token.pos_ in ("NOUN", "PROPN") and not any(start <= token.idx < end for start, end in figures)
        }
        self._known: dict[str, frozenset[str]] = {}

    def foreign(self, articles: Mapping[str, Article]) -> tuple[list[str], bool]:
        """Those that none of the articles has, and whether there is a name among them."""
        known = frozenset().union(*(self._of(one) for one in list(articles.values())[:KNOWN]))
        lacking = [(noun, name) for noun, (terms, name) in self._nouns.items() if not terms <= known]
        return [noun for noun, _ in lacking], any(name for _, name in lacking)

    def _of(self, article: Article) -> frozenset[str]:
        if article.id not in self._known:
            self._known[article.id] = frozenset(terms_of(f"{article.title or ''} {article.text}"))
        return self._known[article.id]


def _tells(like: Comparison) -> tuple[bool, float]:
    """Of several sentences of a claim the one that says what is asked tells more than the one that is likest."""
    return like.same >= SAME and like.entailed >= FOLLOWS and like.contradicts < AGAINST, like.same


def _nearest_words(claim: Claim, articles: Mapping[str, Article], weights: Mapping[str, float]) -> list[str]:
    """The sentences of a claim that share most of the words that tell the asked one from others."""
    sentences = [articles[s.span.article].text[s.sentence.start : s.sentence.end] for s in claim.statements]
    every = dict.fromkeys(" ".join(one.split()) for one in sentences)
    shared = {one: sum(weights.get(term, 0.0) for term in set(terms_of(one))) for one in every}
    return sorted(every, key=lambda one: (-shared[one], len(one), one))[:COMPARED]


def _read(asked: Article, one: Beside, like: Comparison, difference: str | None, words: _Words) -> Read:
    if like.same < SAME:
        return Read(same="related", reason="It is near in words or sense, and on another point.", likeness=like.same)
    foreign, named = words.foreign(one.articles)
    sentences = ((one.articles[s.span.article].text, s.sentence) for s in tellers_of(one.claim))
    told = [text[span.start : span.end] for text, span in sentences]
    other = other_figure(asked.text, told)
    if not foreign and difference is not None:
        return Read(same="differs", reason=difference, likeness=like.same)
    if not foreign and other is not None and like.same >= CLEARLY and like.contradicts >= UNLIKE:
        reason = f"It has “{other[0]}” where they have “{other[1]}”."
        return Read(same="differs", reason=reason, likeness=like.same)
    if difference is None and other is None and not named and _agrees(asked, told, like, one.cosine, len(foreign)):
        against = _against(one.claim)
        if against:
            return Read(same="differs", reason=against, likeness=like.same)
        both = like.entails >= FOLLOWS and like.entailed >= FOLLOWS
        reason = "Both say the same." if both else "An account says this, and more." if like.entailed >= FOLLOWS else ""
        return Read(same="agrees", reason=reason or "An account says this in other words.", likeness=like.same)
    return Read(same="related", reason=_why_related(like, foreign), likeness=like.same)


def _agrees(asked: Article, told: Sequence[str], like: Comparison, cosine: float, foreign: int) -> bool:
    """Whether an account says what is asked: the model says that it follows, or all else speaks for it."""
    if like.contradicts >= AGAINST:
        return False
    if like.entailed >= FOLLOWS and not foreign:
        return True
    close = like.same >= CLEARLY and cosine >= NEAR and foreign <= FOREIGN
    return close and (like.entailed >= HINT or same_figures(asked.text, told))


def _against(claim: Claim) -> str | None:
    """Who denies or doubts a claim, where nobody puts it forward."""
    if not all(str(one.stance) in AGAINST_IT for one in claim.statements):
        return None
    who = dict.fromkeys(one.source.name if one.source else "the account itself" for one in claim.statements)
    denied = any(one.stance is Stance.DENIES for one in claim.statements)
    return f"It is {'denied' if denied else 'doubted'} by {', '.join(list(who)[:3])}."


def _why_related(like: Comparison, foreign: Sequence[str]) -> str:
    if foreign:
        return f"It is on the same point; no account that tells of it has the words: {', '.join(foreign)}."
    if like.contradicts >= FOLLOWS:
        return "It is on the same point, and may not go together with it; no number, date, name or denial shows how."
    return "It is on the same point; no account says quite this."


def _differences(asked: Article, said: Sequence[Statement], claims: Sequence[Beside]) -> dict[str, str]:
    """In what the sentence differs from claims of one story, by their ids: the findings of a story that is made of the
    sentence and of those that the claims were told in, each as an account of its own. Who asks names no source, which
    is no difference; nor is what some accounts of a claim have otherwise and one has as the sentence does."""
    from firsthand.findings import compare_claims

    everyone, laid = {asked.id: asked}, [_claim_of(asked.id, said)]
    whose: dict[str, str] = {}
    for one in claims:
        told = [_alone(teller, one.articles[teller.span.article], one.claim.id) for teller in tellers_of(one.claim)]
        everyone |= {article.id: article for article, _ in told}
        whose |= {article.id: one.claim.id for article, _ in told}
        laid.append(_claim_of(one.claim.id, [statement for _, statement in told]))
    lineage = Lineage(overlaps=(), origins=(), independence=Independence(min=0, max=0, why=""))
    story = Story(id="checked", title="", articles=tuple(everyone), event=Event(date=None, place=None))
    report = compare_claims(story, everyone, lineage, laid)
    found: dict[str, str] = {}
    for finding in (*report.findings, *report.updates):
        if finding.kind is not FindingKind.ATTRIBUTION:
            for claim in _opposed(asked.id, finding, whose):
                found.setdefault(claim, finding.why)
    return found


def _opposed(asked: str, finding: Finding, whose: Mapping[str, str]) -> list[str]:
    """The claims that stand on another side of a finding than the sentence, with no account beside it."""
    mine = [side for side in finding.sides if side.span.article == asked]
    others = [(whose[side.span.article], side) for side in finding.sides if side.span.article != asked]
    alike = {claim for claim, side in others for one in mine if _alike(finding, one, side)}
    return [claim for claim, _ in others if mine and claim not in alike]


def _alike(finding: Finding, one: Side, other: Side) -> bool:
    """Whether two sides hold the same: of a dispute, both put something forward or both are against it."""
    if finding.kind is FindingKind.DISPUTE:
        first, second = (side.value.split(" ")[0] in AGAINST_IT for side in (one, other))
        return first == second
    return one.value == other.value or same_figures(one.value, [other.value])


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
