"""What stands around an article on its page: publisher, byline, time of publication."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from firsthand.text.agencies import is_known

from .blocks import squeezed
from .bylines import is_name_line, is_outlet_line, people_in
from .calendar import AGE
from .lines import Line

_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:copyright\s*)?(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?,?\s*)?(?:by\s+)?"
    r"(?P<name>(?-i:(?:[Tt]he\s+)?[A-Z][\w&’'.-]*(?: (?:of|and|the|[A-Z&][\w&’'-]*)){0,5}))"
    r"(?=\s*(?:[.,|;-]|all rights|$))",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"subject\s?:\s*(?:(?:re|fwd?|aw|wg)\s?:\s*)*(\S.*)$", re.IGNORECASE)
_TRAIL = re.compile(r"(?:home|homepage|start)\s*[>›»]\s*(\S.*)$", re.IGNORECASE)
_SITE = re.compile(r"(?:[\w-]{1,40}\.){1,3}[a-z]{2,12}")
BESIDE = frozenset({"date", "byline"})
LONGEST_NAME = 6
"""Words of an outlet's name."""
MASTHEAD = 4
"""Lines at the top of a page among which its name stands."""
_YEAR = re.compile(r"(?:©|\(c\)|copyright)\D{0,12}((?:19|20)\d\d)", re.IGNORECASE)


def publisher_line(lines: Sequence[Line], title: int | None) -> str | None:
    """The publisher a head shows: a short line that is there twice around an age, or stands right above one."""
    above = [i for i in range(title if title is not None else min(len(lines), 6)) if not lines[i].prose]
    aged = [i for i in above if lines[i].label == "date" and AGE.search(lines[i].text)]
    if not aged:
        return None
    plain = {
        i: squeezed(lines[i].text) for i in above if lines[i].label in {None, "publisher"} and lines[i].block.words <= 6
    }
    times = Counter(plain.values())
    for i, name in plain.items():
        if times[name] > 1 or aged == [i + 1]:
            best = max((k for k in plain if plain[k] == name), key=lambda k: (len(lines[k].text), k))
            return lines[best].text.strip(" -–—•|*")
    return None


def _is_signed(lines: Sequence[Line], i: int) -> bool:
    """Whether a name stands over its handle: "Anna Berg", "@annaberg"."""
    return i + 1 < len(lines) and lines[i + 1].text.startswith("@")


def subject_of(lines: Iterable[Line]) -> str | None:
    """What the head of a message gives as its subject, without "Fwd:" and "Re:"."""
    found = (_SUBJECT.match(line.text[:400]) for line in lines)
    return next((match[1].strip() for match in found if match), None)


def section_of(above: Iterable[Line]) -> str | None:
    """The section that the path to an article ends in: "Home > News > Local"."""
    for line in above:
        match = _TRAIL.match(line.text) if len(line.text) < 120 else None
        if match:
            return re.split(r"\s*[>›»]\s*", match[1].strip(" >›»"))[-1].strip() or None
    return None


def owner_of(lines: Iterable[tuple[str, str]]) -> str | None:
    """The outlet that a notice of copyright names: "© 2025 The Valley Herald. All rights reserved."; no agency."""
    for label, text in lines:
        match = _OWNER.search(text[:600]) if label == "rights" else None
        name = match["name"].strip(" .,|-") if match else ""
        if name and not is_known(name) and len(name.split()) <= LONGEST_NAME:
            return name
    return None


def masthead(lines: Sequence[Line], title: int | None) -> str | None:
    """The outlet's name at the top of a page: a line in the form of such names, or "The …" that the page says again."""
    for i in range(min(title if title is not None else 0, MASTHEAD)):
        text = lines[i].text.strip()
        if lines[i].block.words > LONGEST_NAME or lines[i].label not in {None, "publisher"} or is_known(text):
            continue
        if i == 0 and _SITE.fullmatch(text):
            return text
        if text.endswith(("•", "|", "·")):
            continue  # whose report it is, behind a page's own name
        again = text.startswith("The ") and any(text in line.text for line in lines[i + 1 :])
        if is_outlet_line(text) or again:
            return text.strip("•|- ")
    return None


def byline_of(head: Iterable[Line], tail: Iterable[Line]) -> str | None:
    """The persons named in byline lines, or in a bare line beside a date or a button."""
    people: list[str] = []
    marked = list(head)
    for i, line in enumerate(marked):
        beside = [marked[k].label for k in (i - 1, i + 1) if 0 <= k < len(marked)]
        bare = line.text.strip().lower() == "by" and i + 1 < len(marked)
        if line.label == "byline" and not bare:
            people += people_in(line.text)
        elif bare:
            people += people_in(marked[i + 1].text)
        elif (
            is_name_line(line.text)
            and line.label in {None, "byline"}
            and (_is_signed(marked, i) or BESIDE & set(beside))
        ):
            people += people_in(line.text)
    if not people:
        for line in tail:
            if line.label == "byline" and re.match(r"\W*(?:reporting )?by\b", line.text, re.IGNORECASE):
                people += people_in(line.text.partition(";")[0])
    return ", ".join(dict.fromkeys(people)) or None


def copyright_years(page: str) -> list[int]:
    """The years in notices of copyright at the foot of a page."""
    return [int(year) for year in _YEAR.findall(page[-5000:])]
