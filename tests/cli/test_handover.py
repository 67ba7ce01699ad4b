"""Hand-over formats from the command line: folders and archives, one story alone."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from firsthand.model import Report
from firsthand.report.packing import File
from firsthand.store.cases import what_is_broken

from ..example import PAGES
from .event import small_report
from .test_main import _pipeline, _status

SEVERAL = {"ninjs": "claims.json", "tables": "statements.csv", "bag": "data/report.json"}


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The pipeline answers with a report made by hand."""
    paths_asked: list[Sequence[str]] = []

    def run(paths: Sequence[str], **_: object) -> Report:
        paths_asked.append(paths)
        return small_report()

    _pipeline(monkeypatch, run)
    return paths_asked


@pytest.mark.parametrize(("format_", "one"), SEVERAL.items())
def test_a_format_of_several_files_is_a_folder_or_a_zip(tmp_path: Path, format_: str, one: str) -> None:
    assert _status("report", "a.txt", "-f", format_, "-o", str(tmp_path / "out")) == 0
    assert (tmp_path / "out" / one).is_file()
    assert _status("report", "a.txt", "-f", format_, "-o", str(tmp_path / "out.zip")) == 0
    inside = f"case/{one}" if format_ == "bag" else one
    assert inside in zipfile.ZipFile(tmp_path / "out.zip").namelist()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "out.zip"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert _status("report", "a.txt", "-f", "ninjs", "-o", str(tmp_path / "out")) == 0
    assert (tmp_path / "out" / "claims.json").is_file()


@pytest.mark.parametrize("name", ["file", "full", "gone/out"])
def test_a_folder_that_cannot_be_made_is_told_before_the_work_begins(
    asked: list[Sequence[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    assert _status("report", "a.txt", "-f", "tables", "-o", str(tmp_path / name)) == 1
    assert "firsthand: cannot write" in capsys.readouterr().err
    assert asked == []
    assert (tmp_path / "full" / "mine.txt").read_text() == "mine"


def test_a_write_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert _status("report", "a.txt", "-f", "ninjs", "-o", str(tmp_path / "out")) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../b", ""])
def test_no_file_is_written_outside_its_folder(tmp_path: Path, name: str) -> None:
    from firsthand.cli.folders import write_folder

    files: list[File] = [("good.txt", b""), (name, b"")]
    with pytest.raises(ValueError, match="leads out"):
        write_folder(tmp_path / "out", files)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "argv",
    [
        ("-f", "bag"),
        ("-f", "tables", "-o", "-"),
        ("-f", "html", "--made", "2026-03-12"),
        ("-f", "bag", "-o", "x", "--made", "in spring"),
    ],
)
def test_what_makes_no_sense_is_a_wrong_command_line(
    asked: list[Sequence[str]], capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]
) -> None:
    assert _status("report", "a.txt", *argv) == 2
    assert "usage: firsthand" in capsys.readouterr().err
    assert asked == []


@pytest.mark.parametrize(
    ("name", "start"), [("r.jsonld", '{\n "@context": "http://www.w3.org/ns/anno.jsonld"'), ("r.provn", "document\n")]
)
def test_the_name_of_the_file_tells_the_format(tmp_path: Path, name: str, start: str) -> None:
    assert _status("report", "a.txt", "-o", str(tmp_path / name)) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_prov_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert _status("report", "a.txt", "-f", "prov") == 0
    assert "wasAttributedTo" in json.loads(capsys.readouterr().out)


def test_one_story_alone_goes_into_every_format(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, example: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    _pipeline(monkeypatch, lambda paths, **_: example)
    story = example.stories[0].story
    assert _status("report", *PAGES, "-f", "json", "--story", story.id[:12]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in data["stories"]] == [story.id]
    assert [one["id"] for one in data["articles"]] == [one.id for one in example.articles if one.id in story.articles]
    for name in ("r.html", "r.md", "r.txt", "r.jsonld"):
        assert _status("report", *PAGES, "-o", str(tmp_path / name), "--story", story.id) == 0
        assert example.stories[1].story.title not in (tmp_path / name).read_text(encoding="utf-8")


def test_a_story_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _status("report", "a.txt", "-o", str(tmp_path / "r.md"), "--story", "9999") == 1
    assert "firsthand: no story has the id 9999" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_case_holds_the_pages_as_found_and_is_whole(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, example: Report
) -> None:
    _pipeline(monkeypatch, lambda paths, **_: example)
    for name in ("one", "two"):
        assert _status("report", *PAGES, "-f", "bag", "-o", str(tmp_path / name), "--made", "2026-03-12") == 0
    one, two = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert one == two
    assert what_is_broken(tmp_path / "one") == ()
    index = (tmp_path / "one" / "data" / "pages" / "index.csv").read_text(encoding="utf-8-sig")
    assert index.count('"as found"') == len(PAGES)
    assert {Path(path).read_bytes() for path in PAGES} <= set(one.values())
