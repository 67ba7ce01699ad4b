from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.cli.main import main
from firsthand.desk.working import progress
from firsthand.store.opening import open_store

from ..example import FOLDER

OPML = '<opml><body><outline text="Coast"><outline text="The Tern" xmlUrl="http://tern.example/feed"/></outline></body></opml>'


def test_add_takes_pages_in_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, pages = str(tmp_path / "desk.db"), str(FOLDER / "pages")
    assert main(["add", pages, "--store", store, "--no-work"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["new"] * 7
    assert main(["add", pages, "--store", store, "--no-work"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["known"] * 7
    with open_store(store) as opened:
        assert progress(opened).waiting == 7


def test_add_says_what_is_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "nowhere.html")
    assert main(["add", missing, "--store", str(tmp_path / "desk.db"), "--no-work"]) == 1
    assert "there is no such file or folder" in capsys.readouterr().err


def test_watch_names_feeds_lists_them_and_lets_them_go(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, opml = str(tmp_path / "desk.db"), tmp_path / "feeds.opml"
    opml.write_text(OPML)
    assert main(["watch", str(opml), "http://wire.example/rss", "--store", store, "--list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "waiting http://wire.example/rss, 0 pages",
        "waiting http://tern.example/feed The Tern, 0 pages",
    ]
    assert main(["watch", "--remove", "http://wire.example/rss", "--store", store]) == 0
    assert "wire.example" not in capsys.readouterr().out
    assert main(["watch", "--remove", "http://wire.example/rss", "--store", store]) == 1
    assert "not watched" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["watch"], ["check", " "], ["watch", "feeds-nowhere.txt"]])
def test_what_cannot_be_done_is_said_in_a_line(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--store", str(tmp_path / "desk.db")]) == 1
    said = capsys.readouterr().err
    assert said.startswith("firsthand: ")
    assert said.count("\n") == 1


def test_a_store_that_cannot_be_opened_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "The bridge opened.", "--store", str(tmp_path / "nowhere" / "desk.db")]) == 1
    assert "cannot open the store" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["desk", "--port", "0"], ["check", "x", "--limit", "99"], ["add"]])
def test_wrong_arguments_exit_with_2(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(wrong)
    assert ended.value.code == 2
