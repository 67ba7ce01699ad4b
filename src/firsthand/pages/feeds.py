"""RSS and Atom feeds: items with their full text are pages, the others are told with their links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from firsthand.model import Hints

from .bounds import MOST_RECORDS
from .dates import iso
from .elements import NotWellFormed, elements, local, markup_in, text_in
from .members import Member, Trouble, address
from .sniffing import ANY_TAG

if TYPE_CHECKING:
    from lxml.etree import _Element

FULL = 120
"""Words from which a description counts as the text itself. Excerpts that publishing systems make have 20 to 60."""
LEAST = 40
"""Words below which not even what is declared as content is a text."""
_CUT = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|&#8230;|&hellip;|\+\d+ chars)\]|\b(?:read|continue|more|full story)\b.{0,40})\W*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_CONTENT = ("encoded", "content")
_SUMMARY = ("description", "summary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a feed says of one page."""

    number: int
    url: str | None
    text: str | None
    """The full text where the feed has it."""
    media_type: str | None
    hints: Hints


def read_feed(text: str, base: str | None = None) -> Iterator[Member | Trouble]:
    """The pages of a feed; `base` is the feed's own address, where it is known."""
    found = 0
    try:
        for item in items_in(text, base):
            found = item.number
            yield _told(item)
    except NotWellFormed as broken:
        yield Trouble(reason=str(broken))
        return
    if not found:
        yield Trouble(reason="a feed without items")


def items_in(text: str, base: str | None = None) -> Iterator[Item]:
    """The items of a feed, in order, without those that lead back to the feed itself.

    Raises:
        NotWellFormed: the feed declares entities of its own, or cannot be read as XML at all.
    """
    own = {base} if base else set()
    publisher = language = None
    number = 0
    for name, element in elements(text, frozenset({"item", "entry", "title", "language", "link"})):
        if name in {"item", "entry"}:
            number += 1
            if number > MOST_RECORDS:
                return
            item = _item(element, number, publisher, language)
            if item.url is None or item.url not in own:
                yield item
        elif name == "title" and publisher is None:
            publisher = _line(text_in(element))
        elif name == "language" and language is None:
            language = _language(text_in(element))
        elif name == "link" and element.get("rel") == "self":
            own.add(element.get("href", ""))


def _told(item: Item) -> Member | Trouble:
    place = f"item {item.number}"
    if item.text is None:
        title = f" of “{item.hints.title}”" if item.hints.title else ""
        return Trouble(place=place, url=item.url, reason=f"the feed has only a summary{title}, not its text")
    return Member(place=place, data=item.text, url=item.url, media_type=item.media_type, hints=item.hints)


def _item(element: _Element, number: int, publisher: str | None, language: str | None) -> Item:
    parts: dict[str, list[_Element]] = {}
    for child in element:
        if isinstance(child.tag, str):
            parts.setdefault(local(child), []).append(child)
    text = _full_text(parts)
    source = _source(parts)
    hints = Hints(
        title=_first(parts, ("title",)),
        byline=_authors(parts),
        publisher=source or publisher,
        published=_dated(parts, ("pubDate", "published", "issued", "date", "created")),
        modified=_dated(parts, ("updated", "modified")),
        language=language,
        section=_first(parts, ("section",)),
    )
    if hints.published is None and hints.modified:  # Atom demands `updated` alone
        hints = replace(hints, published=hints.modified)
    media_type = "text/html" if text and ANY_TAG.search(text) else None
    return Item(number=number, url=_link(parts), text=text, media_type=media_type, hints=hints)


def _full_text(parts: dict[str, list[_Element]]) -> str | None:
    """What the item declares as its content, else a long description, unless it breaks off."""
    for names, least in ((_CONTENT, LEAST), (_SUMMARY, FULL)):
        for name in names:
            for element in parts.get(name, ()):
                text = markup_in(element)
                shown = ANY_TAG.sub(" ", text)
                if len(_WORD.findall(shown)) >= least and not _CUT.search(shown[-120:]):
                    return text
    return None


def _link(parts: dict[str, list[_Element]]) -> str | None:
    """The item's page: the original link of a feed that was passed on, the link itself, or an id that is an address."""
    links = parts.get("link", [])
    found = [text_in(one) for one in parts.get("origLink", ())]
    found += [one.get("href", "") for one in links if one.get("rel", "alternate") == "alternate"]
    found += [text_in(one) for one in links]
    found += [
        text_in(one) for name in ("guid", "id") for one in parts.get(name, ()) if one.get("isPermaLink") != "false"
    ]
    return next((good for one in found if (good := address(one))), None)


def _authors(parts: dict[str, list[_Element]]) -> str | None:
    names = []
    for element in (*parts.get("creator", ()), *parts.get("author", ()))[:20]:
        inner = next((one for one in element if isinstance(one.tag, str) and local(one) == "name"), element)
        said = _line(text_in(inner)) or ""
        mail, _, name = said.partition("(")
        names.append(name.rstrip(") ") if "@" in mail else said)
    return ", ".join(dict.fromkeys(name for name in names if name and "@" not in name)) or None


def _source(parts: dict[str, list[_Element]]) -> str | None:
    """The outlet that an item of a collected feed comes from."""
    for element in parts.get("source", ()):
        inner = next((one for one in element if isinstance(one.tag, str) and local(one) == "title"), element)
        if said := _line(text_in(inner)):
            return said
    return None


def _first(parts: dict[str, list[_Element]], names: tuple[str, ...]) -> str | None:
    return next((said for name in names for one in parts.get(name, ()) if (said := _line(text_in(one)))), None)


def _dated(parts: dict[str, list[_Element]], names: tuple[str, ...]) -> str | None:
    return next((found for name in names for one in parts.get(name, ()) if (found := iso(text_in(one)))), None)


def _line(text: str) -> str | None:
    """Text on one line, its markup and entities away."""
    from html import unescape

    said = " ".join(unescape(ANY_TAG.sub(" ", text[:4000]) if "<" in text else text[:4000]).split())
    return said if 0 < len(said) <= 2000 else None


def _language(text: str) -> str | None:
    code = text.strip().lower()[:2]
    return code if re.fullmatch(r"[a-z]{2}(?:[-_]\w{1,10})?", text.strip().lower()) else None
