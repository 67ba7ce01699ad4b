"""Whether a text tells its people to be men or women: by honorifics, and by the pronouns that go back to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from ..names.lexicon import FEMALE_TITLES, MALE_TITLES, TITLES
from .mentions import Names, root_of
from .reach import Reach

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


Sex = Literal["man", "woman"]
SUBJECTS = ("nsubj", "nsubjpass")
PRONOUNS: dict[str, Sex] = {
    **dict.fromkeys(("he", "his", "him", "himself"), "man"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "woman"),
}
SURE = 2
"""Pronouns of one sex more than of the other from which on they tell the sex of a person without an honorific. In
688 articles of news all 81 such people with an honorific bear that of this sex, and 97 of 103 with one such pronoun."""


def sexes(doc: Doc, names: Names, reach: Reach) -> dict[str, Sex]:
    """The sex of each person, by key, that the text tells."""
    return {**dict(_by_pronouns(doc, names, reach)), **dict(_by_honorifics(names))}


def _by_honorifics(names: Names) -> Iterator[tuple[str, Sex]]:
    for name in names.all:
        title = name.text[: len(name.text) - len(name.name)].lower().replace(".", " ").split()
        for word in takewhile(TITLES.__contains__, reversed(title)):  # "King County Sheriff" tells nothing
            if word in MALE_TITLES | FEMALE_TITLES:
                yield name.key, "man" if word in MALE_TITLES else "woman"


def _by_pronouns(doc: Doc, names: Names, reach: Reach) -> Iterator[tuple[str, Sex]]:
    for key, votes in votes_of_sex(doc, names, reach).items():
        if abs(votes) >= SURE:
            yield key, "man" if votes > 0 else "woman"


def votes_of_sex(doc: Doc, names: Names, reach: Reach) -> Counter[str]:
    """For each person how many pronouns that can only be theirs speak for a man, less those for a woman.

    Only theirs is the first such pronoun behind a name that is the subject of its sentence, in that sentence or at the
    head of the next one, where nobody else is named before it.
    """
    votes: Counter[str] = Counter()
    people = [name for name in names.all if name.kind == "person"]
    for n, name in enumerate(people):
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is None or root_of(span).dep_ not in SUBJECTS or reach.quotation(name.start):
            continue
        end = people[n + 1].start if n + 1 < len(people) else len(names.text)
        pronoun = _next_pronoun(doc, span.end, end, reach)
        if pronoun is not None:
            votes[name.key] += 1 if PRONOUNS[pronoun.lower_] == "man" else -1
    return votes


def _next_pronoun(doc: Doc, first: int, end: int, reach: Reach) -> Token | None:
    begun = 0
    for token in doc[first : first + FARTHEST]:
        begun += token.is_sent_start is True
        if token.idx >= end or begun > 1:
            return None
        if token.lower_ in PRONOUNS and reach.quotation(token.idx) is None:
            return token if not begun or token.dep_ in SUBJECTS else None
    return None


FARTHEST = 60
"""Words behind a name in which a pronoun is looked for: two sentences of common length."""
