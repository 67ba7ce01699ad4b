"""Which lines of one article's part of a page are its body, and which is its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .blocks import squeezed, words_of
from .bylines import is_author_note, is_name_line, people_in
from .calendar import CLOCK_ALONE
from .datelines import read_dateline
from .endings import end_of_text, ends_at, weight_of
from .insets import LONGER_THAN_A_HEADING, insets_in
from .lines import Line
from .titles import HEAD_MARKS, find_deck, find_title

# "MARIA HOLT, HOST:" above what she says
_SPEAKER = re.compile(r"[A-Z][A-Z.’'-]{1,20}(?:,? [A-Z][A-Z.’'-]{0,20}){0,5}:")
SECTIONED = 3
"""Headings from which a text is divided by them."""
FEWEST = 6
"""Words of a line that can be an article's only text."""
LONG_LEAD = 20
"""Words of a first paragraph that no teaser reaches alone: a shorter one must be followed by another sentence."""


@dataclass(frozen=True, slots=True)
class Body:
    """Indices of lines: the headline, and those of the text. `labels` says what each other line is."""

    title: int | None
    kept: tuple[int, ...]
    labels: dict[int, str]


def find_body(lines: Sequence[Line]) -> Body | None:
    """The body in one article's lines; None where there is no sentence of an article."""
    prose = [i for i, line in enumerate(lines) if line.prose]
    if not prose:
        return _brief(lines)
    lead = _lead(lines, prose)
    title = find_title(lines, lead)
    start = _start(lines, lead, title)
    end = end_of_text(lines, prose, start)
    clocks = _clocks(lines, start, end)
    labels = {i: line.label for i, line in enumerate(lines) if line.label is not None and i not in clocks}
    kept = [i for i in range(start, end) if i != title and (lines[i].label is None or i in clocks)]
    while kept and kept[0] < lead and is_kicker(lines[kept[0]]):
        kept = kept[1:]
    kept = _without_note(lines, _without_teasers(lines, _without_introduction(lines, kept)))
    insets = frozenset() if _is_sectioned(lines, kept) else insets_in(lines, kept)
    labels.update((i, "related") for i in sorted(insets))
    deck = [i for i in find_deck(lines, title, start, lead) if not is_kicker(lines[i])]
    kept = deck + [i for i in kept if i not in insets]
    chosen = set(kept)
    for i in range(len(lines)):
        if i not in labels and i != title and i not in chosen:
            labels[i] = (
                "byline"
                if is_name_line(lines[i].text) or is_author_note(lines[i].text)
                else "related"
                if i >= end
                else "other"
            )
    return Body(title, tuple(kept), labels) if kept else None


KICKER = 2
"""Words of a kicker ("Nation", "World news") over the first sentence."""


def is_kicker(line: Line) -> bool:
    """Whether a line names a section of the outlet: a word or two, no dateline (those are loud or end in a dash)."""
    text = line.text.strip()
    return line.block.words <= KICKER and text[-1:].isalnum() and not text.isupper()


def _is_sectioned(lines: Sequence[Line], kept: Sequence[int]) -> bool:
    """Whether a text is divided by headings of its own: then a longer one between two sentences is one of them."""
    between = zip(kept, kept[1:], kept[2:], strict=False)
    short = [i for k, i, n in between if lines[k].prose and lines[n].prose and _is_heading(lines[i])]
    return len(short) >= SECTIONED


def _is_heading(line: Line) -> bool:
    if line.prose or not 2 <= line.block.words < LONGER_THAN_A_HEADING or not line.text[-1:].isalnum():
        return False
    long = [word for word in words_of(line.text) if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long)


def _brief(lines: Sequence[Line]) -> Body | None:
    """A page without a full sentence: its longest lines are all there is (a flash, a single headline)."""
    kept = tuple(i for i, line in enumerate(lines) if line.label is None and line.block.words >= FEWEST)
    labels = {i: line.label or "other" for i, line in enumerate(lines) if i not in kept}
    return Body(None, kept, labels) if kept else None


def _without_introduction(lines: Sequence[Line], kept: list[int]) -> list[int]:
    """The text without a first paragraph that says who is named in the byline above it: "Anna Berg is a lecturer …"."""
    if len(kept) < 3:
        return kept
    above = [name for line in lines[: kept[0]] if line.label == "byline" for name in people_in(line.text)]
    introduced = any(lines[kept[0]].text.startswith((f"{name} is ", f"{name} was ", f"{name}, ")) for name in above)
    return kept[1:] if introduced else kept


def _without_note(lines: Sequence[Line], kept: list[int]) -> list[int]:
    """The text without a note on its author in the last lines, or words that announce what does not follow."""
    while len(kept) > 2 and (is_author_note(lines[kept[-1]].text) or lines[kept[-1]].text.rstrip().endswith(":")):
        kept = kept[:-1]
    return kept


def _lead(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """The first paragraph: at a dateline, or where sentences follow each other without byline or date between."""
    times = Counter(squeezed(line.text) for line in lines)
    once = [i for i in prose if times[squeezed(lines[i].text)] == 1] or list(prose)
    settled = _settled(lines, once)
    for i in prose[:12]:
        found = read_dateline(lines[i].text)
        if found is not None and (i <= settled or found.agency or found.date or _marked(lines, settled, i)):
            return i
    return settled


def _settled(lines: Sequence[Line], once: Sequence[int]) -> int:
    for this, following in pairwise(once):
        long = lines[this].block.words
        pictured = {line.label for line in lines[this + 1 : following]} <= {"caption"} and long >= LONG_LEAD * 2
        sure = pictured or long >= LONG_LEAD * 3 or (long >= LONG_LEAD and _opens(lines, this))
        if sure or not _marked(lines, this, following):
            return this
    return max(once, key=lambda i: (lines[i].block.words, -i))


def _opens(lines: Sequence[Line], i: int) -> bool:
    """Whether a paragraph is the first on its page, and neither byline nor date comes right after it."""
    above = any(line.label is None for line in lines[:i])
    return not above and not any(line.label in {"date", "byline"} for line in lines[i + 1 : i + 4])


def _marked(lines: Sequence[Line], start: int, end: int) -> bool:
    between = range(start + 1, min(end, start + 8))
    return any(lines[i].label in HEAD_MARKS and not CLOCK_ALONE.fullmatch(lines[i].text) for i in between)


def _start(lines: Sequence[Line], lead: int, title: int | None) -> int:
    """Where the text begins: the lead, or earlier where nothing but sentences stands between it and the page's top."""
    first = lead
    times = Counter(squeezed(line.text) for line in lines)
    found = read_dateline(lines[lead].text)
    firm = (
        found is not None and lines[lead].prose
    )  # a report begins at its dateline: what is above belongs to a picture
    while first > 0 and first - 1 != title and _goes_before(lines[first - 1], times) and not firm:
        first -= 1
    top = title if title is not None else -1
    between = range(top + 1, first)
    if all(lines[i].label is None for i in range(first)) and not any(is_name_line(lines[i].text) for i in between):
        return top + 1
    return first


def _goes_before(line: Line, times: Counter[str]) -> bool:
    """Whether a line above the lead is text: a sentence that is there once, a dateline or a speaker's name alone."""
    if line.prose:
        return times[squeezed(line.text)] == 1
    return line.label is None and (read_dateline(line.text) is not None or bool(_SPEAKER.fullmatch(line.text)))


def _clocks(lines: Sequence[Line], start: int, end: int) -> frozenset[int]:
    """Times of day that head the entries of a running report: text, not a stamp, when there are several."""
    found = [
        i
        for i in range(max(start - 1, 0), end - 1)
        if lines[i].label == "date" and CLOCK_ALONE.fullmatch(lines[i].text)
    ]
    found = [i for i in found if any(line.prose for line in lines[i + 1 : i + 3])]
    return frozenset(found) if len(found) > 1 else frozenset()


def without_talk(lines: Sequence[Line], body: Body) -> Body:
    """A body without what it has of the comments or the list of teasers below it."""
    prose = [i for i in body.kept if lines[i].prose]
    total = sum(weight_of(lines[i]) for i in prose)
    end = next((i for i in range(body.kept[0] + 1, body.kept[-1]) if ends_at(lines, i, prose, total)), None)
    if end is None:
        return body
    left = {k: lines[k].label or "related" for k in body.kept if k >= end}
    return Body(body.title, tuple(k for k in body.kept if k < end), {**body.labels, **left})


def _without_teasers(lines: Sequence[Line], kept: Sequence[int]) -> list[int]:
    """Headlines of other articles that follow "Related content" inside the text."""
    result = []
    mark = -1  # the last line before that is furniture or a sentence
    at = 0
    for i in kept:
        mark = next((k for k in range(i - 1, at - 1, -1) if lines[k].label is not None or lines[k].prose), mark)
        at, k = i, mark
        teased = k >= 0 and lines[k].label in {"related", "advert", "caption"} and not lines[i].prose
        filmed = 0 < i < len(lines) - 1 and lines[i - 1].label == "related" and lines[i + 1].label == "caption"
        listed = i > 0 and lines[i - 1].label == "related" and lines[i].text.startswith(("* ", "• "))
        if not filmed and not listed and (not teased or (lines[k].label == "advert" and i - k > 1)):
            result.append(i)
    return result
