"""The times that a page shows beside an article: lines of date and age around its headline and below its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.model import DateCandidate, Precision

from .ages import age_in
from .calendar import FIRST_STAMP, MODIFIED_STAMP, moments
from .lines import Line

STAMPED = frozenset({"date", "byline", "disclaimer", "publisher"})
"""Labels of lines that may tell when the article came out."""
NEAR = 3
"""Lines below an article's end among which a bare date is still its own; further down it is another article's."""
LONGEST_WORDS = 80
_FAR = 9


def shown_dates(
    lines: Sequence[Line], title: int | None, lead: int, end: int, fetched: str | None
) -> tuple[DateCandidate, ...]:
    """The times in the lines of one article, the surest first: with a word ("Published"), between headline and lead,
    right below the end, above the headline (where a page's own date of today stands)."""
    found: list[tuple[int, int, DateCandidate]] = []
    for i, line in enumerate(lines):
        if line.label not in STAMPED:
            continue
        told = _introduced(lines, i)
        place = _place(i, title, lead, end, bool(FIRST_STAMP.search(told) or MODIFIED_STAMP.search(told)))
        if place < _FAR:
            found += [(place, i, one) for one in stamps_in(told, fetched)]
    return tuple(one for _, _, one in sorted(found, key=lambda entry: entry[:2]))


def stamps_in(text: str, fetched: str | None) -> Iterator[DateCandidate]:
    """The times in one line, each with what the words right before it say: published or modified."""
    at = 0
    for moment in moments(text):
        point = moment.iso()
        if point is None:
            continue
        before = text[at : moment.start]
        modified = bool(MODIFIED_STAMP.search(before)) and not _last_is_first(before)
        words = text if len(text) <= LONGEST_WORDS else text[moment.start : moment.end]
        yield DateCandidate(value=point[0], precision=point[1], basis="visible", modified=modified, words=words)
        at = moment.end
    age = age_in(text, fetched) if not at else None
    if age is not None:
        yield age


def dateline_date(written: str | None, years: Sequence[int]) -> DateCandidate | None:
    """The day of a dateline, with its own year or the only one that the page gives beside."""
    for moment in moments(written or ""):
        point = moment.iso(years[0] if len(set(years)) == 1 else None)
        if point is not None:
            return DateCandidate(value=point[0], precision=Precision.DAY, basis="dateline", words=written or "")
    return None


def fetch_years(fetched: str | None) -> list[int]:
    """The year in which a page was fetched: that of a dateline, where the page names none."""
    return [int(fetched[:4])] if fetched and fetched[:4].isdigit() else []


def _last_is_first(before: str) -> bool:
    """ "Last updated; first published": the nearer word counts."""
    first = max((match.start() for match in FIRST_STAMP.finditer(before)), default=-1)
    return first > max((match.start() for match in MODIFIED_STAMP.finditer(before)), default=-1)


def _introduced(lines: Sequence[Line], i: int) -> str:
    """A line with the line before it where that is only its introduction: "Published" above "27 June 2025"."""
    before = lines[i - 1].text if i else ""
    if len(before) < 30 and before.rstrip(" :").lower().split(" ")[-1:] != [] and _is_introduction(before):
        return f"{before.rstrip(' :')}: {lines[i].text}"
    return lines[i].text


def _is_introduction(text: str) -> bool:
    bare = MODIFIED_STAMP.sub(" ", FIRST_STAMP.sub(" ", text))
    rest = [word for word in bare.lower().replace(":", " ").split() if word not in {"on", "at", "last", "first", "by"}]
    return bare != text and not rest


def _place(i: int, title: int | None, lead: int, end: int, told: bool) -> int:
    """How sure a line's place makes it that its time is the article's: 0 is surest, `_FAR` is another's."""
    if i < lead:
        above = title is not None and i < title
        return (1 if above else 0) if told else (3 if above else 1)
    if i >= end:
        return 2 if i < end + NEAR else 4 if told else _FAR
    return 2 if told else _FAR
