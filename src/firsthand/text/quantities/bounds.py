"""Words that bound an amount: "more than", "up to", "about", "or so". A closed class of English, read both sides."""

from __future__ import annotations

import re

from firsthand.model import Bound

_MORE = (
    "more than", "greater than", "higher than", "longer than", "larger than", "bigger than", "over than", "older than",
    "at least", "no fewer than", "no less than", "not less than", "not fewer than", "upwards of", "upward of",
    "in excess of", "over", "above", "exceeding", "exceeds", "exceeded", "exceed", "beyond", "topping", "surpassing",
    "a minimum of", "minimum of", "starting at", "or even", "north of", "just over", "well over", "a little over",
    "slightly over", "slightly more than", "a little more than", "just above", "over the age of", ">", "≥", ">=",
    "and over", "well above", "well more than",
)  # fmt: skip
_LESS = (
    "less than", "fewer than", "lower than", "smaller than", "shorter than", "younger than", "under", "below", "up to",
    "at most", "at the most", "no more than", "not more than", "as many as", "as much as", "as high as", "as long as",
    "as far as", "nearly", "almost", "a maximum of", "maximum of", "just under", "well under", "a little under",
    "slightly under", "slightly less than", "a little less than", "just below", "not quite", "close to", "approaching",
    "shy of", "just shy of", "south of", "<", "≤", "<=", "well below", "within",
)  # fmt: skip
_ABOUT = (
    "about", "around", "roughly", "approximately", "approx", "approx.", "circa", "some", "an estimated", "estimated",
    "an average of", "on average", "averaging", "averaged", "something like", "somewhere around", "in the region of",
    "in the neighborhood of", "in the neighbourhood of", "in the order of", "on the order of", "or about", "~", "≈",
    "more or less", "give or take", "near", "close on", "an average", "at around", "at about", "perhaps", "maybe",
    "an approximate", "c.",
)  # fmt: skip
_CLOSE = {
    "as many as": Bound.LESS, "close to": Bound.ABOUT,
}  # fmt: skip
BEFORE_WORDS = {
    **dict.fromkeys(_MORE, Bound.MORE), **dict.fromkeys(_LESS, Bound.LESS), **dict.fromkeys(_ABOUT, Bound.ABOUT),
    **_CLOSE,
}  # fmt: skip
_WORDS = "|".join(
    (r"\b" if w[0].isalpha() else "") + re.escape(w).replace(r"\ ", " ")
    for w in sorted(BEFORE_WORDS, key=len, reverse=True)
)
BEFORE = re.compile(rf"({_WORDS})(?: only| just| the)?[ \u00a0]?$|\b(sub)-$", re.IGNORECASE)
AFTER_MORE = re.compile(
    r"\+(?!\w)|[ ](?:or|and) (?:more|above|over|older|up|higher|longer)\b(?! than)|[ ]plus\b", re.IGNORECASE
)
AFTER_LESS = re.compile(r"[ ]or (?:less|fewer|under|younger|lower)\b(?! than)", re.IGNORECASE)
AFTER_ABOUT = re.compile(r"[ ](?:or so|or thereabouts|odd)\b|-odd\b|-ish\b|ish\b", re.IGNORECASE)
LONGEST = 32


def before(text: str, at: int) -> tuple[Bound, int] | None:
    """The bound written before an amount that starts at `at`, and where its words start."""
    window = text[max(0, at - LONGEST) : at]
    match = BEFORE.search(window)
    if match is None:
        return None
    if match[2]:
        return Bound.LESS, at - (len(window) - match.start(2))
    return BEFORE_WORDS[match[1].lower()], at - (len(window) - match.start(1))


def after(text: str, at: int) -> tuple[Bound, int] | None:
    """The bound written after an amount (or after what is counted) that ends at `at`, and where its words end."""
    for bound, pattern in ((Bound.MORE, AFTER_MORE), (Bound.LESS, AFTER_LESS), (Bound.ABOUT, AFTER_ABOUT)):
        match = pattern.match(text, at)
        if match:
            return bound, match.end()
    return None
