"""An article's text out of pieces of its page, with the map back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.model import Furniture, PageSpan

from .blocks import WHITE, Block
from .inline import cuts_in

# the half of a word before a hyphen at the end of a line
_BROKEN = re.compile(r"(?P<word>[A-Za-zÀ-ÿ]+)-$(?<=[a-zà-ÿ]-)")
COMPOUNDING = frozenset(
    """
    all anti co counter cross double ex far first full half hard high ill inter long low man mid multi near non off old
    one open over post pre pro quasi second self semi short six so sub ten third three twice two ultra under vice well
    """.split()  # noqa: SIM905
)
"""First parts of compounds, which keep their hyphen where a line breaks after it."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of an article, where its characters stand on the page, and what was cut out of its paragraphs."""

    text: str
    spans: tuple[PageSpan, ...]
    cuts: tuple[Furniture, ...]


def assemble(blocks: Sequence[Block]) -> Assembled:
    """Paragraphs joined by one newline, without the furniture inside them. A line break inside a paragraph (lines of a
    fixed width) becomes one space, which has no place on the page; a hyphen that breaks a word there is left out."""
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
                broken = _BROKEN.search(block.text, max(0, last_end - 40), last_end)
                if broken is None or not block.text[start].islower():
                    text.append(" ")
                    at += 1
                elif broken["word"].lower() not in COMPOUNDING:
                    text[-1], spans[-1] = text[-1][:-1], _shorter(spans[-1])
                    at -= 1
            piece = block.text[start:end]
            text.append(piece)
            spans.append(
                PageSpan(start=at, end=at + len(piece), page_start=block.start + start, page_end=block.start + end)
            )
            at += len(piece)
            last_end = end
    return Assembled("".join(text), tuple(spans), tuple(furniture))


def _shorter(span: PageSpan) -> PageSpan:
    """A run without its last character, the hyphen of a word that goes on in the next line."""
    return replace(span, end=span.end - 1, page_end=span.page_end - 1)


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
