"""Which lines of a page an extracted main text covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .body import Body, is_kicker
from .extraction import Extracted
from .lines import Line

COVERED = 0.5
"""Share of a line's letters that the main text must have for the line to belong to it."""
LEFT_OUT = frozenset({"related", "subscribe", "advert", "comments", "byline"})
"""Labels that overrule the extraction: leaving them out raised F1 on the Scrapinghub pages (captions, dates, shares and
notices lowered it: what looks like one is text there)."""
AHEAD = 20_000
_SENTENCE = re.compile(r"(?<=[.!?|])\s+")


def covered_body(lines: Sequence[Line], found: Extracted) -> Body | None:
    """The lines that the main text covers, found by its letters, paragraph by paragraph, in order."""
    letters = [_letters(line.text) for line in lines]
    taken = _taken("".join(letters), found.text)
    covered: list[int] = []
    offset = 0
    for i, own in enumerate(letters):
        if own and taken.count(1, offset, offset + len(own)) >= COVERED * len(own):
            covered.append(i)
        offset += len(own)
    wanted = _letters(found.title or "")
    title = next((i for i, own in enumerate(letters) if len(own) > 8 and own == wanted), None)
    kept = [i for i in covered if lines[i].label not in LEFT_OUT and not (len(wanted) > 8 and letters[i] == wanted)]
    while len(kept) > 1 and is_kicker(lines[kept[0]]):
        kept = kept[1:]
    kept = kept or covered
    if not kept:
        return None
    text = set(kept)
    labels = {i: line.label or "other" for i, line in enumerate(lines) if i not in text and i != title}
    return Body(None if title in text else title, tuple(kept), labels)


def _letters(text: str) -> str:
    return "".join(ch for ch in text if ch.isalnum())


def _taken(stream: str, text: str) -> bytearray:
    """A mark for each letter of the page that the text has."""
    taken = bytearray(len(stream))
    at = 0
    for wanted, loose in _pieces(text, stream):
        place = stream.find(wanted, at, at + AHEAD if loose else len(stream))
        place = stream.find(wanted) if place < 0 and not loose else place
        if place >= 0:
            at = place + len(wanted)
            taken[place:at] = b"\x01" * len(wanted)
    return taken


def _pieces(text: str, stream: str) -> Iterator[tuple[str, bool]]:
    """The letters of each paragraph, or of its sentences where the paragraph as a whole is not on the page."""
    for paragraph in text.split("\n"):
        wanted = _letters(paragraph)
        if wanted and wanted in stream:
            yield wanted, False
        elif wanted:
            sentences = (_letters(sentence) for sentence in _SENTENCE.split(paragraph)[:400])
            yield from ((sentence, True) for sentence in sentences if len(sentence) >= 12)
