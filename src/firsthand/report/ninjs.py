"""Articles as ninjs 3.1 (IPTC News in JSON), one item a file, with a sidecar of claims, findings and lineage.

What ninjs has a field for is in the items, where any system that reads ninjs finds it. What it has none for (who says
what, what differs, what rests on what) is in the sidecar, which points into the items: see `sidecar`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from firsthand.model import Article, Direction, Overlap, Page, Precision, Published, Relation, Report, StoryReport

from .addresses import safe_id, uri_of, web_uri
from .index import opening_words
from .json import encoded
from .packing import File
from .sidecar import SIDECAR, SIDECAR_SCHEMA, sidecar_data

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
_RELATIONS = {Relation.REPRINT: "reprint-of", Relation.DERIVED: "derived-from", Relation.SHARED_QUOTES: "quotes-from"}


def as_ninjs(report: Report) -> Iterator[File]:
    """`items/ID.json` for each article, then the sidecar `claims.json`, and the schema that this one keeps to."""
    pages = {page.id: page for page in report.pages}
    articles = {article.id: article for article in report.articles}
    stories = {key: story for story in report.stories for key in story.story.articles}
    cited, taken = _cited(report), _taken(report)
    files = {}
    for article in report.articles:
        files[article.id] = f"items/{safe_id(article.id)}.json"
        item = _item(article, pages.get(article.page), stories.get(article.id))
        item["infoSources"] += [{"name": name, "role": "cited"} for name in cited.get(article.id, ())]
        item["associations"] = [
            _association(articles[parent], relation) for parent, relation in taken.get(article.id, ())
        ]
        yield files[article.id], _bytes({key: value for key, value in item.items() if value not in (None, [])})
    yield SIDECAR, _bytes(sidecar_data(report, files))
    yield "claims.schema.json", SIDECAR_SCHEMA.read_bytes()


def moment_of(published: Published | None) -> str | None:
    """A time as RFC 3339 wants it; None where the page does not say the minute and the time zone: nothing is added."""
    if published is None or published.precision is not Precision.MINUTE:
        return None
    try:
        read = datetime.fromisoformat(published.value)
    except ValueError:
        return None
    return read.isoformat(timespec="seconds") if read.tzinfo else None


def _item(article: Article, page: Page | None, story: StoryReport | None) -> dict[str, Any]:
    address = web_uri(article.url) or web_uri(page.url if page else None)
    created = moment_of(article.published)
    event = story and {"name": story.story.title, "rel": "reports", "uri": uri_of(story.story.id)}
    hashed = [{"role": "sha256-of-page", "value": page.sha256}] if page else []
    return {
        "uri": uri_of(article.id),
        "type": "text",
        "standard": STANDARD,
        "contentCreated": created,
        "versionCreated": moment_of(article.modified) or created,
        "language": article.language,
        "headlines": [{"value": article.title}] if article.title else [],
        "descriptions": [{"role": "standfirst", "value": article.standfirst}] if article.standfirst else [],
        "by": article.byline,
        "located": article.dateline.place if article.dateline else None,
        "bodies": [_body(article.text)],
        "infoSources": _info_sources(article),
        "events": [event] if event else [],
        "altIds": [{"role": "firsthand-article", "value": article.id}, *hashed],
        "renditions": [{"name": "web", "href": address, "contentType": "text/html"}] if address else [],
    }


def _body(text: str) -> dict[str, Any]:
    """The text as it stands: every span of the sidecar counts its code points."""
    return {
        "role": "main",
        "contentType": "text/plain",
        "charCount": len(text),
        "wordCount": len(text.split()),
        "value": text,
    }


def _info_sources(article: Article) -> list[dict[str, str]]:
    outlet = [{"name": article.publisher, "role": "publisher"}] if article.publisher else []
    credits = [{"name": credit.name, "role": str(credit.kind)} for credit in article.credits]
    return list({(one["name"], one["role"]): one for one in outlet + credits}.values())


def _association(parent: Article, relation: str) -> dict[str, Any]:
    name = parent.title or opening_words(parent)
    return {"name": name, "rel": relation, "uri": uri_of(parent.id), "type": "text"}


def _cited(report: Report) -> dict[str, list[str]]:
    """By article the names of those it cites, each once, in the order in which it cites them."""
    said = [one for story in report.stories for claim in story.claims for one in claim.statements if one.source]
    names: dict[str, dict[str, str]] = {}
    for one in sorted(said, key=lambda one: one.span):
        if one.source:
            names.setdefault(one.span.article, {}).setdefault(one.source.entity or one.source.name, one.source.name)
    return {article: list(by_source.values()) for article, by_source in names.items()}


def _taken(report: Report) -> dict[str, list[tuple[str, str]]]:
    """By article those it has text from, and how. Only where it is known which way the text ran."""
    known = {article.id for article in report.articles}
    taken: dict[str, list[tuple[str, str]]] = {}
    for story in report.stories:
        for overlap in story.lineage.overlaps:
            child, parent = child_and_parent(overlap)
            relation = _RELATIONS.get(overlap.relation)
            if child and parent and relation and {child, parent} <= known:
                taken.setdefault(child, []).append((parent, relation))
    return taken


def child_and_parent(overlap: Overlap) -> tuple[str, str] | tuple[None, None]:
    """Which article has the text from which; nothing where that is not known."""
    if overlap.direction is Direction.A_TO_B:
        return overlap.b, overlap.a
    if overlap.direction is Direction.B_TO_A:
        return overlap.a, overlap.b
    return None, None


def _bytes(data: dict[str, Any]) -> bytes:
    return encoded(data, indent=2).encode("utf-8")
