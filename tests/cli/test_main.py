import json
import sys
import types
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import firsthand
from firsthand.cli import main as entry
from firsthand.model import Article, Failure, Page, Report
from firsthand.text.weights import ModelFileError

from .event import small_report

Run = Callable[..., Report]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The paths that the pipeline was asked for; it answers with a report made by hand."""
    paths_asked: list[Sequence[str]] = []

    def run(paths: Sequence[str], progress: Any = None, **_: Any) -> Report:
        paths_asked.append(paths)
        if progress:
            progress("articles", 1, 1)
        return small_report()

    _pipeline(monkeypatch, run)
    return paths_asked


def _pipeline(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    def articles_of(
        paths: Sequence[str], progress: Any = None, **_: Any
    ) -> tuple[tuple[Page, ...], tuple[Article, ...], tuple[Failure, ...]]:
        report = run(paths)
        return report.pages, report.articles, report.failures

    stub = types.ModuleType("firsthand.pipeline")
    vars(stub).update(run=run, articles_of=articles_of)
    monkeypatch.setitem(sys.modules, "firsthand.pipeline", stub)
    monkeypatch.setattr(firsthand, "pipeline", stub, raising=False)


def _status(*argv: str) -> int:
    try:
        return entry.main(argv)
    except SystemExit as end:
        return int(end.code or 0)


def test_a_report_is_a_summary_on_standard_output(
    asked: list[Sequence[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _status("report", "a.txt", "b.txt") == 0
    assert asked == [["a.txt", "b.txt"]]
    assert capsys.readouterr().out.startswith("2 pages, 2 articles, 1 story, 1 finding")


def test_what_could_not_be_read_is_told_on_standard_error_and_the_rest_goes_on(
    asked: list[Sequence[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _status("report", "a.txt", "gone.txt") == 0
    assert "firsthand: gone.txt: no such file" in capsys.readouterr().err


def test_quiet_keeps_standard_error_empty(asked: list[Sequence[str]], capsys: pytest.CaptureFixture[str]) -> None:
    assert _status("report", "--quiet", "a.txt") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("format_", "start"), [("json", '{\n  "schema"'), ("html", "<!doctype html>"), ("md", "# "), ("text", "2 pages")]
)
def test_every_format_can_be_asked_for(
    asked: list[Sequence[str]], capsys: pytest.CaptureFixture[str], format_: str, start: str
) -> None:
    assert _status("report", "a.txt", "--format", format_) == 0
    assert capsys.readouterr().out.startswith(start)


@pytest.mark.parametrize(
    ("name", "start"),
    [("r.json", "{"), ("r.HTML", "<!doctype"), ("r.md", "# "), ("r.txt", "2")],
)
def test_the_name_of_the_file_tells_the_format(
    asked: list[Sequence[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, start: str
) -> None:
    assert _status("report", "a.txt", "-o", str(tmp_path / name)) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert capsys.readouterr().out == ""
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_two_files_are_written_from_one_run(asked: list[Sequence[str]], tmp_path: Path) -> None:
    assert _status("report", "a.txt", "-o", str(tmp_path / "r.json"), "-o", str(tmp_path / "r.html")) == 0
    assert len(asked) == 1
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("report",),
        ("report", "a.txt", "--format", "pdf"),
        ("report", "a.txt", "-o", "report.pdf"),
        ("report", "a.txt", "-f", "md", "-o", "a.md", "-o", "b.md"),
        ("inspect", "a.txt"),
        ("inspect", "a.txt", "--stage", "mood"),
        ("publish", "a.txt"),
    ],
)
def test_a_wrong_command_line_is_two(
    asked: list[Sequence[str]], capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]
) -> None:
    assert _status(*argv) == 2
    assert "usage: firsthand" in capsys.readouterr().err
    assert asked == []


@pytest.mark.parametrize("name", ["missing/r.html", "."])
def test_an_output_that_cannot_be_written_is_told_before_the_work_begins(
    asked: list[Sequence[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert _status("report", "a.txt", "--format", "html", "-o", str(tmp_path / name)) == 1
    assert "firsthand: cannot write" in capsys.readouterr().err
    assert asked == []


def test_a_failing_write_leaves_the_old_file_as_it_was(
    asked: list[Sequence[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "r.json"
    target.write_text("old")
    monkeypatch.setattr(Path, "replace", full)
    assert _status("report", "a.txt", "-o", str(target)) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_nothing_readable_is_one_and_the_report_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = Failure(stage="pages", subject="gone.txt", reason="no such file")
    _pipeline(monkeypatch, lambda paths, **_: Report(pages=(), articles=(), stories=(), failures=(gone,)))
    assert _status("report", "gone.txt", "--format", "json") == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["failures"][0]["subject"] == "gone.txt"
    assert err == "firsthand: gone.txt: no such file\nfirsthand: no page could be read\n"


def test_an_interrupt_is_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(paths: Sequence[str], progress: Any = None, **_: Any) -> Report:
        raise KeyboardInterrupt

    _pipeline(monkeypatch, interrupted)
    assert _status("report", "a.txt") == 130
    assert capsys.readouterr().err == "firsthand: interrupted\n"


def test_a_damaged_model_is_a_message_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def damaged(paths: Sequence[str], progress: Any = None, **_: Any) -> Report:
        raise ModelFileError("model file model.onnx is missing: reinstall the requirements")

    _pipeline(monkeypatch, damaged)
    assert _status("report", "a.txt") == 1
    assert capsys.readouterr().err == "firsthand: model file model.onnx is missing: reinstall the requirements\n"


def test_progress_is_shown_on_a_terminal_and_taken_away_again(
    asked: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert _status("report", "a.txt") == 0
    shown = capsys.readouterr().err
    assert "\x1b[2Karticles 1/1" in shown
    assert shown.split("\x1b[2K")[-1] == "firsthand: gone.txt: no such file\n"


def test_progress_is_no_noise_in_a_log(asked: list[Sequence[str]], capsys: pytest.CaptureFixture[str]) -> None:
    assert _status("report", "a.txt") == 0
    assert "articles 1/1" not in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_error(
    asked: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone(text: str) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(sys.stdout, "write", gone)
    monkeypatch.setattr(entry, "_let_go_of_stdout", lambda: None)
    assert _status("report", "--quiet", "a.txt") == 141
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("stage", "keys"),
    [
        ("articles", {"id", "path", "text", "page_spans", "furniture"}),
        ("stories", {"id", "title", "articles", "event"}),
        ("lineage", {"story", "kind"}),
        ("statements", {"story", "claim", "article", "start", "end", "quote", "stance", "source"}),
        ("claims", {"story", "id", "text", "standing", "statements"}),
        ("findings", {"story", "id", "kind", "severity", "why", "sides"}),
    ],
)
def test_inspect_prints_a_stage_as_json_lines(
    asked: list[Sequence[str]], capsys: pytest.CaptureFixture[str], stage: str, keys: set[str]
) -> None:
    assert _status("inspect", "a.txt", "--stage", stage) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines
    assert all(keys <= set(line) for line in lines)


def test_inspected_passages_carry_their_words(asked: list[Sequence[str]], capsys: pytest.CaptureFixture[str]) -> None:
    _status("inspect", "a.txt", "--stage", "lineage")
    overlap = json.loads(capsys.readouterr().out.splitlines()[0])
    assert overlap["passages"][0]["a_quote"] == "The bridge at Lower Fen is closed"


def test_inspected_statements_stand_in_the_order_of_the_texts(
    asked: list[Sequence[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    _status("inspect", "a.txt", "--stage", "statements")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    first = lines[0]["article"]
    places = [line["start"] for line in lines if line["article"] == first]
    assert places == sorted(places)
    assert len(lines) == 4
