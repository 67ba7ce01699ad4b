"""What records of crawled pages call their fields (docs/formats.md names the formats)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from firsthand.model import Hints

from .dates import iso
from .members import address

_SQUEEZE = re.compile(r"[\W_]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2}", re.IGNORECASE)
LONGEST = 2000
"""Characters of a title or name. What is longer is none."""
MOST_NAMES = 30

Record = Mapping[str, Any]

# Names in order of trust, in lower case without signs: `published_at`, `publishedAt` and `PublishedAt` are one name.
ADDRESS = ("url", "respondedurl", "requestedurl", "link", "canonicalurl", "weburl", "pageurl", "articleurl",
           "sourceurl", "mediaurl", "warctargeturi", "documentidentifier", "mainentityofpage", "uri", "id",
           "source")  # fmt: skip
MARKUP = ("html", "rawhtml", "contenthtml", "bodyhtml", "bodyxhtml", "htmlcontent", "pagehtml", "articlehtml")
MARKDOWN = ("markdown", "contentmarkdown", "bodymarkdown", "rawmarkdown")
TEXT = ("maintext", "plaintext", "articlebody", "fulltext", "rawtext", "bodytext", "contenttext", "articletext",
        "text", "body", "content", "story", "article")  # fmt: skip
SUMMARY = ("description", "summary", "excerpt", "desc", "standfirst", "lead", "descriptiontext", "trailtext")
TITLE = ("title", "headline", "titlepage", "pagetitle", "webtitle", "articletitle", "titlerss")
BYLINE = ("byline", "authors", "author", "creator", "by", "writers")
PUBLISHER = ("publisher", "sitename", "outletname", "outlet", "medianame", "sourcename", "provider", "newspaper",
             "publication", "copyrightholder", "source", "infosources")  # fmt: skip
PUBLISHED = ("publisheddate", "datepublish", "datepublished", "publishedat", "publishdate", "pubdate", "published",
             "publicationdate", "publishingdate", "webpublicationdate", "firstpublished", "firstcreated",
             "date", "created", "timestamp", "time")  # fmt: skip
MODIFIED = ("datemodify", "datemodified", "modifieddate", "updatedat", "modified", "updated", "lastmodified",
            "versioncreated")  # fmt: skip
FETCHED = ("datedownload", "fetchtime", "fetched", "fetchedat", "crawldate", "crawledat", "scrapedat", "warcdate",
           "retrieved", "accessed", "seendate", "filedate", "downloaddate")  # fmt: skip
LANGUAGE = ("language", "lang", "inlanguage", "langcode")
SECTION = ("section", "sectionname", "articlesection", "category", "categories", "pillarname")
INSIDE = ("fields", "warcheaders", "metadata", "meta", "item", "source", "post", "data")
"""Objects inside a record that hold more of its fields."""
LISTS = ("articles", "items", "results", "documents", "hits", "entries", "pages", "stories", "data", "response")
"""Where an object that is no record itself keeps its records."""


def named(record: Record) -> dict[str, Any]:
    """The record by its fields' plain names; what stands in objects inside it where it has no field of that name."""
    plain: dict[str, Any] = {}
    for key, value in record.items():
        plain.setdefault(_plain(key), value)
    for inside in INSIDE:
        value = plain.get(inside)
        if isinstance(value, dict):
            for key, inner in value.items():
                plain.setdefault(_plain(key), inner)
    return plain


def hints_of(plain: Record) -> Hints | None:
    """What a record says of its page."""
    found = Hints(
        title=first(plain, TITLE),
        byline=first(plain, BYLINE),
        publisher=_publisher(plain),
        published=_date(plain, PUBLISHED),
        modified=_date(plain, MODIFIED),
        language=_language(plain),
        section=first(plain, SECTION),
    )
    return found if found != Hints() else None


def url_of(plain: Record) -> str | None:
    """The record's address: the first field that is one."""
    for name in ADDRESS:
        value = plain.get(name)
        value = value.get("@id") if isinstance(value, dict) else value
        found = address(value) if isinstance(value, str) else None
        if found:
            return found
    return None


def fetched_of(plain: Record) -> str | None:
    """When the page was fetched."""
    return _date(plain, FETCHED)


def body_of(plain: Record) -> tuple[str, str | None] | None:
    """The text of the page and its media type where the field tells it: markup before text, as it is nearer to what
    was published."""
    for names, kind in ((MARKUP, "text/html"), (MARKDOWN, "text/markdown"), (TEXT, None)):
        for name in names:
            text = _long(plain.get(name))
            if text:
                return text, kind
    bodies = plain.get("bodies")  # ninjs 2
    for body in bodies if isinstance(bodies, list) else ():
        if isinstance(body, dict) and (text := _long(body.get("value"))):
            kind = str(body.get("contenttype") or body.get("contentType") or "")
            return text, "text/html" if "html" in kind else None
    return None


def first(plain: Record, names: tuple[str, ...]) -> str | None:
    """The first of the fields that says something, on one line."""
    for name in names:
        said = ", ".join(dict.fromkeys(_strings(plain.get(name))))
        if said and len(said) <= LONGEST:
            return said
    return None


def _publisher(plain: Record) -> str | None:
    """The outlet's name; what is an address says where it is, not what it is called."""
    said = [first(plain, (name,)) for name in PUBLISHER]
    return next((one for one in said if one and "://" not in one), None)


def _date(plain: Record, names: tuple[str, ...]) -> str | None:
    return next((found for name in names if (found := iso(plain.get(name)))), None)


def _language(plain: Record) -> str | None:
    """The two letters of ISO 639-1, where the record has them."""
    said = first(plain, LANGUAGE) or ""
    code = re.split("[-_]", said)[0].lower()
    return code if _LANGUAGE.fullmatch(said) and len(code) == 2 else None


@lru_cache(maxsize=4096)
def _plain(key: str) -> str:
    return _SQUEEZE.sub("", key[:100]).lower()


def _long(value: object) -> str | None:
    if isinstance(value, dict):  # HTML as crawlers that keep its circumstances have it
        value = value.get("content") or value.get("html") or value.get("text")
    return value if isinstance(value, str) and value.strip() else None


def _strings(value: object, depth: int = 0) -> Iterator[str]:
    """Names in a string, an object that has a name, or a list of these."""
    if isinstance(value, str):
        if said := " ".join(value[: LONGEST + 1].split()):
            yield said
    elif isinstance(value, dict) and depth < 3:
        for key in ("name", "value", "literal", "title"):
            if isinstance(value.get(key), str):
                yield from _strings(value[key], depth + 1)
                return
    elif isinstance(value, list) and depth < 3:
        for one in value[:MOST_NAMES]:
            yield from _strings(one, depth + 1)
