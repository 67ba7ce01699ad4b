"""Headlines and standfirsts: what stands between the top of an article and its first paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .blocks import squeezed, words_of
from .bylines import is_name_line
from .calendar import AGE, CLOCK_ALONE
from .lines import Line, is_title_case

HEAD_MARKS = frozenset({"date", "byline", "share", "publisher", "subscribe", "caption", "navigation"})
REPEATED = 0.7
"""Share of a standfirst's words in the lead from which it is the lead again, cut short."""
LONGEST_PUBLISHER = 6
LONGEST_DECK = 45
"""Words of a standfirst; a summary written by hand has 10 to 35."""


def find_title(lines: Sequence[Line], lead: int) -> int | None:
    """The headline: before the first paragraph, made of its words, often there twice.

    Where no line has the form of one: a line like a name that shares words with the lead ("Mill Tower Burns Down"), or
    one sentence above byline and date.
    """
    own = _publishers(lines[:lead])
    plain = [
        i
        for i in range(lead)
        if lines[i].label is None
        and not lines[i].text.startswith(("-", "•", "*"))
        and squeezed(lines[i].text) not in own
        and not (i and CLOCK_ALONE.fullmatch(lines[i - 1].text))
    ]
    about = _words_about(lines, lead)
    titled = [i for i in plain if looks_like_title(lines[i].text)]
    if titled:
        times = Counter(squeezed(line.text) for line in lines)
        return max(titled, key=lambda i: (_score(lines, i, lead, about, times), -i))
    said = [i for i in plain if not lines[i].prose and not lines[i].text.endswith(":")]
    named = [i for i in said if lines[i].block.words > 2 and _shared(lines[i], about)]
    if named:
        return named[0]
    mark = max((i for i in range(lead) if lines[i].label in HEAD_MARKS), default=-1)
    above = [i for i in plain if i < mark and lines[i].prose and lines[i].block.words <= 30]
    return above[0] if above else None


def _publishers(above: Sequence[Line]) -> frozenset[str]:
    """What lines of a publisher say, by their place: short, right above an age or there again behind a dash."""
    short = {i: squeezed(line.text) for i, line in enumerate(above) if line.block.words <= LONGEST_PUBLISHER}
    aged = {i - 1 for i, line in enumerate(above) if line.label == "date" and AGE.search(line.text)}
    dashed = {name for i, name in short.items() if above[i].text.startswith(("- ", "– ", "— "))}
    times = Counter(short.values())
    return frozenset(name for i, name in short.items() if i in aged or (name in dashed and times[name] > 1))


def _words_about(lines: Sequence[Line], lead: int) -> frozenset[str]:
    """The longer words of the article's beginning."""
    near = range(lead, min(lead + 4, len(lines)))
    return frozenset(word.lower() for i in near for word in words_of(lines[i].text[:3000]) if len(word) > 3)


def _shared(line: Line, about: frozenset[str]) -> float:
    words = [word.lower() for word in words_of(line.text) if len(word) > 3]
    return sum(word in about for word in words) / max(len(words), 1)


def _score(lines: Sequence[Line], i: int, lead: int, about: frozenset[str], times: Counter[str]) -> float:
    brief = lines[i].block.words < 4  # a section or a publisher, more likely than a headline
    twice = times[squeezed(lines[i].text)] > 1 and not brief
    return (
        _shared(lines[i], about) - 0.7 * brief + 0.4 * twice + 0.2 * lines[i].block.heading - 0.02 * min(lead - i, 10)
    )


def looks_like_title(text: str) -> bool:
    """Three to thirty words without a full stop at the end."""
    words = words_of(text[:400])
    if not 3 <= len(words) <= 30 or is_name_line(text.lstrip("-–—•* ")):
        return False
    if not text.rstrip("\"”’'").endswith("."):
        return not text.endswith((":", ";", ","))
    # a headline printed with a full stop: nearly all its longer words are capitalised, and it is one sentence
    long = [word for word in words if len(word) > 3]
    if len(long) < 3 or (re.search(r"[.!?] [A-Z]", text) and not is_title_case(text)):
        return False
    return sum(word[0].isupper() for word in long) >= 0.85 * len(long)


def find_deck(lines: Sequence[Line], title: int | None, start: int, lead: int) -> list[int]:
    """Sentences right below the headline, above byline and date: the standfirst."""
    if title is None:
        return []
    seen = {squeezed(lines[i].text) for i in (title, *range(lead, len(lines)))}
    deck: list[int] = []
    times = Counter(squeezed(line.text) for line in lines)
    for i in range(title + 1, min(start, title + 6)):
        line = lines[i]
        again = times[squeezed(line.text)] > 1 or squeezed(line.text) in seen
        if line.label is not None or again or not _is_deck(lines, i) or _repeats(line, lines[lead]):
            break
        deck.append(i)
    return deck


def _is_deck(lines: Sequence[Line], i: int) -> bool:
    """A sentence, or a second headline of some length."""
    following = lines[i + 1].label if i + 1 < len(lines) else None
    if following == "caption" or lines[i].block.words > LONGEST_DECK:
        return False
    return lines[i].prose or (lines[i].block.words > 7 and looks_like_title(lines[i].text))


def _repeats(deck: Line, lead: Line) -> bool:
    """Whether a standfirst only says the first paragraph over again."""
    words = [word.lower() for word in words_of(deck.text)]
    there = {word.lower() for word in words_of(lead.text[:3000])}
    return sum(word in there for word in words) >= REPEATED * len(words)
