"""Which mentions are one name: surnames and their full names, abbreviations and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..places import is_place
from .compare import is_acronym, plain
from .lexicon import FEMALE, FEMALE_TITLES, MALE, MALE_TITLES
from .runs import Run
from .votes import NameKind

BESIDE = 12
"""Tokens on each side of a full name in which words such as "mother" or "his" tell of its bearer."""


def form(run: Run) -> str:
    """A mention as it is compared: lower case, without marks and titles."""
    return plain(run.written)


@dataclass(frozen=True, slots=True)
class _Full:
    number: int
    parts: tuple[str, ...]
    gender: int
    """Words beside it that speak for a man (positive) or a woman (negative)."""


def keys_of(runs: Sequence[Run], kinds: Mapping[str, NameKind]) -> dict[int, str]:
    """For each mention (by its first token's number) the key of its name: the fullest form of it."""
    people = _full_names(runs, kinds)
    explained = _explained(runs)
    companies = _companies(runs, kinds)
    keys: dict[int, str] = {}
    for number, run in enumerate(runs):
        written = form(run)
        key = explained.get(written) or _full_name(run, number, people)
        if key is None and kinds[written] is not NameKind.PERSON:
            key = companies.get(written)
        keys[run.first.i] = key or written
    return keys


def _full_names(runs: Sequence[Run], kinds: Mapping[str, NameKind]) -> list[_Full]:
    return [
        _Full(number, tuple(form(run).split()), _gender(run))
        for number, run in enumerate(runs)
        if kinds[form(run)] is NameKind.PERSON and len(form(run).split()) > 1
    ]


def _gender(run: Run) -> int:
    doc, start, end = run.first.doc, run.first.i, run.last.i + 1
    while start > max(0, run.first.i - BESIDE) and not doc[start].is_sent_start:
        start -= 1
    while end < min(len(doc), run.last.i + BESIDE) and not doc[end].is_sent_start:
        end += 1
    words = [token.lower_ for token in doc[start:end]]
    return sum(word in MALE for word in words) - sum(word in FEMALE for word in words)


def _full_name(run: Run, number: int, people: Sequence[_Full]) -> str | None:
    """The full name that a surname, or a name behind an unknown title, stands for: the nearest before, else after."""
    parts = tuple(form(run).split())
    fitting = _of_gender(run, [full for full in people if _abbreviates(parts, full.parts)])
    if not fitting and len(parts) == 1 and len({f.parts for f in people if f.parts[0] == parts[0]}) == 1:
        fitting = [full for full in people if full.parts[0] == parts[0]]  # a given name, or a surname that stands first
    if not fitting:
        return None
    before = [full for full in fitting if full.number < number]
    name = (before[-1] if before else fitting[0]).parts
    shorter: list[tuple[str, ...]] = [
        f.parts for f in people if len(f.parts) < len(name) and name[-len(f.parts) :] == f.parts
    ]
    return " ".join(min((len(n), n) for n in shorter)[1] if shorter else name)


def _abbreviates(parts: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if len(parts) == 1:
        return name[-1] == parts[0]
    return len(parts) >= len(name) and parts[-len(name) :] == name


def _of_gender(run: Run, fitting: list[_Full]) -> list[_Full]:
    """ "Mr. Brandt" is the Brandt that is called a son, not the one that is called a mother."""
    if len({full.parts for full in fitting}) < 2 or not run.titled:
        return fitting
    title = run.first.lower_.rstrip(".")
    sign = 1 if title in MALE_TITLES else -1 if title in FEMALE_TITLES else 0
    totals = {full.parts: sum(f.gender for f in fitting if f.parts == full.parts) for full in fitting}
    agreeing = [full for full in fitting if totals[full.parts] * sign > 0]
    return agreeing or ([full for full in fitting if totals[full.parts] * sign >= 0] or fitting)


def _explained(runs: Sequence[Run]) -> dict[str, str]:
    """Abbreviations explained in the text: "Shanghai Cooperation Organisation (SCO)"."""
    found: dict[str, str] = {}
    for before, run in pairwise(runs):
        if run.first.i != before.last.i + 2 or run.first.nbor(-1).text != "(":
            continue
        for short, full in ((run, before), (before, run)):
            words = re.findall(r"\w+", form(full))
            if len(short.tokens()) == 1 and len(words) > 1 and is_acronym(re.sub(r"\W", "", short.written), words):
                found.setdefault(form(short), form(full))
    return found


def _companies(runs: Sequence[Run], kinds: Mapping[str, NameKind]) -> dict[str, str]:
    """The first words of an organisation's name that stand alone elsewhere: "Interoute" of "Interoute Plc"."""
    found: dict[str, str] = {}
    for run in runs:
        words = form(run).split()
        if kinds[form(run)] is not NameKind.ORGANISATION:
            continue
        for size in range(1, len(words)):
            head = " ".join(words[:size])
            if not is_place(head):
                found.setdefault(head, form(run))
    return found
