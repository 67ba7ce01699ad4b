"""The overlaps of a story as the report has them: the kind of sharing, the direction, and why."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Direction, Overlap, Relation
from .direction import Account, background_of, direction_of
from .named import Cited
from .pairs import Pair
from .passages import as_passage
from .story import Laid

RESTING = 0.6
"""Share of a pair's common words that must be one named origin's for the two to have it in common."""


def as_overlap(pair: Pair, laid: Laid, cited: Sequence[Cited]) -> Overlap:
    """A judged pair as the report has it."""
    a, b = laid.articles[pair.a], laid.articles[pair.b]
    texts = laid.texts
    assert pair.relation is not None
    direction, reason = _direction(pair, laid)
    common = _named_in_common(pair, laid, cited) if pair.relation is Relation.DERIVED else None
    if common is not None:
        direction, reason = (
            Direction.COMMON,
            f"the common words are those of a {common.kind.value.replace('-', ' ')} of {common.who}",
        )
    return Overlap(
        a=a.id,
        b=b.id,
        relation=pair.relation,
        share_a=round(pair.sharing.share_a, 3),
        share_b=round(pair.sharing.share_b, 3),
        direction=direction,
        passages=tuple(as_passage(texts[pair.a], texts[pair.b], p) for p in pair.passages),
        why=_sentence(f"{_said(pair)}; {reason}"),
    )


def _named_in_common(pair: Pair, laid: Laid, cited: Sequence[Cited]) -> Cited | None:
    """A named origin that most of the common words rest on in both articles."""
    words = laid.sentences_of(pair)
    least = RESTING * words.total()
    places = [((pair.a, s), (pair.b, t), n) for (s, t), n in words.items()]
    for origin in cited:
        held = origin.places
        if origin.who and sum([n for here, there, n in places if here in held and there in held]) >= least:
            return origin
    return None


def _direction(pair: Pair, laid: Laid) -> tuple[Direction, str]:
    if pair.relation is Relation.SHARED_QUOTES:
        return Direction.COMMON, "the words are somebody else's"
    one, other = _account(laid, pair.a), _account(laid, pair.b)
    if pair.relation is Relation.SHARED_BOILERPLATE:
        return background_of(one, other, pair) or (Direction.COMMON, pair.why or "stock text")
    return direction_of(one, other, pair)


def _account(laid: Laid, number: int) -> Account:
    article = laid.articles[number]
    return Account(article=article, words=laid.texts[number], lines=laid.furniture.get(article.id, ()))


def _said(pair: Pair) -> str:
    s = pair.sharing
    if pair.relation is Relation.REPRINT:
        return f"{s.larger:.0%} of the shorter text stands in the longer"
    if pair.relation is Relation.SHARED_QUOTES:
        rest = f", {s.own} {_do(s.own)} not" if s.own else ""
        return f"{s.quoted} words that both have stand in quotation marks{rest}"
    if not s.quoted:
        return f"both have {s.own} {_words(s.own)} in their own voice"
    return f"both have {s.own} {_words(s.own)} in their own voice and {s.quoted} {_words(s.quoted)} in quotation marks"


def _words(count: int) -> str:
    return "word" if count == 1 else "words"


def _do(count: int) -> str:
    return "does" if count == 1 else "do"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
