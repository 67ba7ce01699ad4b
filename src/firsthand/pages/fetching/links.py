"""What the feeds and sitemaps among the pages link to."""

from __future__ import annotations

from collections.abc import Iterator

from ..decoding import decode
from ..elements import NotWellFormed
from ..sitemaps import addresses_in


def links_in(data: bytes, url: str) -> Iterator[str]:
    """The addresses that a feed or sitemap names, in order; none for any other page, or where it cannot be read on."""
    try:
        for listed in addresses_in(decode(data)[0], url):
            yield listed.url
    except NotWellFormed:
        return
