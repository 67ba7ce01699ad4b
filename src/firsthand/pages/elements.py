"""XML of feeds and sitemaps, element by element, without entities, without the network, in bounded memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!doctype\b[^>\[]{0,1000}>", re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XML_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
PIECE = 65_536
LOOK = 100_000


class NotWellFormed(Exception):  # noqa: N818  # a finding about the input; its message is the reason of the failure
    """XML that is not read. The message says why."""


def elements(text: str, names: frozenset[str]) -> Iterator[tuple[str, _Element]]:
    """The elements of these local names, each when it ends, with all that is inside it; it is emptied afterwards.

    An element inside another of these names is part of that one, not given by itself.

    Raises:
        NotWellFormed: the text declares entities of its own, cannot be read as XML, or breaks off (what it broke off
            in is not given).
    """
    from lxml import etree

    if "<!ENTITY" in text[:LOOK]:
        raise NotWellFormed("declares entities of its own, as an XML bomb does; it is not read")
    parser = etree.XMLPullParser(
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    inside = depth = 0
    for data in _pieces(text):
        try:
            parser.feed(data)
        except etree.XMLSyntaxError as error:
            raise NotWellFormed(f"cannot be read as XML: {error.msg}") from error
        for event, element in parser.read_events():
            if not isinstance(element, etree._Element):
                continue
            name = local(element)
            depth += 1 if event == "start" else -1
            if name not in names:
                continue
            if event == "start":
                inside += 1
                continue
            inside -= 1
            if not inside:
                yield name, element
                _forget(element)
    if depth:
        raise NotWellFormed("breaks off; what came before the break was read")


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_in(element: _Element) -> str:
    """All text inside an element."""
    return "".join(str(piece) for piece in element.itertext()).strip()


def markup_in(element: _Element) -> str:
    """The content of an element as markup: the text that it holds, or the elements of XHTML inside it."""
    if not len(element):
        return (element.text or "").strip()
    from lxml import etree

    made = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    return re.sub(r"</?\w+:", lambda found: "</" if found[0][1] == "/" else "<", made)


def _pieces(text: str) -> Iterator[bytes]:
    """The text as UTF-8, without what XML forbids and with the names of HTML's entities resolved."""
    text = _DECLARATION.sub("", text, count=1)
    text = _DOCTYPE.sub("", text, count=1)
    text = _NAMED.sub(_character, _FORBIDDEN.sub(" ", text))
    for at in range(0, len(text), PIECE):
        yield text[at : at + PIECE].encode("utf-8")


def _character(found: re.Match[str]) -> str:
    return found[0] if found[1] in _XML_OWN else html5.get(f"{found[1]};", " ")


def _forget(element: _Element) -> None:
    """Empty an element that has been read, and drop those before it."""
    element.clear()
    while element.getprevious() is not None and (parent := element.getparent()) is not None:
        del parent[0]
