"""Which way text ran between two articles, and what says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ..model import Article, Direction, Precision
from .credit import (
    agencies,
    borrowed_credits,
    common_credit,
    name_words,
    same_body,
    shown_publisher,
    speaks_of,
    text_credits,
)
from .edits import one_way, opening_moved
from .pairs import Pair
from .relations import CLOSE, Sharing
from .words import Words

CONTAINED = 0.85
"""Share of an article from which on it is held to be cut from the other rather than the other grown from it."""
LONGEST_SIGNATURE = 12
"""Words of a line of the page that signs an article; a longer one is prose."""

Found = tuple[Direction, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An article as one side of a pair: its words, and the lines of its page that are no article text."""

    article: Article
    words: Words
    lines: Sequence[str] = ()


def direction_of(one: Account, other: Account, pair: Pair) -> Found:
    """The direction and the reason in plain words: credits first, then signatures, times, edits and containment."""
    a, b = one.article, other.article
    credited = _credits(a, b)
    if credited is not None:
        return credited
    earlier = _earlier(a, b)
    names = _introduced(one, other) or _signed_beside(one, other)
    if names is not None and earlier in (None, names[0]):
        return names
    signed, shared = _signed(a, b), common_credit(a, b)
    if shared and not agencies(a) and signed is not None and earlier in (None, signed[0]):
        return signed
    if shared:
        return Direction.COMMON, f"both credit {shared}"
    if signed is not None and set(_names(a)) & set(_names(b)) and earlier in (None, signed[0]):
        return signed
    if agencies(a) or agencies(b):
        return Direction.COMMON, f"one of them carries {(*agencies(a), *agencies(b))[0]} copy"
    lent = _lent(a, b)
    if lent is not None and (lent[0] is Direction.COMMON or earlier in (None, lent[0])):
        return lent
    if earlier is not None:
        return earlier, "it was published first"
    return signed or one_way(pair, one.words, other.words) or _by_containment(pair.sharing)


def background_of(one: Account, other: Account, pair: Pair) -> Found | None:
    """For texts of one agency that share little: the one whose opening the other has as background was there first."""
    if pair.sharing.larger >= CLOSE:
        return None
    earlier, moved = _earlier(one.article, other.article), opening_moved(pair, one.words, other.words)
    return moved if moved is not None and earlier in (None, moved[0]) else None


def _credits(a: Article, b: Article) -> Found | None:
    """One of them credits the other's publisher."""
    a_credits_b = any(same_body(name, shown_publisher(b)) for name in borrowed_credits(a))
    b_credits_a = any(same_body(name, shown_publisher(a)) for name in borrowed_credits(b))
    if a_credits_b == b_credits_a:
        return None
    named = (b if a_credits_b else a).publisher
    return (Direction.B_TO_A if a_credits_b else Direction.A_TO_B), f"the later text credits {named}"


def _signed(a: Article, b: Article) -> Found | None:
    """Who names the author alone is nearer to the author than who adds whose author it is, or drops the name."""
    left, right = _names(a), _names(b)
    if (left and not right) or (left and set(left) < set(right)):
        return Direction.A_TO_B, f"the one is signed {a.byline}, the other {b.byline or 'by nobody'}"
    if (right and not left) or (right and set(right) < set(left)):
        return Direction.B_TO_A, f"the one is signed {b.byline}, the other {a.byline or 'by nobody'}"
    return None


def _introduced(one: Account, other: Account) -> Found | None:
    """Both have one author, and one of them alone says which outlet the author is of: that one took the text over."""
    a, b = one.article, other.article
    if len(set(_names(a)) & set(_names(b))) < 2:
        return None
    left, right = _outlet_in_byline(a), _outlet_in_byline(b)
    if right and not left and not any(same_body(right, name) for name in text_credits(a)):
        return Direction.A_TO_B, f"both are signed by one author, whom the one calls {right}'s"
    if left and not right and not any(same_body(left, name) for name in text_credits(b)):
        return Direction.B_TO_A, f"both are signed by one author, whom the one calls {left}'s"
    return None


def _signed_beside(one: Account, other: Account) -> Found | None:
    """The same where the page signs on a line of its own: "Ilse Maar" here, "By Ilse Maar, Tarn Courier" there."""
    for here, there, way in ((one, other, Direction.A_TO_B), (other, one, Direction.B_TO_A)):
        if text_credits(here.article):
            continue
        own = set(_names(here.article))
        signatures = [set(name_words(line)) for line in here.lines if len(line.split()) <= LONGEST_SIGNATURE]
        for outlet in borrowed_credits(there.article):
            for line in there.lines:
                author = _author_beside(line, outlet)
                if len(author) >= 2 and (author <= own or author in signatures):
                    return way, f"both are signed by one author, whom the one calls {outlet}'s"
    return None


def _author_beside(line: str, outlet: str) -> set[str]:
    """The words of a line that signs with author and outlet, without the outlet's; none if it is no such line."""
    words = set(re.findall(r"[^\W_]+", line.lower())) if len(line.split()) <= LONGEST_SIGNATURE else set()
    return words - set(name_words(outlet)) - {"by", "the", "for"} if set(name_words(outlet)) <= words else set()


def _outlet_in_byline(article: Article) -> str | None:
    """Another outlet that an article credits beside its author's name."""
    byline = set(_names(article))
    return next((name for name in borrowed_credits(article) if set(name_words(name)) <= byline), None)


def _names(article: Article) -> tuple[str, ...]:
    return name_words(BY.sub("", article.byline)) if article.byline else ()


def _lent(a: Article, b: Article) -> Found | None:
    """One of them credits another outlet and the other, whose publisher is not known, credits none.

    That outlet's own page it is hardly, where it speaks of the outlet as of somebody else.
    """
    for here, there, way in ((a, b, Direction.A_TO_B), (b, a, Direction.B_TO_A)):
        lenders = borrowed_credits(there)
        if lenders and not borrowed_credits(here) and shown_publisher(here) is None:
            if speaks_of(here, lenders[0]):
                return Direction.COMMON, f"the one credits {lenders[0]}, and the other speaks of it"
            return way, f"the one credits {lenders[0]}, the other credits nobody"
    return None


def _by_containment(s: Sharing) -> Found:
    if s.share_b >= CONTAINED > s.share_a:
        return Direction.A_TO_B, "the shorter text stands whole in the longer"
    if s.share_a >= CONTAINED > s.share_b:
        return Direction.B_TO_A, "the shorter text stands whole in the longer"
    return Direction.UNKNOWN, "neither credits nor times say which was first"


def _earlier(a: Article, b: Article) -> Direction | None:
    first, second = _moment(a), _moment(b)
    if first is None or second is None:
        return None
    if isinstance(first, datetime) and isinstance(second, datetime):
        if (first.tzinfo is None) == (second.tzinfo is None) and first != second:
            return Direction.A_TO_B if first < second else Direction.B_TO_A
        if (first.tzinfo is None) == (second.tzinfo is None):
            return None
    left, right = str(first)[:10], str(second)[:10]
    if left == right:
        return None
    return Direction.A_TO_B if left < right else Direction.B_TO_A


def _moment(article: Article) -> datetime | str | None:
    published = article.published
    if published is None:
        return None
    if published.precision in (Precision.MINUTE, Precision.HOUR):
        try:
            return datetime.fromisoformat(published.value)
        except ValueError:
            return None
    return published.value if published.precision is Precision.DAY else None


BY = re.compile(r"^by\s", re.IGNORECASE)
