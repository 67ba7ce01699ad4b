"""What an HTML page says of itself: meta elements and JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from itertools import islice
from typing import Any

from firsthand.model import DateCandidate, Precision

from .calendar import MODIFIED_STAMP
from .declared import attributes_of, linked_data, metas_of, names_of, types_of

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
# names of meta elements for the time of publication and of change, the usual ones first
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "publishdate",
    "publish_date",
    "pubdate",
    "sailthru.date",
    "og:pubdate",
    "og:published_time",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dateupdated",
    "last-modified",
    "lastmod",
    "dc.date.modified",
    "dcterms.modified",
    "revised",
)
_SECTION = ("article:section", "parsely-section", "section", "og:section", "sailthru.section", "dc.subject")
_TIME = re.compile(r"<time\b([^<>]{1,600})>", re.IGNORECASE)
_CANONICAL = re.compile(r"<link\b([^<>]{1,2000})>", re.IGNORECASE)
_HEADLINE = re.compile(r"</h1\s*>", re.IGNORECASE)
NEAR_HEADLINE = 4_000
"""Characters of source below the first headline in which a time element is the article's: stamps stand there, times of
teasers further down."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Each None, or empty, where the page does not say."""

    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    dates: tuple[DateCandidate, ...]
    url: str | None
    section: str | None


def read_metadata(source: str) -> Metadata:
    """What the page's head says of its article, and each time of publication or change with where it was found."""
    metas = dict(metas_of(source[:500_000]))
    things = list(linked_data(source))
    news = [thing for thing in things if types_of(thing) & ARTICLE_TYPES]
    authors = tuple(dict.fromkeys(name for thing in news for name in names_of(thing.get("author"))))
    if not authors and metas.get("author") and len(metas["author"]) < 80 and "://" not in metas["author"]:
        authors = (metas["author"],)
    publisher = next((name for thing in news for name in names_of(thing.get("publisher"))), None)
    headline = next((str(t["headline"]) for t in news if isinstance(t.get("headline"), str)), None)
    sections = [name for thing in news for name in names_of(thing.get("articleSection"))[:1]]
    return Metadata(
        title=unescape(headline) if headline else metas.get("og:title") or metas.get("twitter:title"),
        publisher=metas.get("og:site_name") or publisher or metas.get("application-name"),
        authors=authors,
        dates=tuple(_dates(source, metas, news)),
        url=_canonical(source[:500_000], metas, news),
        section=next((name for name in sections if name), None) or _first(metas, _SECTION),
    )


def point(value: Any, basis: str, modified: bool = False) -> DateCandidate | None:
    """A point in time out of an ISO-like value, to the precision written."""
    match = _ISO.match(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    year, month, day, hour, minute, zone = match.groups()
    offset = "" if not zone else "+00:00" if zone == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    full, precision = year, Precision.YEAR
    if month:
        full, precision = f"{year}-{month}", Precision.MONTH
    if month and day:
        full, precision = f"{full}-{day}", Precision.DAY
    if month and day and hour:
        full, precision = f"{full}T{hour}:{minute}{offset}", Precision.MINUTE
    if not _is_real(full):
        return None
    return DateCandidate(value=full, precision=precision, basis=basis, modified=modified, words=value.strip()[:80])


def _is_real(value: str) -> bool:
    """Whether the calendar and the clock have such a time ("2025-13-45" is none)."""
    try:
        datetime.fromisoformat(value if len(value) >= 10 else f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True


def _dates(source: str, metas: dict[str, str], news: list[dict[str, Any]]) -> Iterator[DateCandidate]:
    found: list[DateCandidate | None] = []
    for thing in news:
        found += [point(thing.get("datePublished"), "json-ld"), point(thing.get("dateModified"), "json-ld", True)]
    for names, modified in ((_PUBLISHED, False), (_MODIFIED, True)):
        found += [point(metas[name], "meta", modified) for name in names if name in metas]
    headline = _HEADLINE.search(source)
    if headline:
        for match in islice(_TIME.finditer(source, headline.end(), headline.end() + NEAR_HEADLINE), 2):
            said = attributes_of(match[1])
            named = f"{said.get('itemprop', '')} {said.get('class', '')}".replace("date", "")
            found.append(point(said.get("datetime"), "time element", bool(MODIFIED_STAMP.search(named))))
    yield from (one for one in found if one is not None)


def _canonical(source: str, metas: dict[str, str], news: list[dict[str, Any]]) -> str | None:
    """The address that the page gives for itself."""
    for match in _CANONICAL.finditer(source):
        said = attributes_of(match[1])
        if said.get("rel", "").lower() == "canonical" and _is_address(said.get("href")):
            return said["href"].strip()
    if _is_address(metas.get("og:url")):
        return metas["og:url"]
    for thing in news:
        page = thing.get("mainEntityOfPage")
        for value in (page.get("@id") if isinstance(page, dict) else page, thing.get("url")):
            if _is_address(value):
                return str(value)
    return None


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and value.strip().lower().startswith(("http://", "https://")) and len(value) < 2_000


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if metas.get(name) and len(metas[name]) < 60), None)
