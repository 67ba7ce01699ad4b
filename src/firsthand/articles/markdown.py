"""Pages in Markdown: what they show, read as a plain page, each character with its place in the source.

CommonMark's blocks as far as news needs them: headings, paragraphs over several lines, lists, quotations, tables,
fences, definitions of links, a head of fields in front. One pass over the lines, linear in time.
"""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.model import Article, Furniture, Page

from .bounds import MOST_CHARACTERS
from .inlinemarks import changes_in
from .plain import read_plain
from .sourcemap import SourceMap

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n.{0,20000}?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n|$)")
_QUOTED = re.compile(r"[ \t]{0,3}(?:>[ \t]?){0,20}")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+")
_UNDERLINE = re.compile(r"[ \t]{0,3}(?:=+|-+)[ \t]*")
_RULE = re.compile(r"[ \t]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_DEFINED = re.compile(r"^[ \t]{0,3}\[([^\[\]\n^]{1,200})\]:[ \t]*\S+", re.MULTILINE)
_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]*\S")
_TABLE_RULE = frozenset(" \t|:-")
WIDEST = 120
"""Characters up to which a line may have been broken for its width; one that is longer is a paragraph by itself."""


def read_markdown(page: Page) -> list[Article]:
    """The articles of a page in Markdown, in order."""
    shown = _Shown(page.text)
    return [_on_page(article, shown.map) for article in read_plain(replace(page, text=shown.text()))]


class _Shown:
    """Collects what the source shows."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.map = SourceMap()
        self._pieces: list[str] = []
        self._names = frozenset(name.lower() for name in _DEFINED.findall(source))
        self._open: list[tuple[int, int]] = []  # lines of the paragraph that is being read
        self._fence = ""
        front = _FRONT.match(source)
        at = front.end() if front else 0
        while at < len(source) and self.map.length <= MOST_CHARACTERS and (line := _LINE.match(source, at)):
            self._line(at, at + len(line[0].rstrip("\r\n")))
            at = line.end()
        self._end(len(source))

    def text(self) -> str:
        """All that shows."""
        return "".join(self._pieces)

    def _line(self, start: int, end: int) -> None:
        """One line of the source: it goes on with a paragraph, begins one, or is a mark."""
        line = self.source[start:end]
        if self._in_fence(line) or _DEFINITION.match(line):
            self._end(start)
            return
        quoted = _QUOTED.match(line)
        start += quoted.end() if quoted else 0
        line = self.source[start:end]
        if not line.strip():
            self._end(start)
            self._mark("\n", start)
        elif self._open and _UNDERLINE.fullmatch(line):
            self._end(start, heading=True)
        elif _RULE.fullmatch(line) or ("|" in line and "-" in line and _TABLE_RULE.issuperset(line)):
            self._end(start)
        elif heading := _HEADING.match(line):
            self._end(start)
            closing = line.rstrip().rstrip("#")
            end = start + len(closing.rstrip()) if closing.endswith((" ", "\t")) else end
            self._open = [(start + heading.end(), max(end, start + heading.end()))]
            self._end(end, heading=True)
        else:
            self._text(start, end, line)

    def _text(self, start: int, end: int, line: str) -> None:
        item = _ITEM.match(line)
        row = line.lstrip().startswith("|")
        long = bool(self._open) and self._open[-1][1] - self._open[-1][0] > WIDEST
        if item or row or long:
            self._end(start)
        if item:
            start += item.end()
        start += len(self.source[start:end]) - len(self.source[start:end].lstrip(" \t"))
        self._open.append((start, end))
        if row or line.endswith(("  ", "\\")):
            self._end(end)

    def _in_fence(self, line: str) -> bool:
        """Whether the line belongs to a block between fences, which is no text of an article."""
        fence = _FENCE.match(line)
        if self._fence:
            if fence and fence[1].startswith(self._fence):
                self._fence = ""
            return True
        if fence:
            self._fence = fence[1]
        return bool(fence)

    def _end(self, at: int, *, heading: bool = False) -> None:
        """The paragraph ends, if one is open."""
        if not self._open:
            return
        if heading:
            self._show("# ", self._open[0][0], self._open[0][0], plain=False)
        first, last = self._open[0][0], self._open[-1][1]
        changes = changes_in(self.source, first, last, self._names)
        ends = [(before[1], after[0], " ") for before, after in zip(self._open, self._open[1:], strict=False)]
        reached = first
        for start, stop, shown in sorted([*changes, *ends, (last, last, "")]):
            if start < reached and stop <= reached:
                continue
            if start > reached:
                self._words(reached, start)
            if shown:
                self._show(shown, max(start, reached), stop, plain=False)
            reached = max(stop, reached)
        self._open = []
        self._mark("\n", at)

    def _words(self, start: int, end: int) -> None:
        """Text that shows as it stands; the bars of a table show as blanks."""
        text = self.source[start:end].rstrip("\\") if self.source[end : end + 1] in "\r\n" else self.source[start:end]
        if self.source[start : start + 1] == "|" or text.count("|") > 1:
            text = text.replace("|", " ")
        self._show(text, start, start + len(text), plain=True)

    def _show(self, text: str, start: int, end: int, *, plain: bool) -> None:
        if text:
            self._pieces.append(text)
            self.map.add(len(text), start, end, plain)

    def _mark(self, text: str, at: int) -> None:
        self._show(text, at, at, plain=False)


def _on_page(article: Article, source: SourceMap) -> Article:
    """Spans and furniture moved from the shown text to the source of the page."""
    furniture = (
        Furniture(label=one.label, page_start=source.start(one.page_start), page_end=source.end(one.page_end - 1))
        for one in article.furniture
    )
    return replace(
        article,
        page_spans=tuple(piece for span in article.page_spans for piece in source.spans(span)),
        furniture=tuple(one for one in furniture if one.page_end > one.page_start),
    )
