"""`inspect --stage times` and `--stage quantities`: values with their places in the text as it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from firsthand.cli.main import main

TEXT = "On Friday 12 nurses left. They had asked for $2.5 million, or 3 to 4 percent more, the second such demand.\n"


def lines(tmp_path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, Any]]:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    assert main(["inspect", str(page), *more]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_times_are_resolved_against_the_day_that_is_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = lines(tmp_path, capsys, "--stage", "times", "--published", "2024-05-08")
    assert TEXT[found["start"] : found["end"]] == found["text"] == "Friday"
    assert (found["type"], found["value"]) == ("DATE", "2024-05-03")


def test_quantities_say_value_unit_and_what_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = lines(tmp_path, capsys, "--stage", "quantities")
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in found)
    assert [(one["value"], one["normalized_unit"], one["bound"]) for one in found] == [
        ("12", "nurse", "="), ("2500000", "dollar", "="), ("3-4", "percentage", "-"),
    ]  # fmt: skip
    assert found[0]["counted"] == "nurses"


def test_a_date_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["inspect", "page.txt", "--stage", "times", "--published", "yesterday"])
    assert refused.value.code == 2
    assert "write YYYY-MM-DD" in capsys.readouterr().err
