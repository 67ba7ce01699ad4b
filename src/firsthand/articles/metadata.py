"""What an HTML page says of itself: meta elements and JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from firsthand.model import Precision, Published

_META = re.compile(r"<meta\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]{2,30})\s*=\s*(?:\"([^\"]{0,1500})\"|'([^']{0,1500})'|([^\s\"'>]{1,300}))")
_JSON_LD = re.compile(r"<script\b[^<>]{0,300}ld\+json[^<>]{0,300}>", re.IGNORECASE)
_ISO = re.compile(
    r"((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?"
)
ARTICLE_TYPES = frozenset(
    {
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "WebPage",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "TechArticle",
    }
)
LARGEST_JSON = 400_000
LARGEST_HEAD = 2_000_000
"""Characters of the source among which such scripts are looked for."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Each None where the page does not say."""

    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: Published | None
    url: str | None


def read_metadata(source: str) -> Metadata:
    """Title, publisher, authors and time of publication as the page's head gives them."""
    metas = dict(_metas(source[:500_000]))
    things = list(_linked_data(source))
    news = [thing for thing in things if _types(thing) & ARTICLE_TYPES]
    published = next((p for thing in news if (p := point(thing.get("datePublished"), "json-ld"))), None)
    for name in (
        "article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "parsely-pub-date",
        "publishdate",
        "pubdate",
        "sailthru.date",
        "og:pubdate",
    ):
        published = published or point(metas.get(name), "meta")
    authors = tuple(dict.fromkeys(name for thing in news for name in _names(thing.get("author"))))
    if not authors and metas.get("author") and len(metas["author"]) < 80 and "://" not in metas["author"]:
        authors = (metas["author"],)
    publisher = next((name for thing in news for name in _names(thing.get("publisher"))), None)
    headline = next((str(t["headline"]) for t in news if isinstance(t.get("headline"), str)), None)
    return Metadata(
        title=unescape(headline) if headline else metas.get("og:title") or metas.get("twitter:title"),
        publisher=metas.get("og:site_name") or publisher or metas.get("application-name"),
        authors=authors,
        published=published,
        url=metas.get("og:url"),
    )


def point(value: Any, basis: str) -> Published | None:
    """A point in time out of an ISO-like value, to the precision written."""
    match = _ISO.match(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    year, month, day, hour, minute, zone = match.groups()
    if not month:
        return Published(value=year, precision=Precision.YEAR, basis=basis)
    if not day:
        return Published(value=f"{year}-{month}", precision=Precision.MONTH, basis=basis)
    if not hour:
        return Published(value=f"{year}-{month}-{day}", precision=Precision.DAY, basis=basis)
    offset = "" if not zone else "+00:00" if zone == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return Published(value=f"{year}-{month}-{day}T{hour}:{minute}{offset}", precision=Precision.MINUTE, basis=basis)


def _metas(source: str) -> Iterator[tuple[str, str]]:
    seen = set()
    for match in _META.finditer(source):
        attributes = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(match[1])}
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        if name and name not in seen and attributes.get("content", "").strip():
            seen.add(name)
            yield name, attributes["content"].strip()


def _linked_data(source: str) -> Iterator[dict[str, Any]]:
    for number, match in enumerate(_JSON_LD.finditer(source[:LARGEST_HEAD])):
        stop = source.find("</", match.end(), match.end() + LARGEST_JSON)
        while stop >= 0 and source[stop : stop + 8].lower() != "</script":
            stop = source.find("</", stop + 2, match.end() + LARGEST_JSON)
        if stop < 0 or number > 20:
            continue
        try:
            yield from _things(json.loads(source[match.end() : stop].strip(), strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth < 4:
        for one in value[:50]:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph", []), depth + 1)


def _types(thing: dict[str, Any]) -> set[str]:
    kind = thing.get("@type")
    return {str(one) for one in kind} if isinstance(kind, list) else {str(kind)}


def _names(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for one in value[:20] for name in _names(one)]
    name = value.get("name") if isinstance(value, dict) else value
    return [unescape(name).strip()] if isinstance(name, str) and name.strip() and "://" not in name else []
