"""The text that a page of HTML shows, line by line, with the way back to the source and the elements around it.

One pass over the source, linear in its length whatever it holds: tags are read as tokens, and nothing is followed or
run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from .bounds import MOST_CHARACTERS
from .elements import BREAKS, VOID, Elements
from .sourcemap import SourceMap

_TAG = re.compile(
    r"<(?:!--|(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>|"
    r"[!?][^<>]{0,2000}+>|/?[a-zA-Z])"
)
# what does not show as it stands: blanks other than one space, characters without width, entities
_ODD = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?"
    r"|[\s\x00\u00ad\u200b\ufeff]{2,}|[^\S ]|[\x00\u00ad\u200b\ufeff]"
)
_BLANK = " \t\r\n\f\x00\u00ad\u200b\ufeff"
WIDTHLESS = "\u00ad\u200b\ufeff"
UNSEEN = frozenset({"script", "style", "template", "svg", "iframe", "textarea", "title", "math", "object", "canvas"})
_UNSEEN_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in UNSEEN}
LONGEST_TAG = 50_000
MOST_TRIES = 200
"""Tags with markup inside quoted attributes that are read by their quotation marks; further ones end at the first end
mark."""
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9:-]{0,30}")
_QUOTING = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9:-]{0,30})((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
INLINE = frozenset("a b i u s q em tt big del ins sub sup font span small strong cite code nobr strike".split())  # noqa: SIM905
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Shown:
    """One line that the page shows: its place in the text, the innermost element around it, how much of it is links."""

    start: int
    end: int
    element: int
    linked: int
    heading: bool


@dataclass(frozen=True, slots=True)
class Visible:
    """The text shown, one newline between lines.

    `articles` are the ranges of outermost article elements, `unseen` the ranges of the source that hold scripts,
    styles, comments and the like; `nested` is how deep elements inside a line are nested, at most.
    """

    text: str
    source: SourceMap
    lines: tuple[Shown, ...]
    elements: Elements
    articles: tuple[tuple[int, int], ...]
    unseen: tuple[tuple[int, int], ...]
    nested: int


class _Reader:
    """Collects text with its places, lines and elements."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.source = SourceMap()
        self.elements = Elements()
        self.lines: list[Shown] = []
        self.articles: list[tuple[int, int]] = []
        self.unseen: list[tuple[int, int]] = []
        self.inside = self.nested = 0
        self.depth = 0
        self.opened = 0
        self.begun = -1  # where the line that is being read begins in the text, -1 between lines
        self.around = 0
        self.gap: tuple[int, int] | None = None  # blanks that show once something follows on the line
        self.link = False
        self.linked = 0

    def show(self, text: str, start: int, end: int, plain: bool) -> None:
        """Characters of the source as they are, or one stretch of it (an entity) standing for them."""
        if self.begun < 0:
            self.begun, self.around = self.source.length, self.elements.innermost
            self.linked = 0
        elif self.gap is not None:
            first, last = self.gap
            self.pieces.append(" ")
            self.source.add(1, first, last, last - first == 1)
            self.linked += self.link
        self.gap = None
        self.pieces.append(text)
        self.source.add(len(text), start, end, plain)
        if self.link:
            self.linked += len(text)

    def blank(self, start: int, end: int) -> None:
        if self.begun >= 0 and self.gap is None:
            self.gap = (start, end)

    def line(self, at: int) -> None:
        self.gap = None
        if self.begun < 0:
            return
        end = self.source.length
        tags, parents = self.elements.tags, self.elements.parents
        heading = tags[self.around] in HEADINGS or tags[parents[self.around]] in HEADINGS
        self.lines.append(Shown(self.begun, end, self.around, self.linked, heading))
        self.pieces.append("\n")
        self.source.add(1, at, at, False)
        self.begun = -1

    def run(self, source: str, start: int, end: int) -> None:
        """The text between two tags."""
        at = start
        for odd in _ODD.finditer(source, start, end):
            if odd.start() > at:
                self.words(source, at, odd.start())
            at = odd.end()
            self.oddity(odd[0], odd.start(), at)
        if at < end:
            self.words(source, at, end)

    def words(self, source: str, start: int, end: int) -> None:
        """Text in which nothing but single spaces and words stands."""
        first = start + (source[start] == " ")
        last = end - (source[end - 1] == " ")
        if first > start:
            self.blank(start, first)
        if last > first:
            self.show(source[first:last], first, last, True)
            if last < end:
                self.blank(last, end)

    def oddity(self, found: str, start: int, end: int) -> None:
        if found[0] == "&":
            shown = unescape(found)
            if not shown.strip() or shown == "\u200b":
                self.blank(start, end)
            elif shown not in WIDTHLESS:
                self.show(shown, start, end, False)
        elif found.strip(WIDTHLESS):
            self.blank(start, end)

    def tag(self, name: str, closing: bool, attributes: str, at: int, past: int) -> None:
        if name == "a":
            self.link = not closing and not attributes.endswith("/")
        breaking = name in BREAKS
        if breaking:
            self.line(at)
        elif "-" not in name:
            self.inline(name, closing)
            return
        length = self.source.length
        if not closing:
            self.elements.open(name, attributes, length, at)
        elif name not in VOID:
            self.elements.close(name, length, past)
        if name == "article":
            self.article(closing, length)

    def inline(self, name: str, closing: bool) -> None:
        if name in INLINE:
            self.inside = max(0, self.inside + (-1 if closing else 1))
            self.nested = max(self.nested, self.inside)

    def article(self, closing: bool, at: int) -> None:
        if not closing:
            self.depth += 1
            self.opened = at if self.depth == 1 else self.opened
        elif self.depth:
            self.depth -= 1
            if not self.depth:
                self.articles.append((self.opened, at))


def read_visible(source: str) -> Visible:
    """The text that the source shows, up to a little more than a page may show."""
    reader = _Reader()
    at = 0
    marks = _EndMarks(source)
    while reader.source.length <= MOST_CHARACTERS and (token := _TAG.search(source, at)):
        reader.run(source, at, token.start())
        at = token.end()
        name = token[2]
        if name:
            name = name.lower()
            closing = token[1] == "/"
            reader.tag(name, closing, token[3], token.start(), at)
            if name in UNSEEN and not closing and not token[3].endswith("/"):
                at = _past(source, at, name)
                reader.unseen.append((token.end(), at))
        elif token[0] == "<!--":
            stop = source.find("-->", at)
            at = stop + 3 if stop >= 0 else len(source)
            reader.unseen.append((token.start(), at))
        elif token[0][1] not in "!?":
            stop, name, attributes = marks.past(token.start())
            if stop < 0:
                reader.show(token[0], token.start(), at, True)
            else:
                reader.tag(name.strip("/"), name[0] == "/", attributes, token.start(), stop)
                at = stop
    if reader.source.length <= MOST_CHARACTERS:
        reader.run(source, at, len(source))
    reader.line(len(source))
    reader.elements.finish(reader.source.length, len(source))
    return Visible(
        "".join(reader.pieces),
        reader.source,
        tuple(reader.lines),
        reader.elements,
        tuple(reader.articles),
        tuple(reader.unseen),
        reader.nested,
    )


class _EndMarks:
    """Finds the end of a tag whose attributes hold what the rule does not foresee, in bounded time."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tries = 0
        self.next = 0

    def past(self, start: int) -> tuple[int, str, str]:
        """Past the end mark of the tag that begins there, its name and attributes; -1 if there is none near."""
        self.tries += 1
        if self.tries < MOST_TRIES and (whole := _QUOTING.match(self.source, start, start + LONGEST_TAG)):
            return whole.end(), whole[1].lower(), whole[2]
        self.next = self.source.find(">", start) if 0 <= self.next < start else self.next
        name = _NAME.match(self.source, start + 1)
        if name is None or not 0 <= self.next - start < LONGEST_TAG:
            return -1, "", ""
        return self.next + 1, name[0].lower(), self.source[name.end() : self.next]


def _past(source: str, at: int, name: str) -> int:
    """Past the content of an element that is not shown; an element without end swallows the rest."""
    closing = _UNSEEN_ENDS[name].search(source, at)
    return closing.start() if closing else len(source)
