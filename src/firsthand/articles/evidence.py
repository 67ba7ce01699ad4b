"""What speaks for and against each line of an HTML page being text of its article: one row a line, one column a kind
of evidence. Counts, shares and bits only; nothing here knows a site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from .blocks import words_of
from .containers import Column, Containers, Places
from .surroundings import HINTS, KINDS, Surroundings
from .told import Told, letters
from .visible import HEADINGS, Shown, Visible

_SENTENCE = re.compile(r"[.!?…][\"”’'»)\]]*(?=\s|$)")
_FINISHED = re.compile(r"[.!?…][\"”’'»)\]]*$")
_ADDRESS = re.compile(r"@|https?:")
LOOKED_AT = 2000
"""Characters of a line whose words, sentences and letters are counted one by one."""
LONG = 22
SHORT = 6
"""Words from which a line is sentences, whatever its end and with one that finishes a sentence."""
LEVELS = 4
AROUND = (-3, -2, -1, 1, 2, 3)
WINDOW = 8
NOWHERE = -999.0
_TAGS = ("p", "li", "td", "div", "blockquote", "figcaption", "dd")


WORDS = 0
"""The column that holds the number of words."""


def evidence_for(visible: Visible, around: Surroundings, told: Told) -> Column:
    """The table of evidence."""
    page = _Page(visible, around)
    columns = [*_of_the_line(page), *_of_the_elements(page), *_of_the_containers(page)]
    columns += [*_of_the_place(page), *_of_the_head(page, told), *_of_the_neighbours(page)]
    return np.stack(columns, axis=1)


class _Page:
    """The lines of a page with what is counted once."""

    def __init__(self, visible: Visible, around: Surroundings) -> None:
        self.lines: Sequence[Shown] = visible.lines
        self.elements = visible.elements
        self.texts = [visible.text[line.start : line.end] for line in visible.lines]
        self.heads = [text[:LOOKED_AT] for text in self.texts]
        self.length = np.array([line.end - line.start for line in visible.lines], dtype=np.float64)
        self.linked = np.array([line.linked for line in visible.lines]) / self.length
        self.words = np.array([len(words_of(text)) for text in self.heads], dtype=np.float64)
        self.words *= np.maximum(1.0, self.length / LOOKED_AT)
        self.finished = np.array([bool(_FINISHED.search(text[-20:])) for text in self.texts], dtype=np.float64)
        self.prose = ((self.words >= LONG) | ((self.words >= SHORT) & (self.finished > 0))).astype(np.float64)
        self.plain_prose = self.words * self.prose * (1 - self.linked)
        self.total = max(1.0, float(self.plain_prose.sum()))
        self.within = [line.element for line in visible.lines]
        self.element: Places = np.array(self.within)
        self.around = around
        starts = np.array([line.start for line in visible.lines])
        self.containers = Containers(
            visible.elements, self.around, starts, self.words, self.words * self.linked, self.plain_prose
        )
        self.parents: Places = np.maximum(0, np.array(visible.elements.parents))


def _of_the_line(page: _Page) -> Iterator[Column]:
    """Length, form and marks of the line itself."""
    heads, words = page.heads, np.maximum(1.0, page.words)
    length = np.minimum(page.length, LOOKED_AT)
    yield page.words
    yield np.array([len(_SENTENCE.findall(text)) for text in heads], dtype=np.float64)
    yield page.linked
    yield page.length / words
    yield page.finished
    yield page.prose
    yield np.array([text.count(",") for text in heads]) / words
    yield np.array([sum(map(str.isdigit, text)) for text in heads]) / length
    yield np.array([sum(map(str.isupper, text)) for text in heads]) / length
    yield np.array([text[0].islower() for text in heads], dtype=np.float64)
    yield np.array([text.endswith(":") for text in page.texts], dtype=np.float64)
    yield np.array([text.endswith("?") for text in page.texts], dtype=np.float64)
    yield np.array([bool(_ADDRESS.search(text)) for text in heads], dtype=np.float64)
    yield np.array(["©" in text for text in heads], dtype=np.float64)
    yield np.array(["|" in text or "»" in text for text in heads], dtype=np.float64)


def _of_the_elements(page: _Page) -> Iterator[Column]:
    """The kinds of element around it, and what their names hint at: anywhere above, and in the two nearest."""
    tags, around = page.elements.tags, page.around
    for tag in _TAGS:
        yield np.array([tags[element] == tag for element in page.within], dtype=np.float64)
    yield np.array([tags[element] in HEADINGS for element in page.within], dtype=np.float64)
    yield from _bits([around.kinds[element] for element in page.within], len(KINDS))
    yield from _bits([around.hints[element] for element in page.within], len(HINTS))
    parents = page.elements.parents
    near = [around.own_hints[element] | around.own_hints[max(0, parents[element])] for element in page.within]
    yield from _bits(near, len(HINTS))
    yield np.array([around.hidden[element] for element in page.within], dtype=np.float64)
    yield np.array([around.depths[element] for element in page.within], dtype=np.float64)


def _bits(masks: Sequence[int], count: int) -> Iterator[Column]:
    found = np.array(masks, dtype=np.int64)
    for number in range(count):
        yield (found >> number & 1).astype(np.float64)


def _of_the_containers(page: _Page) -> Iterator[Column]:
    """What the elements around it hold, level by level, and where it stands to the one that holds the article."""
    containers, sums = page.containers, page.containers.sums
    level = page.element
    for _ in range(LEVELS):
        words = np.maximum(1.0, sums.words[level])
        yield sums.words[level]
        yield sums.linked[level] / words
        yield sums.prose[level] / page.total
        yield sums.prose[level] / words
        yield sums.lines[level]
        level = page.parents[level]
    main = containers.main(page.within, page.plain_prose)
    shared, steps, ranks = containers.away(main)
    yield ranks[page.element].astype(np.float64)
    yield steps[page.element].astype(np.float64)
    yield sums.prose[shared[page.element]] / page.total
    number = np.arange(len(page.within), dtype=np.float64)
    first, last = float(containers.first[main]), float(containers.last[main])
    yield number - first
    yield last - number
    yield (number - first) / max(1.0, last - first)
    repeated, place = containers.repeated()
    yield repeated[page.element].astype(np.float64)
    yield place[page.element].astype(np.float64)


def _of_the_place(page: _Page) -> Iterator[Column]:
    """Where on the page it stands, and how much text stands in places like it."""
    tags, names, parents = page.elements.tags, page.around.first_names, page.elements.parents
    paths = [(tags[e], names[e], tags[max(0, parents[e])], names[max(0, parents[e])]) for e in page.within]
    kinds: dict[tuple[str, str, str, str], int] = {}
    kind = np.array([kinds.setdefault(path, len(kinds)) for path in paths], dtype=np.int64)
    alike = np.bincount(kind, weights=page.plain_prose)[kind]
    yield alike / page.total
    yield alike / np.maximum(1.0, np.bincount(kind, weights=page.words)[kind])
    yield np.bincount(kind)[kind].astype(np.float64)
    until = np.cumsum(page.plain_prose) - page.plain_prose
    yield until / page.total
    yield (page.total - until) / page.total
    count = len(page.within)
    yield np.arange(count, dtype=np.float64) / max(1, count)
    yield np.full(count, float(count))
    yield np.full(count, page.total)
    times = Counter(page.texts)
    yield np.array([times[text] > 1 for text in page.texts], dtype=np.float64)


def _of_the_head(page: _Page, told: Told) -> Iterator[Column]:
    """Whether it is the title, how far below it, and whether the head of the page holds it."""
    own = [letters(text[:400]) for text in page.heads]
    titled = [len(told.title) > 8 and line == told.title for line in own]
    title = titled.index(True) if any(titled) else None
    if title is None:
        title = next((i for i, e in enumerate(page.within) if page.elements.tags[e] == "h1"), None)
    count = len(own)
    yield np.array(titled, dtype=np.float64)
    yield np.full(count, NOWHERE) if title is None else np.arange(count, dtype=np.float64) - title
    opening = told.summary[:60]
    yield np.array(
        [bool(opening) and len(line) > 10 and (line in told.summary or opening in line) for line in own],
        dtype=np.float64,
    )
    yield np.array([len(line) > 3 and line[:200] in told.body if told.body else -1 for line in own], dtype=np.float64)


def _of_the_neighbours(page: _Page) -> Iterator[Column]:
    """The lines right above and below, and how much text stands near."""
    for offset in AROUND:
        yield _moved(page.words, offset)
        yield _moved(page.linked, offset)
        yield _moved(page.prose, offset)
        yield (_moved(page.element.astype(np.float64), offset) == page.element).astype(np.float64)
    for column in (page.plain_prose, page.words, page.words * page.linked):
        until = np.concatenate(([0.0], np.cumsum(column)))
        number = np.arange(len(column))
        above, below = np.maximum(0, number - WINDOW), np.minimum(len(column), number + WINDOW + 1)
        yield until[number] - until[above]
        yield until[below] - until[number + 1]


def _moved(column: Column, offset: int) -> Column:
    """Each line's value of the line so many below (above, if negative); -1 beyond the page."""
    found = np.full(len(column), -1.0)
    if abs(offset) >= len(column):
        return found
    if offset < 0:
        found[-offset:] = column[:offset]
    else:
        found[:-offset] = column[offset:]
    return found
