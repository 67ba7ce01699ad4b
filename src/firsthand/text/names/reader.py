"""Names of one text: the parser's small name reader, repaired by what the document itself says.

Every mention votes for a kind; all mentions of one name get the kind that most of them speak for. A surname alone gets the
key of the full name before it, an abbreviation that of the name it was explained with.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..english import parse
from ..places import is_place
from .compare import is_acronym, plain
from .lexicon import (
    EVENT_FIRST,
    EVENT_HEADS,
    ORGANISATION_FIRST,
    ORGANISATION_HEADS,
    PERSON_VERBS,
    PLACE_FIRST,
    PLACE_HEADS,
)
from .runs import Run, find_runs

if TYPE_CHECKING:
    from spacy.tokens import Token


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    PRODUCT = "product"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One mention of a name. The span covers titles before it; `key` is equal for all mentions of one name in a text."""

    start: int
    end: int
    text: str
    kind: NameKind
    key: str
    name: str
    """The mention without its titles."""


LABELS = {
    "PERSON": NameKind.PERSON, "ORG": NameKind.ORGANISATION, "GPE": NameKind.PLACE, "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE, "EVENT": NameKind.EVENT, "PRODUCT": NameKind.PRODUCT, "WORK_OF_ART": NameKind.OTHER,
    "LAW": NameKind.OTHER, "NORP": NameKind.OTHER,
}  # fmt: skip
PLACE_WORDS = ("in", "at", "near", "from", "outside", "across", "toward", "towards", "off", "around", "via", "into")
ORDER = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.EVENT, NameKind.PRODUCT, NameKind.OTHER)


def read_names(text: str) -> tuple[Name, ...]:
    """All names of a text in order."""
    runs = list(find_runs(parse(text)))
    votes: dict[str, Counter[NameKind]] = {}
    for run in runs:
        votes.setdefault(_form(run), Counter()).update(_votes(run))
    runs = [run for run in runs if not run.headline or _known(run, runs)]
    kinds = {form: _winner(counted) for form, counted in votes.items()}
    keys = _keys(runs, kinds)
    return tuple(_name(text, run, kinds, keys) for run in runs)


def _form(run: Run) -> str:
    return plain(run.text())


def _known(run: Run, runs: Sequence[Run]) -> bool:
    """A run of a headline is a name if it stands in running text too, or the parser takes it for one."""
    form = _form(run)
    return any(not other.headline and _form(other) == form for other in runs) or bool(run.name.ent_type_)


def _votes(run: Run) -> Counter[NameKind]:
    votes: Counter[NameKind] = Counter()
    words = [word.lower() for word in run.words()]
    if run.titled:
        votes[NameKind.PERSON] += 4
    votes.update(_by_words(words, run))
    label = LABELS.get(run.last.ent_type_)
    if label:
        votes[label] += 2 if run.name.ent_type_ == run.last.ent_type_ else 1
    votes.update(_by_surroundings(run, words))
    return votes


def _by_words(words: Sequence[str], run: Run) -> Counter[NameKind]:
    votes: Counter[NameKind] = Counter()
    if any(re.search(r"\d", word) for word in words):
        votes[NameKind.PRODUCT] += 3
    if words[-1].rstrip(".") in ORGANISATION_HEADS or words[0] in ORGANISATION_FIRST and len(words) > 1:
        votes[NameKind.ORGANISATION] += 4
    if (
        words[-1] in PLACE_HEADS
        and len(words) > 1
        or words[0] in PLACE_FIRST - {"new", "east", "west", "north", "south"}
        and len(words) > 1
    ):
        votes[NameKind.PLACE] += 3
    if words[0] in EVENT_FIRST and len(words) > 1 or words[-1] in EVENT_HEADS and len(words) > 1:
        votes[NameKind.EVENT] += 4
    if len(words) == 1 and run.last.text.isupper() and 2 <= len(words[0]) <= 6 and not is_place(words[0]):
        votes[NameKind.ORGANISATION] += 2
    return votes


def _by_surroundings(run: Run, words: Sequence[str]) -> Counter[NameKind]:
    votes: Counter[NameKind] = Counter()
    doc, text = run.first.doc, run.first.doc.text
    before = doc[run.first.i - 1] if run.first.i else None
    known = is_place(run.text())
    if known:
        votes[NameKind.PLACE] += 2
    if before is not None and before.lower_ in PLACE_WORDS and not run.titled:
        votes[NameKind.PLACE] += 2 if known else 1
    if _speaks(run.last):
        votes[NameKind.PERSON] += 2 if len(words) <= 4 else 0
    tail = text[run.last.idx + len(run.last) :][:12]
    if re.match(r", \d{1,2}[,.]|,? who\b", tail):
        votes[NameKind.PERSON] += 3
    return votes


def _speaks(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in PERSON_VERBS


def _winner(votes: Counter[NameKind]) -> NameKind:
    if not votes or max(votes.values()) == 0:
        return NameKind.OTHER
    return max(ORDER, key=lambda kind: (votes[kind], -ORDER.index(kind)))


def _keys(runs: Sequence[Run], kinds: dict[str, NameKind]) -> dict[int, str]:
    """For each run (by its first token) the key of its name."""
    full = _full_names(runs, kinds)
    explained = _explained(runs)
    keys: dict[int, str] = {}
    for number, run in enumerate(runs):
        form = _form(run)
        key = explained.get(form) or _longer(form, number, full)
        keys[run.first.i] = key or form
    return keys


def _full_names(runs: Sequence[Run], kinds: dict[str, NameKind]) -> list[tuple[int, tuple[str, ...]]]:
    return [
        (number, tuple(_form(run).split()))
        for number, run in enumerate(runs)
        if kinds[_form(run)] is NameKind.PERSON and len(_form(run).split()) > 1
    ]


def _longer(form: str, number: int, full: Sequence[tuple[int, tuple[str, ...]]]) -> str | None:
    """The full name that a surname, or a name behind an unknown title, stands for: the nearest before it, else after."""
    parts = tuple(form.split())
    fitting = [(at, name) for at, name in full if _abbreviates(parts, name)]
    if not fitting:
        return None
    before = [item for item in fitting if item[0] < number]
    at, name = before[-1] if before else fitting[0]
    shorter = [n for _, n in full if len(n) > 1 and len(n) < len(name) and name[-len(n) :] == n]
    return " ".join(min(shorter, key=len) if shorter else name)


def _abbreviates(parts: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if len(parts) == 1:
        return name[-1] == parts[0]
    return len(parts) >= len(name) and parts[-len(name) :] == name


def _explained(runs: Iterable[Run]) -> dict[str, str]:
    """Abbreviations explained in the text: "Shanghai Cooperation Organisation (SCO)"."""
    found: dict[str, str] = {}
    before: Run | None = None
    for run in runs:
        if before is not None and run.first.i == before.last.i + 2 and run.first.doc[run.first.i - 1].text == "(":
            for short, long in ((run, before), (before, run)):
                letters = re.sub(r"\W", "", short.text())
                words = [w for w in re.findall(r"\w+", plain(long.text())) if w]
                if len(short.words()) == 1 and len(words) > 1 and is_acronym(letters, words):
                    found.setdefault(_form(short), _form(long))
        before = run
    return found


def _name(text: str, run: Run, kinds: dict[str, NameKind], keys: dict[int, str]) -> Name:
    start, end = run.first.idx, run.last.idx + len(run.last)
    key, form = keys[run.first.i], _form(run)
    kind = kinds.get(key, kinds[form]) if key != form else kinds[form]
    return Name(start=start, end=end, text=text[start:end], kind=kind, key=key, name=run.text())
