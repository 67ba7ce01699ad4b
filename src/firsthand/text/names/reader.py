"""Names of one text: the parser's small name reader, repaired by what the document itself says.

Every mention votes for a kind; all mentions of one name get the kind that most of them speak for. A surname alone gets
the key of the full name before it, an abbreviation that of the name it was explained with.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..english import parse
from ..places import is_place
from .keys import form, keys_of
from .runs import Run, find_runs
from .votes import NameKind, votes, winner


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One mention of a name. The span covers titles before it; `key` is equal for all mentions of one name."""

    start: int
    end: int
    text: str
    kind: NameKind
    key: str
    name: str
    """The mention without its titles."""


PARTY_AND_STATE = re.compile(r"[A-Z]-[A-Z][A-Za-z.]*")
"""What stands behind an American politician: "(R-Calif.)"."""


def read_names(text: str) -> tuple[Name, ...]:
    """All names of a text in order."""
    found = [run for run in find_runs(parse(text)) if not PARTY_AND_STATE.fullmatch(run.written)]
    runs = list(_told_by_the_text(text, found))
    counted: dict[str, Counter[NameKind]] = {}
    for run in runs:
        counted.setdefault(form(run), Counter()).update(votes(run))
    kinds = {written: winner(total) for written, total in counted.items()}
    keys = keys_of(runs, kinds)
    kind_of_key = {keys[run.first.i]: kinds[form(run)] for run in sorted(runs, key=lambda run: len(run.tokens()))}
    kinds = {**kind_of_key, **kinds}
    return tuple(_name(text, run, kinds, keys) for run in runs)


def _told_by_the_text(text: str, runs: Sequence[Run]) -> Iterator[Run]:
    """Without the runs whose capitals say nothing; headlines are read by the names of the running text."""
    sure = {form(run) for run in runs if not run.headline and not run.opening}
    likely = sure | {form(run) for run in runs if not run.headline}
    lower = frozenset(re.findall(r"\b[a-z]{2,}\b", text))
    for run in runs:
        if run.headline:
            yield from _known_parts(run, likely)
        elif (form(run) not in sure and form(run) in lower and not run.titled and not is_place(run.written)) or (
            run.opening and len(run.tokens()) == 1 and form(run) not in sure and not _vouched(run)
        ):
            continue
        else:
            yield run


def _vouched(run: Run) -> bool:
    """Whether something else than its capital speaks for a word that opens a sentence."""
    return run.titled or bool(run.last.ent_type_) or run.last.is_upper or is_place(run.written)


def _known_parts(run: Run, known: set[str]) -> Iterator[Run]:
    """The names in a headline that the running text has too; where it has none, what the parser takes for a name."""
    parts = []
    at, end = run.first.i, run.last.i + 1
    while at < end:
        part = next((run.part(at, stop) for stop in range(end, at, -1) if form(run.part(at, stop)) in known), None)
        if part is not None:
            parts.append(part)
        at = part.last.i + 1 if part is not None else at + 1
    if parts:
        yield from parts
    elif run.name.ent_type_ and run.name.ent_type_ == run.last.ent_type_:
        yield run


def _name(text: str, run: Run, kinds: Mapping[str, NameKind], keys: Mapping[int, str]) -> Name:
    start, end = run.first.idx, run.end
    key = keys[run.first.i]
    return Name(start=start, end=end, text=text[start:end], kind=kinds[key], key=key, name=run.written)
