"""The report on the example as fields that can be checked one by one, without offsets and ids."""

from __future__ import annotations

from typing import Any

Fields = dict[str, dict[str, Any]]
"""Subject (an article, a story) -> field -> value."""


def fields_of(report: dict[str, Any]) -> Fields:
    """Every field that the golden file pins."""
    names = article_names(report)
    fields: Fields = {names[article["id"]]: article_fields(article) for article in report["articles"]}
    for story in report["stories"]:
        fields[f"story of {names[story['articles'][0]]}"] = story_fields(story, names)
    return fields


def article_names(report: dict[str, Any]) -> dict[str, str]:
    """Article id -> "04-pageboard.txt, 2nd", by the order on the page."""
    names, seen = {}, dict[str, int]()
    for article in report["articles"]:
        page = article["path"].rpartition("/")[2]
        seen[page] = seen.get(page, 0) + 1
        names[article["id"]] = f"{page}, {seen[page]}"
    return names


def article_fields(article: dict[str, Any]) -> dict[str, Any]:
    plain = ("title", "publisher", "byline", "language", "published", "text")
    credits = sorted((credit["kind"], credit["name"]) for credit in article["credits"])
    dateline = article["dateline"] and {part: article["dateline"][part] for part in ("place", "date", "agency")}
    return {
        **{name: article[name] for name in plain},
        "dateline": dateline,
        "credits": [list(pair) for pair in credits],
    }


def story_fields(story: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    return {
        "title": story["title"],
        "event": story["event"],
        "articles": sorted(names[article] for article in story["articles"]),
        "independent origins": [story["independent_origins"]["min"], story["independent_origins"]["max"]],
        "origins": [
            {"kind": origin["kind"], "name": origin["name"], "articles": sorted(names[a] for a in origin["articles"])}
            for origin in story["origins"]
        ],
        "relations": [
            [names[overlap["a"]], names[overlap["b"]], overlap["relation"], overlap["direction"]]
            for overlap in story["overlaps"]
        ],
        "findings": [
            {
                "kind": finding["kind"],
                "severity": finding["severity"],
                "sides": [[names[side["article"]], side["quote"]] for side in finding["sides"]],
            }
            for finding in story["findings"]
        ],
    }
