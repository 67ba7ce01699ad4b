"""ninjs items and their sidecar, each against its schema, and the one pointing into the other."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from firsthand.model import Direction, Precision, Published, Report
from firsthand.report import as_ninjs
from firsthand.report.ninjs import moment_of
from firsthand.report.sidecar import SIDECAR_SCHEMA

from .crowd import crowd_report
from .ferry import ferry_report
from .hostile import hostile_report
from .schemas import HERE, faults, schema_at
from .test_judgements import judged
from .wild import QUICK, WILD

ITEM = schema_at(HERE / "ninjs-3.1-as-written.json")
CLAIMS = schema_at(SIDECAR_SCHEMA)
OFFICIAL = Path(__file__).parents[3] / "shared" / "schemas" / "ninjs-schema_3.1.json"


def written(report: Report) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    """The items by their uri, and the sidecar."""
    files = {name: json.loads(data) for name, data in as_ninjs(report)}
    items = {name: item for name, item in files.items() if name.startswith("items/")}
    assert set(files) == {*items, "claims.json", "claims.schema.json"}
    return {item["uri"]: item for item in items.values()}, files["claims.json"]


@cache
def ferry() -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    return written(ferry_report())


@pytest.mark.parametrize("report", [ferry_report(), crowd_report(), hostile_report(), judged()])
def test_items_and_sidecar_keep_to_their_schemas(report: Report) -> None:
    items, sidecar = written(report)
    assert [fault for item in items.values() for fault in faults(ITEM, item)] == []
    assert faults(CLAIMS, sidecar) == []


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the IPTC's own schema is not beside the checkout")
@pytest.mark.parametrize("report", [ferry_report(), crowd_report(), hostile_report()])
def test_items_keep_to_the_schema_of_the_iptc(report: Report) -> None:
    official = schema_at(OFFICIAL)
    assert [fault for item in written(report)[0].values() for fault in faults(official, item)] == []


def test_the_example_keeps_to_the_schemas(example: Report) -> None:
    items, sidecar = written(example)
    assert len(items) == len(example.articles)
    assert [fault for item in items.values() for fault in faults(ITEM, item)] == []
    assert faults(CLAIMS, sidecar) == []


def test_the_schemas_refuse_what_is_none() -> None:
    item, sidecar = dict(next(iter(ferry()[0].values()))), ferry()[1]
    assert faults(ITEM, {**item, "headline": "x"})
    assert faults(ITEM, {**item, "contentCreated": "2024-05-14"})
    assert faults(ITEM, {**item, "type": "article"})
    assert faults(ITEM, {**item, "uri": "no uri"})
    assert faults(CLAIMS, {**sidecar, "schema": "firsthand.claims/2"})
    assert faults(CLAIMS, {**sidecar, "items": [{"uri": "urn:x:y"}]})


def test_an_item_says_what_ninjs_has_a_field_for() -> None:
    item = ferry()[0][f"urn:firsthand:{ferry_report().articles[0].id}"]
    assert item["headlines"] == [{"value": "Ferry strikes breakwater at Port Merrow, 43 hurt"}]
    assert (item["by"], item["located"], item["language"]) == ("Tomas Vail", "PORT MERROW", "en")
    assert item["bodies"][0]["value"] == ferry_report().articles[0].text
    assert item["bodies"][0]["charCount"] == len(ferry_report().articles[0].text)
    assert {"name": "The Merrow Courier", "role": "publisher"} in item["infoSources"]
    assert {"name": "Northwire", "role": "agency"} in item["infoSources"]
    assert {"name": "the Harbour Authority", "role": "cited"} in item["infoSources"]
    assert item["events"][0]["uri"] == "urn:firsthand:story-ferry"


def test_an_article_is_associated_with_the_one_it_has_its_text_from() -> None:
    items, _ = ferry()
    courier, post, mirror, *_ = (f"urn:firsthand:{one.id}" for one in ferry_report().articles)
    (found,) = items[post]["associations"]
    assert (found["uri"], found["rel"]) == (courier, "derived-from")
    assert "associations" not in items[courier]
    assert "associations" not in items[mirror]  # both have it from a third


def test_no_direction_no_association() -> None:
    report = ferry_report()
    told = report.stories[0]
    unknown = tuple(replace(one, direction=Direction.UNKNOWN) for one in told.lineage.overlaps)
    story = replace(told, lineage=replace(told.lineage, overlaps=unknown))
    items, _ = written(replace(report, stories=(story, report.stories[1])))
    assert not any("associations" in item for item in items.values())


@pytest.mark.parametrize(
    ("value", "precision", "moment"),
    [
        ("2025-06-27T14:05+05:30", Precision.MINUTE, "2025-06-27T14:05:00+05:30"),
        ("2025-06-27T14:05:09Z", Precision.MINUTE, "2025-06-27T14:05:09+00:00"),
        ("2025-06-27T14:05", Precision.MINUTE, None),
        ("2025-06-27T14:00+05:30", Precision.HOUR, None),
        ("2025-06-27", Precision.DAY, None),
        ("nonsense", Precision.MINUTE, None),
    ],
)
def test_a_time_is_given_only_as_fine_as_the_page_says(value: str, precision: Precision, moment: str | None) -> None:
    assert moment_of(Published(value=value, precision=precision, basis="meta")) == moment


def test_a_day_stands_in_the_sidecar() -> None:
    items, sidecar = ferry()
    assert not any("contentCreated" in item for item in items.values())
    assert sidecar["items"][0]["published"]["value"] == "2024-05-14"


def _pointing(value: Any) -> list[dict[str, Any]]:
    """Everything in the sidecar that points to words of an item."""
    if isinstance(value, list):
        return [found for one in value for found in _pointing(one)]
    if not isinstance(value, dict):
        return []
    here = [value] if {"item", "start", "end", "quote"} <= set(value) else []
    return here + [found for one in value.values() for found in _pointing(one)]


def test_every_quotation_is_found_where_the_sidecar_points() -> None:
    items, sidecar = ferry()
    found = _pointing(sidecar["stories"])
    assert len(found) > 30
    for one in found:
        assert items[one["item"]]["bodies"][0]["value"][one["start"] : one["end"]] == one["quote"]


def test_every_item_that_the_sidecar_names_is_there() -> None:
    items, sidecar = ferry()
    named = {uri for story in sidecar["stories"] for uri in story["items"]}
    named |= {overlap[key] for story in sidecar["stories"] for overlap in story["overlaps"] for key in "ab"}
    named |= {uri for story in sidecar["stories"] for origin in story["origins"] for uri in origin["items"]}
    assert named == set(items)
    assert [one["uri"] for one in sidecar["items"]] == list(items)


@QUICK
@given(WILD)
def test_any_text_survives_and_steers_nothing(attack: str) -> None:
    report = hostile_report(attack)
    for _, data in as_ninjs(report):
        assert not set("\x1b\x07\x9b\u202e\u2066\u2028") & set(data.decode("utf-8"))
    items, sidecar = written(report)
    assert [item["bodies"][0]["value"] for item in items.values()] == [one.text for one in report.articles]
    assert sidecar["stories"][0]["title"] == report.stories[0].story.title
    assert [fault for item in items.values() for fault in faults(ITEM, item)] == []
    assert faults(CLAIMS, sidecar) == []
