"""What ninjs has no field for: claims, findings and lineage, in a file beside the items (`firsthand.claims/1`).

It is the stories of `firsthand.report/1`, field by field, except that an article is named by the `uri` of its item.
Spans count the code points of that item's first body.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from firsthand.model import Page, Report

from .addresses import uri_of
from .plain import article_data, failure_data, page_data, story_data

SCHEMA = "firsthand.claims/1"
SIDECAR = "claims.json"
SIDECAR_SCHEMA = Path(__file__).parent / "schemas" / "claims-1.json"
"""JSON Schema of the sidecar."""
_RENAMED = {"article": "item", "articles": "items"}
_NAMING = frozenset({"article", "articles", "a", "b", "carried_by", "left_out_by"})
"""Fields of a story that name articles by their ids."""
_OF_THE_ARTICLE = ("publisher", "published", "modified", "dates", "dateline", "credits", "page_spans", "furniture")
"""Fields that ninjs has no place for, or a narrower one (a day is no `date-time`)."""


def sidecar_data(report: Report, files: Mapping[str, str]) -> dict[str, Any]:
    """The sidecar as plain data. `files` says by article where its item is."""
    pages = {page.id: page for page in report.pages}
    return {
        "schema": SCHEMA,
        "offsets": "code points of bodies[0].value in the item",
        "items": [
            _item(article_data(article), files[article.id], pages.get(article.page)) for article in report.articles
        ],
        "stories": [_pointing(story_data(story)) for story in report.stories],
        "failures": [failure_data(failure) for failure in report.failures],
    }


def _item(article: dict[str, Any], file: str, page: Page | None) -> dict[str, Any]:
    return {
        "uri": uri_of(article["id"]),
        "file": file,
        "article": article["id"],
        **{key: article[key] for key in _OF_THE_ARTICLE},
        "page": page_data(page) if page else None,
    }


def _pointing(value: Any) -> Any:
    """The data of a story with articles named by the URIs of their items."""
    if isinstance(value, list):
        return [_pointing(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {_RENAMED.get(key, key): _named(one) if key in _NAMING else _pointing(one) for key, one in value.items()}


def _named(value: str | list[str]) -> str | list[str]:
    return uri_of(value) if isinstance(value, str) else [uri_of(one) for one in value]
