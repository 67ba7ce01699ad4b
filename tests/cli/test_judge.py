"""`firsthand judge`, and how a report honours it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from firsthand.cli.main import main

ACCOUNTS = (
    "Fire at the Brandt mill\nBy Ana Holm\n\nThe fire at the Brandt mill killed 14 workers on Monday. "
    "The mill made paper.\n",
    "Dead at the Brandt mill\nBy Jon Ruud\n\nThe fire at the Brandt mill killed 19 workers on Monday. "
    "Its owner lives abroad.\n",
)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A folder with two accounts, and their report."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number, text in enumerate(ACCOUNTS):
        (pages / f"{number}.txt").write_text(text, encoding="utf-8")
    assert main(["report", "-q", str(pages), "-o", str(tmp_path / "report.json")]) == 0
    return tmp_path


def findings(run: Path) -> tuple[list[str], list[str]]:
    stories = json.loads((run / "report.json").read_text())["stories"]
    stood = [one["id"] for story in stories for one in story["findings"] if one["kind"] == "number"]
    return stood, [one["id"] for story in stories for one in story["dismissed"]]


def test_a_finding_judged_wrong_does_not_come_again(run: Path) -> None:
    report, file = str(run / "report.json"), str(run / "judgements.jsonl")
    ((name,), _) = findings(run)
    assert main(["judge", "-q", report, name[8:14], "wrong", "--judgements", file, "--by", "Ana"]) == 0
    assert main(["report", "-q", str(run / "pages"), "-o", report, "--judgements", file]) == 0
    assert findings(run) == ([], [name])
    assert main(["judge", "-q", report, name, "undo", "--judgements", file]) == 0
    assert main(["report", "-q", str(run / "pages"), "-o", report, "--judgements", file]) == 0
    assert findings(run) == ([name], [])


def test_what_is_not_there_cannot_be_judged(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", str(run / "report.json"), "000000", "right"]) == 1
    assert "no findings of" in capsys.readouterr().err
    assert main(["judge", str(run / "pages" / "0.txt"), "000000", "right"]) == 1
    assert "is no report in JSON" in capsys.readouterr().err


def test_judgements_that_are_none_stop_the_run_before_it_begins(run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(run / "pages"), "--judgements", str(run / "report.json")]) == 1
    assert "cannot read the judgements" in capsys.readouterr().err
