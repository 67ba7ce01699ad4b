"""The text that a page of HTML shows, each character with its place in the source.

One pass over the source, linear in its length whatever it holds: the markup is read as tokens, no tree is built, and
nothing is followed or run.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from html import unescape

from .bounds import MOST_CHARACTERS

_TOKEN = re.compile(
    r"<!--|</?(?P<tag>[a-zA-Z][a-zA-Z0-9:-]{0,30})(?:[^<>\"']|\"[^\"<]{0,4000}\"|'[^'<]{0,4000}')*>|"
    r"<[!?][^<>]{0,2000}>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});?|[ \t\r\n\f\x00\u00ad\u200b\ufeff]+|"
    r"[^<&\s\x00\u00ad\u200b\ufeff]+|.",
    re.DOTALL,
)
UNSEEN = frozenset({"script", "style", "template", "svg", "iframe", "textarea", "title", "math", "object", "canvas"})
BREAKS = frozenset(
    """
    p div li h1 h2 h3 h4 h5 h6 br tr td th article section header footer ul ol dl dd dt blockquote figure
    figcaption table thead tbody caption aside nav main pre form hr fieldset address option select button body
    html head noscript video audio details summary label legend center picture
    """.split()  # noqa: SIM905
)
LONGEST_TAG = 50_000
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Visible:
    """The text shown, one newline between blocks; `starts` and `ends` give each character's place in the source.

    `headings` are the places in the text where a heading begins; `articles` the ranges of outermost article elements.
    """

    text: str
    starts: array[int]
    ends: array[int]
    headings: frozenset[int]
    articles: tuple[tuple[int, int], ...]


class _Reader:
    """Collects characters with their places."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.starts: array[int] = array("l")
        self.ends: array[int] = array("l")
        self.headings: set[int] = set()
        self.articles: list[tuple[int, int]] = []
        self.depth = 0
        self.opened = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Characters of the source as they are, or one stretch of it (an entity, blanks) standing for them."""
        for k, char in enumerate(text):
            self.chars.append(char)
            same = end - start == len(text)
            self.starts.append(start + k if same else start)
            self.ends.append(start + k + 1 if same else end)

    def blank(self, start: int, end: int) -> None:
        if self.chars and self.chars[-1] not in " \n":
            self.add(" ", start, end) if end - start == 1 else self._one(" ", start, end)

    def _one(self, char: str, start: int, end: int) -> None:
        self.chars.append(char)
        self.starts.append(start)
        self.ends.append(end)

    def line(self, at: int) -> None:
        if self.chars and self.chars[-1] == " ":
            self.chars.pop(), self.starts.pop(), self.ends.pop()
        if self.chars and self.chars[-1] != "\n":
            self._one("\n", at, at)

    def tag(self, name: str, closing: bool, start: int) -> None:
        if name in BREAKS:
            self.line(start)
        if name in HEADINGS and not closing:
            self.headings.add(len(self.chars))
        if name == "article":
            if not closing:
                self.depth += 1
                self.opened = len(self.chars) if self.depth == 1 else self.opened
            elif self.depth:
                self.depth -= 1
                if not self.depth:
                    self.articles.append((self.opened, len(self.chars)))


def read_visible(source: str) -> Visible:
    """The text that the source shows, up to a little more than a page may show."""
    reader = _Reader()
    at = 0
    closing_mark = 0
    while len(reader.chars) <= MOST_CHARACTERS and (token := _TOKEN.match(source, at)):
        at = token.end()
        first = source[token.start()]
        if token[0] == "<" and source[at : at + 1].strip("/").isalpha():
            # a tag whose attributes hold what no rule foresees: up to its end mark, looked for once
            closing_mark = source.find(">", at) if 0 <= closing_mark < at else closing_mark
            if 0 <= closing_mark - at < LONGEST_TAG:
                at = closing_mark + 1
                continue
        if token["tag"]:
            name = token["tag"].lower()
            closing = source[token.start() + 1] == "/"
            reader.tag(name, closing, token.start())
            if name in UNSEEN and not closing and not token[0].endswith("/>"):
                at = _past(source, at, name)
        elif token[0] == "<!--":
            stop = source.find("-->", at)
            at = stop + 3 if stop >= 0 else len(source)
        elif first == "&" and len(token[0]) > 1:
            shown = unescape(token[0])
            blank = not shown.strip() or shown in "\u00ad\u200b"
            reader.blank(token.start(), at) if blank and shown != "\u00ad" else None if blank else reader.add(
                shown, token.start(), at
            )
        elif first in " \t\r\n\f\x00":
            reader.blank(token.start(), at)
        elif first in "\u00ad\u200b\ufeff" or token[0].startswith(("<!", "<?")):
            continue
        elif not token[0].strip():
            reader.blank(token.start(), at)
        else:
            reader.add(token[0], token.start(), at)
    return Visible(
        "".join(reader.chars), reader.starts, reader.ends, frozenset(reader.headings), tuple(reader.articles)
    )


def _past(source: str, at: int, name: str) -> int:
    """Past the end tag of an element whose content is not shown; an element without end swallows the rest."""
    for closing in (f"</{name}", f"</{name.upper()}"):
        stop = source.find(closing, at)
        if stop >= 0:
            return stop
    return len(source)
