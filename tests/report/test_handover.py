from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace

import pytest

from firsthand.report import as_json, only
from firsthand.report.handover import FORMATS, NoFormatError, handed_over

from .ferry import ferry_report
from .hostile import hostile_report
from .test_bag import FERRY, PAGES


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_one_file_with_a_name_and_a_type(format_: str) -> None:
    one = handed_over(only(FERRY, "ferry"), format_, pages=PAGES, made="2026-03-12")
    assert one.name.startswith("story-ferry")
    assert re.fullmatch(r"[\w.-]+", one.name)
    assert one.content == handed_over(only(FERRY, "ferry"), format_, pages=PAGES, made="2026-03-12").content
    if one.name.endswith(".zip"):
        assert zipfile.ZipFile(io.BytesIO(one.content)).testzip() is None
    elif "json" in one.media_type:
        assert json.loads(one.content)


def test_the_name_is_never_a_page_s() -> None:
    report = only(hostile_report(), "ferry")
    told = report.stories[0]
    odd = replace(report, stories=(replace(told, story=replace(told.story, id="../../etc/passwd")),))
    assert re.fullmatch(r"id-[0-9a-f]{12}\.json", handed_over(odd, "json").name)


def test_several_stories_go_by_the_name_of_the_house() -> None:
    one = handed_over(ferry_report(), "json")
    assert one.name == "firsthand.json"
    assert one.content.decode("utf-8") == as_json(ferry_report())


def test_tables_come_in_the_form_that_was_asked_for() -> None:
    names = {
        form: zipfile.ZipFile(io.BytesIO(handed_over(ferry_report(), form).content)).namelist()
        for form in ("csv", "parquet")
    }
    assert "claims.csv" in names["csv"]
    assert "parquet/claims.parquet" in names["parquet"]
    assert "dictionary.md" in names["csv"]
    assert "dictionary.md" in names["parquet"]
    assert not [name for name in names["csv"] if name.endswith(".parquet")]
    assert not [name for name in names["parquet"] if name.endswith(".csv")]


def test_a_format_that_there_is_not_is_refused_by_name() -> None:
    with pytest.raises(NoFormatError, match="there is no format pdf: choose json, html"):
        handed_over(ferry_report(), "pdf")
