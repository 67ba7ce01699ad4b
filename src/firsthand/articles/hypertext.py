"""HTML pages: trafilatura chooses the main text, our own reading of the source says where each character stands."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.model import Article, Furniture, Page, PageSpan

from .blocks import Block, split_blocks
from .body import Body, find_body
from .extraction import Extracted, extract
from .lines import Line, read_lines
from .metadata import Metadata, read_metadata
from .plain import compose
from .visible import Visible, read_visible

COVERED = 0.5
"""Share of a block's letters that the main text must have for the block to belong to it."""


def read_hypertext(page: Page) -> list[Article]:
    """The articles of an HTML page, in order."""
    visible = read_visible(page.text)
    shown = replace(page, text=visible.text)
    lines = read_lines([_marked(block, visible) for block in split_blocks(visible.text)])
    found = extract(page.text)
    body = _covered(lines, found) if found else None
    body = body or find_body(lines)
    article = compose(shown, lines, body) if body else None
    if article is None:
        return []
    return [_on_page(_described(article, read_metadata(page.text), found), visible)]


def _marked(block: Block, visible: Visible) -> Block:
    return replace(block, heading=block.start in visible.headings)


def _letters(text: str) -> str:
    return "".join(ch for ch in text if ch.isalnum())


def _covered(lines: list[Line], found: Extracted) -> Body | None:
    """The lines that the main text covers, by finding its paragraphs, in order, among the page's letters."""
    letters = [_letters(line.text) for line in lines]
    stream = "".join(letters)
    taken = bytearray(len(stream))
    at = 0
    for paragraph in found.text.split("\n"):
        wanted = _letters(paragraph)
        if not wanted:
            continue
        place = stream.find(wanted, at)
        place = stream.find(wanted) if place < 0 else place
        if place < 0:
            at = _by_sentence(paragraph, stream, taken, at)
            continue
        taken[place : place + len(wanted)] = b"\x01" * len(wanted)
        at = place + len(wanted)
    kept, offset = [], 0
    for i, own in enumerate(letters):
        share = sum(taken[offset : offset + len(own)]) / len(own) if own else 0.0
        if share >= COVERED:
            kept.append(i)
        offset += len(own)
    if not kept:
        return None
    title = next((i for i in range(len(lines)) if _same(letters[i], found.title)), None)
    kept = [i for i in kept if not _same(letters[i], found.title)] or kept
    labels = {i: lines[i].label or "other" for i in range(len(lines)) if i not in set(kept) and i != title}
    return Body(title, tuple(kept), labels)


def _same(letters: str, title: str | None) -> bool:
    return bool(title) and len(letters) > 8 and letters == _letters(title or "")


def _by_sentence(paragraph: str, stream: str, taken: bytearray, at: int) -> int:
    for sentence in re.split(r"(?<=[.!?|])\s+", paragraph)[:400]:
        wanted = _letters(sentence)
        place = stream.find(wanted, at, at + 20_000) if len(wanted) >= 12 else -1
        if place >= 0:
            taken[place : place + len(wanted)] = b"\x01" * len(wanted)
            at = place + len(wanted)
    return at


def _described(article: Article, said: Metadata, found: Extracted | None) -> Article:
    """The article with what the page's metadata say; words on the page fill what they leave open."""
    from .metadata import point

    authors = [name for name in said.authors if name != said.publisher]
    dated = point(found.date, "meta") if found and found.date else None
    return replace(
        article,
        title=article.title or said.title or (found.title if found else None),
        publisher=said.publisher or article.publisher or (found.publisher if found else None),
        byline=", ".join(authors)
        or article.byline
        or (found.author.replace("; ", ", ") if found and found.author else None),
        published=said.published or article.published or dated,
    )


def _on_page(article: Article, visible: Visible) -> Article:
    """Spans and furniture moved from the shown text to the source of the page."""
    spans = tuple(piece for span in article.page_spans for piece in _source_spans(span, visible))
    furniture = tuple(
        Furniture(label=one.label, page_start=visible.starts[one.page_start], page_end=visible.ends[one.page_end - 1])
        for one in article.furniture
    )
    return replace(article, page_spans=spans, furniture=furniture)


def _source_spans(span: PageSpan, visible: Visible) -> list[PageSpan]:
    """Runs of characters that stand in the source as they are, one after the other; what does not (an entity, blanks
    that show as one) is a span of its own."""
    spans: list[PageSpan] = []
    first = span.page_start
    for at in range(span.page_start + 1, span.page_end + 1):
        if (
            at < span.page_end
            and _plain(visible, at)
            and _plain(visible, at - 1)
            and visible.starts[at] == visible.ends[at - 1]
        ):
            continue
        start = span.start + first - span.page_start
        spans.append(
            PageSpan(
                start=start, end=start + at - first, page_start=visible.starts[first], page_end=visible.ends[at - 1]
            )
        )
        first = at
    return spans


def _plain(visible: Visible, at: int) -> bool:
    return visible.ends[at] - visible.starts[at] == 1
