"""A page as blocks: the paragraphs and lines it shows, each with its place on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

WHITE = " \t\r\n\x00\x0b\x0c\u00a0\u200b\u2028\u2029\ufeff"
# a line end, or " ### " inside a line, which scrapers put where a paragraph ended
_MARK = re.compile(r"[\r\n\x0b\x0c\u2028\u2029]+|(?<=[^\r\n])[ \t\u00a0]#{3}(?=[ \t\r\n]|$)")
_HEADING = re.compile(r"#{1,6}[ \t]+|={3,}[ \t]*|\*{2}(?=\S)")
# a forwarded or quoted message has a mark before each line; a messenger's bold line is a heading
_QUOTED = re.compile(r"(?:>[ \t\u00a0]?){1,9}")
_BOLD = re.compile(r"\*[^*\s][^*]*(?<=\S)\*")
LONGEST_BOLD = 160
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_SQUEEZE = re.compile(r"[\W_]+")
WRAPPED_LINES = 6


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or line of a page. `gap` says whether an empty line stands before it."""

    start: int
    end: int
    text: str
    gap: bool = False
    heading: bool = False
    words: int = field(init=False)
    """How many words the block has (counted up to its 20,000th character)."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", len(_WORD.findall(self.text[:20_000])))


def squeezed(text: str) -> str:
    """Letters and digits alone, in lower case: what two copies of one line have in common."""
    return _SQUEEZE.sub("", text.lower())


def words_of(text: str) -> list[str]:
    """The words of a text as written."""
    return _WORD.findall(text)


def split_blocks(page: str) -> list[Block]:
    """The blocks of a plain-text page."""
    blocks: list[Block] = []
    at = 0
    gap = False
    for mark in _MARK.finditer(page):
        _add(blocks, page, at, mark.start(), gap)
        gap = _newlines(mark[0]) > 1
        at = mark.end()
    _add(blocks, page, at, len(page), gap)
    return _unwrapped(blocks, page)


def _newlines(mark: str) -> int:
    return mark.count("\n") or mark.count("\r")


def _add(blocks: list[Block], page: str, start: int, end: int, gap: bool) -> None:
    text = page[start:end]
    start += len(text) - len(text.lstrip(WHITE))
    text = text.strip(WHITE)
    quoted = _QUOTED.match(text)
    if quoted:
        start, text = start + quoted.end(), text[quoted.end() :]
    bold = _BOLD.fullmatch(text) if len(text) < LONGEST_BOLD else None
    if bold:
        blocks.append(Block(start + 1, start + len(text) - 1, text[1:-1], gap, heading=True))
        return
    marked = _HEADING.match(text)
    if marked and marked.end() < len(text):
        start += marked.end()
        text = text[marked.end() :].rstrip("*# ")
    if text:
        blocks.append(Block(start, start + len(text), text, gap, bool(marked)))


def _unwrapped(blocks: list[Block], page: str) -> list[Block]:
    """Lines broken at a fixed width, joined again; the newline between them stays inside the block."""
    if not _is_wrapped(blocks):
        return blocks
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and not block.gap and not block.heading and len(runs[-1][-1].text) > 40:
            runs[-1].append(block)
        else:
            runs.append([block])
    return [_joined(run, page) for run in runs]


def _joined(run: list[Block], page: str) -> Block:
    first, last = run[0], run[-1]
    return Block(first.start, last.end, page[first.start : last.end], first.gap, first.heading)


def _is_wrapped(blocks: list[Block]) -> bool:
    """Whether lines go on in mid-sentence: many follow without an empty line, start small, and none is long."""
    if any(len(block.text) > 120 for block in blocks):
        return False
    going_on = sum(1 for block in blocks if not block.gap and block.text[0].islower())
    return going_on >= WRAPPED_LINES and going_on * 4 > len(blocks)
