"""XML of feeds and sitemaps, element by element: no entities, no network, no more tags than such files have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!doctype\b[^>\[]{0,1000}>", re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XML_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NUMBERED = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}));")
_BARE = re.compile(r"&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)")
MOST_TAGS = 1_200_000
"""A sitemap of the 50,000 addresses that the protocol allows, each with its news and pictures."""
LOOK = 100_000


class NotWellFormed(Exception):  # noqa: N818  # a finding about the input; its message is the reason of the failure
    """XML that is not read. The message says why."""


def elements(text: str, names: frozenset[str]) -> Iterator[tuple[str, _Element]]:
    """The elements of these local names, in order; one inside another of them is part of that one, not given by itself.

    Slips (a bare ampersand, an end tag that is missing) are passed over.

    Raises:
        NotWellFormed: the text declares entities of its own, is too large, cannot be read as XML, or breaks off (what
            it broke off in is not given).
    """
    from lxml import etree

    if "<!ENTITY" in text[:LOOK]:
        raise NotWellFormed("declares entities of its own, as an XML bomb does; it is not read")
    if text.count("<") > MOST_TAGS:
        raise NotWellFormed(f"has more than {MOST_TAGS:,} tags")
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(_cleaned(text).encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise NotWellFormed(f"cannot be read as XML: {error.msg}") from error
    if root is None:
        raise NotWellFormed("cannot be read as XML")
    cut = not re.search(rf"</(?:\w+:)?{re.escape(local(root))}\s*>\s*$", text[-1000:])
    waiting = None
    for found in _outermost(root, names):
        if waiting is not None:
            yield waiting
        waiting = found
    if waiting is not None and not cut:
        yield waiting
    if cut:
        raise NotWellFormed("breaks off; what came before the break was read")


def _outermost(root: _Element, names: frozenset[str]) -> Iterator[tuple[str, _Element]]:
    """Elements of these names that stand in no other of them."""
    end = None
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if end is not None:
            end = None if event == "end" and element is end else end
        elif event == "start" and local(element) in names:
            end = element
            yield local(element), element


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

    inside = "".join(etree.tostring(one, encoding="unicode", method="xml") for one in element)
    return (escape(element.text or "", quote=False) + inside).strip()


def _cleaned(text: str) -> str:
    """The text without what XML forbids, with the names of HTML's entities resolved and bare ampersands escaped; what
    stands in CDATA stays as it is."""
    declared = _DECLARATION.match(text)
    text = text[declared.end() :] if declared else text
    text = _DOCTYPE.sub("", text[:LOOK], count=1) + text[LOOK:]
    text = _FORBIDDEN.sub(" ", text)
    pieces: list[str] = []
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0:
        end = text.find("]]>", start)
        end = end if end >= 0 else len(text)
        pieces += (_resolved(text[at:start]), text[start:end])
        at = end
    return "".join((*pieces, _resolved(text[at:])))


def _resolved(text: str) -> str:
    return _NUMBERED.sub(_allowed, _BARE.sub("&amp;", _NAMED.sub(_character, text)))


def _allowed(found: re.Match[str]) -> str:
    """A character by its number, where XML allows it: libxml2 lets others through as broken UTF-8."""
    number = int(found[1], 16) if found[1] else int(found[2])
    return found[0] if number <= 0x10FFFF and not _FORBIDDEN.match(chr(number)) else "\ufffd"


def _character(found: re.Match[str]) -> str:
    return found[0] if found[1] in _XML_OWN else escape(html5.get(f"{found[1]};", " "), quote=False)
