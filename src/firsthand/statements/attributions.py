"""Attributions as a tagger finds them, before sources are resolved and stance is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from firsthand.text.sources import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who (source) says (cue) what (content). The content has several pieces where it is interrupted."""

    source: Piece | None
    cue: Piece | None
    content: tuple[Piece, ...]
    is_carried: bool = False
    """Whether the source is that of the quotation before, and not mentioned here."""


class Tagger(Protocol):
    """Anything that finds the attributions of a text, in the order of their contents."""

    def __call__(self, text: str) -> tuple[Attribution, ...]:
        """The attributions of a text."""
        ...
