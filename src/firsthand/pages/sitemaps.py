"""Sitemaps, and all the addresses that a feed or sitemap names: what may be fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .bounds import MOST_RECORDS
from .dates import iso
from .elements import NotWellFormed, elements, local, text_in
from .feeds import items_in
from .members import Trouble, address
from .sniffing import feed_root

__all__ = ["Listed", "addresses_in", "read_sitemap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An address that a feed or sitemap names, with what it says of it."""

    url: str
    sitemap: bool = False
    """Whether it is another sitemap, not a page."""
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None


def addresses_in(text: str, base: str | None = None) -> Iterator[Listed]:
    """The addresses that a feed or sitemap names, each once, without its own (`base`), in order.

    From a feed only the items whose text is not in it. Nothing for what is neither.

    Raises:
        NotWellFormed: it declares entities of its own, or cannot be read as XML at all.
    """
    seen = {base}
    root = feed_root(text)
    for listed in _in_sitemap(text) if root == "sitemap" else _in_feed(text, base) if root else ():
        if listed.url not in seen:
            seen.add(listed.url)
            yield listed


def read_sitemap(text: str) -> Iterator[Trouble]:
    """What a sitemap comes to offline: addresses whose pages are not there."""
    try:
        found = list(addresses_in(text))
    except NotWellFormed as broken:
        yield Trouble(reason=str(broken))
        return
    what = "sitemaps" if found and all(one.sitemap for one in found) else "pages"
    first = f", the first {found[0].url}" if found else ""
    yield Trouble(reason=f"a sitemap of {len(found):,} {what}{first}; it holds no texts, and nothing was fetched")


def _in_sitemap(text: str) -> Iterator[Listed]:
    for number, (name, element) in enumerate(elements(text, frozenset({"url", "sitemap"}))):
        if number >= MOST_RECORDS:
            return
        said: dict[str, str] = {}
        for one in (*element, *element.iter()):  # the address is the element's own; a picture inside has one, too
            if isinstance(one.tag, str) and not len(one):
                said.setdefault(local(one), text_in(one))
        url = address(said.get("loc"))
        if url:
            yield Listed(
                url=url,
                sitemap=name == "sitemap",
                title=said.get("title"),
                publisher=said.get("name"),
                published=iso(said.get("publication_date")),
                modified=iso(said.get("lastmod")),
            )


def _in_feed(text: str, base: str | None) -> Iterator[Listed]:
    for item in items_in(text, base):
        if item.url and item.text is None:
            yield Listed(
                url=item.url,
                title=item.hints.title,
                publisher=item.hints.publisher,
                published=item.hints.published,
                modified=item.hints.modified,
            )
