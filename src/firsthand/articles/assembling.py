"""An article's text out of pieces of its page, with the map back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model import Furniture, PageSpan

from .blocks import WHITE, Block
from .inline import cuts_in


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of an article, where its characters stand on the page, and what was cut out of its paragraphs."""

    text: str
    spans: tuple[PageSpan, ...]
    cuts: tuple[Furniture, ...]


def assemble(blocks: Sequence[Block]) -> Assembled:
    """Paragraphs joined by one newline, without the furniture inside them. A line break inside a paragraph (lines of a
    fixed width) becomes one space, which has no place on the page."""
    text: list[str] = []
    spans: list[PageSpan] = []
    furniture: list[Furniture] = []
    at = 0
    for block in blocks:
        pieces, cut = _pieces(block)
        furniture += cut
        if not pieces:
            continue
        if at:
            text.append("\n")
            at += 1
        last_end = None
        for start, end in pieces:
            if last_end is not None and "\n" in block.text[last_end:start]:
                text.append(" ")
                at += 1
            piece = block.text[start:end]
            text.append(piece)
            spans.append(
                PageSpan(start=at, end=at + len(piece), page_start=block.start + start, page_end=block.start + end)
            )
            at += len(piece)
            last_end = end
    return Assembled("".join(text), tuple(spans), tuple(furniture))


def _pieces(block: Block) -> tuple[list[tuple[int, int]], list[Furniture]]:
    """Stretches of a block to keep (offsets in the block), and what was cut."""
    cuts = cuts_in(block.text)
    furniture = [
        Furniture(label=cut.label, page_start=block.start + cut.start, page_end=block.start + cut.end) for cut in cuts
    ]
    kept: list[tuple[int, int]] = []
    at = 0
    for start, end in [*((cut.start, cut.end) for cut in cuts), (len(block.text), len(block.text))]:
        kept += _lines(block.text, at, start)
        at = end
    return _trimmed(block.text, kept), furniture


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines of a stretch without the breaks between them."""
    found: list[tuple[int, int]] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        inner = len(line.rstrip(" \t\r")) if stop < end else len(line)
        if line.strip():
            lead = len(line) - len(line.lstrip(" \t")) if found else 0
            found.append((start + lead, start + inner))
        start = stop + 1
    return found


def _trimmed(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces without blanks at the outer ends."""
    if not pieces:
        return []
    (first, first_end), (last, last_end) = pieces[0], pieces[-1]
    pieces[0] = (first + len(text[first:first_end]) - len(text[first:first_end].lstrip(WHITE)), first_end)
    last = pieces[-1][0]
    pieces[-1] = (last, last + len(text[last:last_end].rstrip(WHITE)))
    return [(start, end) for start, end in pieces if end > start]
