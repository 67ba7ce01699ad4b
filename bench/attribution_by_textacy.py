"""A peer of `statements.py`: the direct quotations that textacy finds, with their speakers and cues.

textacy (Apache-2.0) is no requirement of the bench: `pip install textacy` beside it, else the peer is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from firsthand.statements.attributions import Attribution, Piece
from firsthand.text.english import parse

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_there() -> bool:
    """Whether textacy is installed."""
    return find_spec("textacy") is not None


def attributions_by_textacy(text: str) -> tuple[Attribution, ...]:
    """One attribution a direct quotation; none where textacy gives up on the text's quotation marks."""
    from textacy.extract.triples import direct_quotations

    found = []
    try:
        for quotation in direct_quotations(parse(text)):
            content = quotation.content.start_char, quotation.content.end_char
            found.append(
                Attribution(source=_piece(quotation.speaker), cue=_piece(quotation.cue), content=(content,)),
            )
    except ValueError:  # an odd number of quotation marks
        return ()
    return tuple(sorted(found, key=lambda a: (a.content, a.cue or (0, 0))))


def _piece(tokens: Sequence[Token]) -> Piece | None:
    return (tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else None
