"""The one plain sentence that a claim is shown by."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from ..model import SourceKind, Stance, Statement
from ..text.sources.calling import called
from ..text.sources.kinds import BODIES, FIRST_PERSON, NEUTER, PERSONAL, PLURAL, ROLES
from ..text.wording import Wording, readable

DENIED = 0.6
"""What is left of a wording where it is the denial of the point."""
TAKEN_BACK = 0.3
"""The same where an account tells of itself what it said: "This article originally said that …"."""
TAKEN = 0.7
"""The same where another claim of the story is shown by these words already."""
ASKED = 0.3
"""The same where it is a question, which says nothing. Stated: a question is shown where there is nothing else."""
ITSELF = re.compile(r"\bthis\s+(?:\w+\s+)?(?:article|story|column|piece|post|page)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Worded:
    """A statement, or a part of one, as a claim could be worded by it.

    `stated` is the whole that it is a part of; `near` how likely it is, on the mean, on one point with the others of
    its claim.
    """

    statement: Statement
    wordings: tuple[Wording, ...]
    stated: Statement | None = None
    near: float = 1.0
    shown: Statement | None = None
    """What the claim lists of it, where that is more: the whole sentence of what somebody is cited for."""


def clearest(told: Sequence[Worded], taken: Set[str] = frozenset()) -> str:
    """The words of the statement that says best what all of them say: nearest to the others, of a readable length, a
    clause that stands by itself rather than a fragment, else the sentence it stands in, the point itself rather than
    its denial, and other words than those by which other claims are shown. What no account tells in its own voice is
    told with who is cited for it."""
    texts = [
        (
            one.near
            * _firmness(one.statement)
            * wording.plainness
            * readable(wording.text)
            * (TAKEN if wording.text in taken else 1.0)
            * (ASKED if wording.text.rstrip("”\"’'").endswith("?") else 1.0),
            wording.text,
            one.statement,
        )
        for one in told
        for wording in one.wordings
    ]
    best = max(range(len(texts)), key=lambda i: (round(texts[i][0], 6), -i))
    return _with_source(texts[best][1], texts[best][2], [one.statement for one in told])


def _with_source(text: str, best: Statement, told: Sequence[Statement]) -> str:
    """The words of a claim with who is cited for these words; a quotation behind the name of who said it. Others of the
    claim may say less, or something near: they are listed below it, and not made to say this."""
    own = _called(best)
    if own is None or best.stance is not Stance.REPORTS or _is_named(own, text):
        return text
    if _is_quoted(text, best):
        bare = text.strip('“”" ,').removeprefix("''").removesuffix("''").rstrip(" ,")
        bare = bare[1:-1] if bare[:1] in "‘'" and bare[-1:] in "’'" and len(bare) > 1 else bare
        return f"{own[:1].upper()}{own[1:]}: “{bare}”"
    if any(one.stance is Stance.ASSERTS for one in told):
        return text
    shown = text if ABBREVIATED.search(text) else text.rstrip(".")
    return f"{shown} (according to {own})"


ABBREVIATED = re.compile(r"\b(?:[A-Za-z]\.){2,}$")
"""An abbreviation at the end, whose stop stays: "the U.S.", "at 5 a.m."."""


def _is_named(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name.split()[-1])}(?!\w)", text, re.IGNORECASE) is not None


LONGEST_NAME = 8
"""Words of a source that can be named in passing."""


def _called(statement: Statement) -> str | None:
    """What the source of a statement is called, where it can be named in passing."""
    source = statement.source
    name = called(source.name).removesuffix("'s").removesuffix("’s") if source is not None else ""
    words = name.split()
    if source is None or len(words) > LONGEST_NAME or not any(letter.isalnum() for letter in name):
        return None
    first = words[0]
    if len(words) == 1 and first.lower() in PERSONAL | PLURAL | NEUTER | FIRST_PERSON | {"one", "many", "some"}:
        return None
    owned = first.lower() != "the" and any(word[:1].isupper() for word in words[1:])  # "House Budget Committee"
    plain = (
        not owned
        and first[1:].islower()
        and (
            first.lower() in ("the", "a", "an", "some", "many", "several", "other", "two", "three")
            or first.lower().removesuffix("s") in ROLES | BODIES
            or first.lower().removesuffix("es") in ROLES
        )
    )
    return name[:1].lower() + name[1:] if plain and source.kind is not SourceKind.PERSON else name


def _is_quoted(text: str, statement: Statement) -> bool:
    """Whether the words of a claim stand in quotation marks, all of them, in the statement that they are from."""
    words = _letters(text)
    start = statement.span.start
    inside = (statement.quote[max(0, one.start - start) : one.end - start] for one in statement.quoted)
    return bool(words) and any(words in _letters(quoted) for quoted in inside)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _firmness(statement: Statement) -> float:
    if statement.stance in (Stance.DENIES, Stance.DOUBTS):
        return DENIED
    source = statement.source
    is_itself = source is not None and source.kind is SourceKind.DOCUMENT and ITSELF.search(source.name)
    return TAKEN_BACK if is_itself else 1.0
