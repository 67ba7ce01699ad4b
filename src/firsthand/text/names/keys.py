"""Which mentions are one name: surnames and their full names, abbreviations and what they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from ..places import is_place
from .compare import is_acronym, plain
from .lexicon import FEMALE, FEMALE_TITLES, MALE, MALE_TITLES
from .runs import Run
from .votes import NameKind

TOLD = 3
"""What an honorific weighs beside the words that stand near a name."""
BESIDE = 12
"""Tokens on each side of a full name in which words such as "mother" or "his" tell of its bearer."""

NEAREST = 200
"""Full names on each side of a mention that it may stand for: bounds the work on a hostile text."""
MOST = 50
"""Ways to write the initials between two names that are compared: bounds the work on a hostile text."""

Parts = tuple[tuple[str, ...], tuple[str, ...]]
"""Given names and surname, and what tells the generation of the bearer."""


def form(run: Run) -> str:
    """A mention as it is compared: lower case, without marks and titles."""
    return plain(run.written)


GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class _Full:
    number: int
    parts: tuple[str, ...]
    """Given names and surname."""
    generation: tuple[str, ...]
    gender: int
    """Words beside it that speak for a man (positive) or a woman (negative)."""

    @property
    def whole(self) -> tuple[str, ...]:
        """All parts, that for the generation too."""
        return self.parts + self.generation


def keys_of(runs: Sequence[Run], kinds: Mapping[str, NameKind]) -> dict[int, str]:
    """For each mention (by its first token's number) the key of its name: the fullest form of it."""
    read = _parts_of(runs, kinds)
    named = _full_names(runs, read, kinds)
    told = [replace(full, gender=TOLD * sign) for full, sign in _titled_alone(runs, read, named)]
    people = _People(sorted([*named, *told], key=lambda full: full.number))
    explained = _explained(runs)
    companies = _companies(runs, kinds)
    keys: dict[int, str] = {}
    for number, run in enumerate(runs):
        written = form(run)
        key = explained.get(written) or _full_name(run, read[number], number, people)
        if key is None and kinds[written] is not NameKind.PERSON:
            key = companies.get(written)
        keys[run.first.i] = key or written
    return keys


class _People:
    """Full names in order, by their last and by their first part."""

    def __init__(self, people: Iterable[_Full]) -> None:
        self.by_last: dict[str, list[_Full]] = defaultdict(list)
        self.by_first: dict[str, list[_Full]] = defaultdict(list)
        for full in people:
            self.by_last[full.parts[-1]].append(full)
            self.by_first[full.parts[0]].append(full)

    def called(self, last: str, number: int) -> list[_Full]:
        """Those of a surname around a mention."""
        return _around(self.by_last.get(last, []), number)

    def given(self, first: str, number: int) -> list[_Full]:
        """Those of a given name around a mention."""
        return _around(self.by_first.get(first, []), number)


def _around(people: list[_Full], number: int) -> list[_Full]:
    at = bisect_left(people, number, key=lambda full: full.number)
    return people[max(0, at - NEAREST) : at + NEAREST]


def _full_names(runs: Sequence[Run], read: Sequence[Parts], kinds: Mapping[str, NameKind]) -> list[_Full]:
    return [
        _Full(number, *parts, _gender(run))
        for number, (run, parts) in enumerate(zip(runs, read, strict=True))
        if kinds[form(run)] is NameKind.PERSON and len(parts[0]) > 1
    ]


def surname(key: str) -> str:
    """The last name in the key of a person's name: "holm" of "ivo holm jr."."""
    words = [word for word in key.split() if word not in GENERATIONS]
    return words[-1] if words else key


def _titled_alone(runs: Sequence[Run], read: Sequence[Parts], people: Sequence[_Full]) -> Iterator[tuple[_Full, int]]:
    """The full names that an honorific and a surname stood for while nobody else of that surname had been named."""
    full_names = {full.number: full for full in people}
    before: dict[str, dict[tuple[str, ...], _Full]] = defaultdict(dict)
    for number, run in enumerate(runs):
        if number in full_names:
            full = full_names[number]
            before[full.parts[-1]][full.parts] = full
            continue
        parts, sign = read[number][0], _sign(run)
        bearers = before.get(parts[0], {})
        if len(parts) == 1 and sign and len(bearers) == 1:
            yield next(iter(bearers.values())), sign


def _sign(run: Run) -> int:
    """1 where a name bears a man's honorific, -1 where it bears a woman's."""
    title = run.first.lower_.rstrip(".") if run.titled else ""
    return (title in MALE_TITLES) - (title in FEMALE_TITLES)


def _parts_of(runs: Sequence[Run], kinds: Mapping[str, NameKind]) -> list[Parts]:
    """The parts of each name. Initials in the middle are none, but where they alone tell two people apart: "Ada J.
    Holm" and "Ada K. Holm"."""
    initials: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for run in runs:
        named, middle, _ = _divided(form(run))
        if middle and kinds[form(run)] is NameKind.PERSON:
            initials[named].add(middle)
    apart = {named for named, ways in initials.items() if _conflict(ways)}
    return [_parts(form(run), apart) for run in runs]


def _conflict(ways: set[tuple[str, ...]]) -> bool:
    """Whether one of several rows of initials is not only longer than another one."""
    if len(ways) > MOST:
        return True
    return any(left != right for one, two in combinations(ways, 2) for left, right in zip(one, two, strict=False))


def _parts(written: str, apart: set[tuple[str, ...]]) -> Parts:
    named, middle, generation = _divided(written)
    return (named[0], *middle, *named[1:]) if named in apart else named, generation


def _divided(written: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """A name without initials in its middle, these initials, and what tells the generation of its bearer."""
    words = written.split()
    named = [word for word in words if word not in GENERATIONS] or words
    middle = [word.rstrip(".") for word in named[1:-1]]
    longer = [word for word, letters in zip(named[1:-1], middle, strict=True) if len(letters) > 1]
    generation = tuple(word for word in words if word in GENERATIONS and word not in named)
    return (named[0], *longer, *named[1:][-1:]), tuple(word for word in middle if len(word) == 1), generation


def _gender(run: Run) -> int:
    doc, start, end = run.first.doc, run.first.i, run.last.i + 1
    while start > max(0, run.first.i - BESIDE) and not doc[start].is_sent_start:
        start -= 1
    while end < min(len(doc), run.last.i + BESIDE) and not doc[end].is_sent_start:
        end += 1
    words = [token.lower_ for token in doc[start:end]]
    return sum(word in MALE for word in words) - sum(word in FEMALE for word in words)


def _full_name(run: Run, read: Parts, number: int, people: _People) -> str | None:
    """The full name that a surname, or a name behind an unknown title, stands for: the nearest before, else after."""
    parts, generation = read
    alike = [full for full in people.called(parts[-1], number) if _abbreviates(parts, full.parts)]
    same = [full for full in alike if full.generation == generation]
    fitting = _of_gender(run, same or ([] if generation else alike))
    if (
        not fitting
        and not generation
        and len(parts) == 1
        and not run.written.isupper()  # "KLX" is no given name of "KLX treasurer Ada Holm"
        and len({full.parts for full in people.given(parts[0], number)}) == 1
    ):
        fitting = people.given(parts[0], number)  # a given name, or a surname that stands first
    if not fitting:
        return None
    before = [full for full in fitting if full.number < number]
    name = before[-1] if before else fitting[0]
    shorter = [
        f.whole
        for f in people.called(name.parts[-1], number)
        if len(f.parts) < len(name.parts) and name.parts[-len(f.parts) :] == f.parts and f.generation == name.generation
    ]
    return " ".join(min((len(n), n) for n in shorter)[1] if shorter else name.whole)


def _abbreviates(parts: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if len(parts) == 1:
        return name[-1] == parts[0]
    return len(parts) >= len(name) and parts[-len(name) :] == name


def _of_gender(run: Run, fitting: list[_Full]) -> list[_Full]:
    """ "Mr. Brandt" is the Brandt that is called a son, not the one that is called a mother."""
    if len({full.parts for full in fitting}) < 2 or not run.titled:
        return fitting
    sign = _sign(run)
    totals: Counter[tuple[str, ...]] = Counter()
    for full in fitting:
        totals[full.parts] += full.gender
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
