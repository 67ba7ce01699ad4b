"""A page of several articles: where each begins, from the structure of its lines and from what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

from .addresses import address_in
from .blocks import squeezed, words_of
from .calendar import AGE, CLOCK_ALONE
from .datelines import read_dateline
from .insets import LONGER_THAN_A_HEADING
from .lines import Line
from .subjects import Subjects
from .titles import looks_like_title

FULL = 60
"""Words of sentences that make a piece an article of its own; teasers have 10 to 40."""
UNBROKEN = 40
"""Words of sentences that follow a headline before the next line like one: teasers in a list have fewer."""
LONGEST_TEASER = 13
"""Words of such a line; one that is longer is a sentence that lost its full stop."""
ENOUGH = 4
"""Points of evidence for a boundary, see `_evidence`."""
LIKELY = 2
"""Points from which names are looked at, which takes longer."""
CERTAIN = 6
LOOK = 60
"""Lines below a headline among which its article's first sentences stand."""
HEAD = 6
"""Lines above a headline that can belong to it."""
SHORT = 30
"""Words of an article above a boundary that leaves no doubt."""
RESTATED, HALF_RESTATED = 0.5, 0.3
"""Shares of a headline's words told again below it (see `subjects`): median of headlines, their lower quarter."""
OTHER_SUBJECT, LIKE_SUBJECT = 0.06, 0.09
"""Shares of words two stretches have in common below which they are about something else: of stretches in one article
under 1 % are below the first, 4 % below the second; of two articles 76 % and 91 %."""
ONE_SUBJECT = 0.3
"""Share from which two stretches are of one piece: 5 % of pairs of reports on one event have as much."""
REPEATED_WITHIN = 120
"""Lines above a headline among which it is looked for again."""
WIDE = 3
"""Blanks between two blocks that are a gap, where the page's usual is less."""


@dataclass(frozen=True, slots=True)
class _Start:
    """A line at which an article may begin, the first of the lines above that belong to it, and its first sentence."""

    line: int
    head: int
    lead: int


def split_lines(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Ranges of lines, one an article; a page of one article gives one range."""
    starts = [0]
    words = list(accumulate((line.block.words * line.prose for line in lines), initial=0))
    subjects = Subjects(lines)
    gaps = _gaps(lines)
    best: tuple[int, _Start] | None = None
    for start in _starts(lines, gaps):
        if best is not None and start.lead != best[1].lead:
            _take(best, starts, words)
            best = None
        following, unbroken = _words_until_break(lines, start.lead)
        if start.head <= starts[-1] or following < FULL:
            continue
        points = _evidence(lines, start, starts[-1], subjects, gaps)
        if unbroken < UNBROKEN and points < CERTAIN:
            continue
        if best is None or points > best[0]:
            best = points, start
    if best is not None:
        _take(best, starts, words)
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _take(found: tuple[int, _Start], starts: list[int], words: Sequence[int]) -> None:
    points, start = found
    before = FULL if points < CERTAIN else SHORT
    if points >= ENOUGH and start.head > starts[-1] and words[start.head] - words[starts[-1]] >= before:
        starts.append(start.head)


def _starts(lines: Sequence[Line], gaps: frozenset[int]) -> Iterator[_Start]:
    """Lines like headlines, paragraphs with a dateline, and sentences right below a rule, an address or a gap."""
    leads = _next_prose(lines)
    for i in range(1, len(lines)):
        line = lines[i]
        if line.prose:
            begins = _is_break(lines, i - 1) or i in gaps or read_dateline(line.text) is not None
        else:
            begins = line.label is None and looks_like_title(line.text)
        if begins and 0 <= leads[i] - i <= LOOK:
            yield _Start(i, _head_start(lines, i), leads[i])


def _next_prose(lines: Sequence[Line]) -> list[int]:
    """For each line the first line of sentences from it on, -1 behind the last."""
    found, at = [-1] * len(lines), -1
    for i in range(len(lines) - 1, -1, -1):
        at = i if lines[i].prose else at
        found[i] = at
    return found


def _gaps(lines: Sequence[Line]) -> frozenset[int]:
    """Lines above which more is left blank than the page usually leaves."""
    widths = [after.block.start - before.block.end for before, after in pairwise(lines)]
    usual = median(widths) if widths else 0
    found = {i for i, width in enumerate(widths, start=1) if width >= WIDE and width > usual}
    return frozenset(found) if len(found) * 4 <= len(lines) else frozenset()


def _is_break(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is a rule of marks ("* * *", "-----") or an address alone."""
    text = lines[i].text
    marks = "".join(text.split())
    return (len(marks) >= 3 and not any(ch.isalnum() for ch in marks)) or address_in(text) is not None


def _head_start(lines: Sequence[Line], i: int) -> int:
    """The first of the lines above that belong to a start: publisher, age, publisher again; date, byline, address."""
    first = i
    while first > 0 and i - first < HEAD and _is_head_line(lines, first - 1, i):
        first -= 1
    return first


def _is_head_line(lines: Sequence[Line], i: int, title: int) -> bool:
    line = lines[i]
    if line.label in {"date", "byline", "publisher"} or _is_break(lines, i):
        return True
    short = not line.prose and line.block.words <= 6
    if line.label is not None or not short:
        return False
    # a publisher's line stands by an age, or is repeated
    twin = any(squeezed(lines[k].text) == squeezed(line.text) for k in range(max(0, i - 3), title) if k != i)
    return twin or (i + 1 < title and lines[i + 1].label == "date")


def _evidence(lines: Sequence[Line], start: _Start, last: int, subjects: Subjects, gaps: frozenset[int]) -> int:
    """Points for a boundary.

    Two each: an age ("39 minutes ago") above the headline, a publisher's line that is there twice, a dateline below, an
    end above (comments, rights, a closing agency), a rule, address or gap, a headline told again below and not above,
    another subject, two persons introduced again. One each: a byline, a date, a headline half told again, a subject
    hardly alike, one person introduced again, a line too long for a heading that is marked as one or
    has a gap above. Two less where both sides
    share what only stretches of one piece share. None at all for a headline that stands above the same subject already.
    """
    if _is_repeated(lines, start, last) and (subjects.shared(last, start.lead) or 0) >= LIKE_SUBJECT:
        return 0
    above = [lines[i] for i in range(start.head, start.line)]
    near = [lines[i] for i in range(start.line + 1, start.lead)][:6]
    aged = any(line.label == "date" and AGE.search(line.text) for line in above)
    plain = [squeezed(line.text) for line in above if line.label in {None, "publisher"}]
    apart = any(_is_break(lines, i) for i in range(max(0, start.head - 1), start.line))
    gapped = any(i in gaps for i in range(start.head, start.line + 1))
    titled = start.line != start.lead and lines[start.line].block.words >= LONGER_THAN_A_HEADING
    points = (
        2 * aged
        + 2 * (len(plain) > len(set(plain)))
        + 2 * (read_dateline(lines[start.lead].text) is not None)
        + _ended(lines, start.head)
        + 2 * (apart or gapped)
        + _told_again(lines, start, last, subjects)
        + _other_subject(start, last, subjects)
        + any(line.label == "byline" for line in (*above, *near))
        + any(line.label == "date" and not CLOCK_ALONE.fullmatch(line.text) for line in (*above, *near))
        + (titled and (gapped or lines[start.line].block.heading))
    )
    if LIKELY <= points < CERTAIN:
        points += min(2, subjects.introduced_again(last, start.lead))
    return points


def _is_repeated(lines: Sequence[Line], start: _Start, last: int) -> bool:
    own = lines[start.line].text
    near = range(max(last, start.head - REPEATED_WITHIN), start.head)
    return any(not lines[i].prose and squeezed(lines[i].text) == squeezed(own) for i in near)


def _told_again(lines: Sequence[Line], start: _Start, last: int, subjects: Subjects) -> int:
    if start.line == start.lead:
        return 0
    below, above = subjects.restated(lines[start.line].text, start.line, last)
    if below >= RESTATED and below - above >= HALF_RESTATED:
        return 2
    return int(below >= HALF_RESTATED and below > above)


def _other_subject(start: _Start, last: int, subjects: Subjects) -> int:
    shared = subjects.shared(last, start.lead)
    if shared is None:
        return 0
    if shared >= ONE_SUBJECT:
        return -2
    return 2 if shared < OTHER_SUBJECT else int(shared < LIKE_SUBJECT)


def _ended(lines: Sequence[Line], head: int) -> int:
    """Whether the lines just above show the end of another article; a related link can stand in its midst as well."""
    for i in range(head - 1, max(-1, head - 8), -1):
        if lines[i].prose:
            return 2 * _closing(lines[i].text)
        if lines[i].label in {"comments", "rights", "disclaimer"}:
            return 2
        if lines[i].label == "related" and i < head - 1:
            return 1
    return 0


def _closing(text: str) -> bool:
    tail = text.rstrip()[-14:]
    return (
        tail.endswith(")")
        and "(" in tail
        and words_of(tail[tail.rfind("(") :])[:1] != []
        and tail[tail.rfind("(") + 1 : -1].isupper()
    )


def _words_until_break(lines: Sequence[Line], start: int) -> tuple[int, int]:
    """Words of sentences from the first one on before the next furniture, and before the next line like a headline."""
    words = unbroken = 0
    whole = True
    for i in range(start, min(len(lines), start + LOOK)):
        line = lines[i]
        if line.prose:
            words += line.block.words
            unbroken += line.block.words * whole
        elif line.label in {"date", "related", "comments"}:
            break
        elif line.label is None and line.block.words <= LONGEST_TEASER and looks_like_title(line.text):
            whole = False
        if words >= FULL and (unbroken >= UNBROKEN or not whole):
            break
    return words, unbroken
