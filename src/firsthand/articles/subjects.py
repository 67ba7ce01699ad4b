"""What lines are about: whether a headline is told again below it, and whether two stretches share their words.

Measured on the lineage articles and the stories of the bench (one half): two stretches of 120 longer words next to each
other in one article share 0.10 to 0.34 of the smaller one's words (5th to 95th percentile), the end of one article and
the beginning of another 0.00 to 0.11, if they are not about one event. Six or seven of ten longer words of a headline
stand in its article's first paragraphs (median), none in what stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .blocks import words_of
from .lines import Line

WINDOW = 120
"""Longer words of a stretch."""
LEAD = 70
"""Longer words below a headline among which its own stand."""
SHORTEST = 4
FEWEST = 25
"""Different words below which a stretch is too short to tell its subject."""
_COMMON = frozenset(
    """
    about after again against also among another back because been before being between both came come could does
    down during each even every first from going good have having here himself into itself just know last later like
    made make many more most much must never next only other over people really right said same says should since some
    still such take than that their them then there these they thing things this those three through time told took
    under until upon very want well went were what when where which while will with without would year years your
    """.split()  # noqa: SIM905
)
"""Longer words of English that any text has."""
_PERSON = re.compile(r"\b([A-ZÀ-Þ][a-zà-ÿ'’]+) ([A-ZÀ-Þ][\wà-ÿ’'-]*[a-zà-ÿ])")
OPENING = 450
"""Characters of an article in which persons are introduced."""
NEAR = 60
"""Lines at both ends of what stands above in which names are looked for."""
LONGEST_LOOKED_AT = 2_000
REMEMBERED = 3_000
"""Characters above in which their last name stands alone."""


class Subjects:
    """The longer words of a page's sentences, by line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._words: list[str] = []
        self._offsets = [0]
        for line in lines:
            if line.prose:
                self._words += content_words(line.text[:6_000])
            self._offsets.append(len(self._words))

    def restated(self, title: str, i: int, start: int) -> tuple[float, float]:
        """Shares of a headline's words in the sentences below line `i`, and in those above it from line `start`."""
        words = content_words(title)
        if not words:
            return 0.0, 0.0
        at = self._offsets[i]
        below = frozenset(self._words[at : at + LEAD])
        above = frozenset(self._words[max(self._offsets[start], at - WINDOW) : at])
        return sum(word in below for word in words) / len(words), sum(word in above for word in words) / len(words)

    def shared(self, start: int, i: int) -> float | None:
        """How much of their words the sentences from line `i` share with the last or the first ones from line `start`.

        None where there are too few words to tell.
        """
        first, at = self._offsets[start], self._offsets[i]
        below = frozenset(self._words[at : at + WINDOW])
        near = frozenset(self._words[max(first, at - WINDOW) : at])
        opening = frozenset(self._words[first : min(first + WINDOW, at)])
        if min(len(below), len(near)) < FEWEST:
            return None
        return max(len(below & other) / min(len(below), len(other)) for other in (near, opening))

    def introduced_again(self, start: int, i: int) -> int:
        """How many names the sentences from line `i` give in full that the lines from `start` had in full and since
        then by the last word alone: in one article 8 % of paragraphs have such a name and 2 % two, of the beginnings of
        another report on the same event 64 % and 18 %."""
        above = (
            self._lines[start:i]
            if i - start <= 2 * NEAR
            else (*self._lines[start : start + NEAR], *self._lines[i - NEAR : i])
        )
        before = " ".join(line.text[:LONGEST_LOOKED_AT] for line in above if line.prose)
        after = " ".join(line.text for line in self._lines[i : i + 3] if line.prose)[:OPENING]
        again = set()
        for first, last in _PERSON.findall(after):
            last = last.removesuffix("’s").removesuffix("'s")
            full = f"{first} {last}"
            if full in before and re.search(rf"(?<!{re.escape(first)} )\b{re.escape(last)}\b", before[-REMEMBERED:]):
                again.add(full)
        return len(again)


def content_words(text: str) -> list[str]:
    """The longer words of a text that say what it is about, in lower case."""
    found = (word.lower().removesuffix("’s").removesuffix("'s") for word in words_of(text))
    return [word for word in found if len(word) >= SHORTEST and word not in _COMMON]
