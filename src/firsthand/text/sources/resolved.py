"""A source once it is known who it is."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.statements import SourceKind

Piece = tuple[int, int]
"""A stretch of the text: code points, end exclusive."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A source once it is known who it is: fullest name, kind, and a key equal for all its mentions."""

    name: str
    kind: SourceKind
    key: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A source that has been cited: where, by which head word, whether it is several and tells, and who it is."""

    start: int
    head: str
    is_plural: bool
    tells: bool
    who: Resolved
