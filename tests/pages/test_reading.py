"""Files and folders to pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.model import Failure, Page
from firsthand.pages import read_paths

STORY = "Harbour bridge closes\nThe bridge over the Lune closed on Monday after a crack was found, the council said.\n"
HTML = "<!doctype html><html><head><title>x</title></head><body><p>The bridge closed.</p></body></html>"


def pages_of(*paths: Path) -> list[Page]:
    return [one for one in read_paths(paths) if isinstance(one, Page)]


def failures_of(*paths: Path) -> list[Failure]:
    return [one for one in read_paths(paths) if isinstance(one, Failure)]


def only(path: Path) -> Page:
    (page,) = pages_of(path)
    return page


def test_order_of_paths_does_not_matter_and_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(STORY + name)
    paths = [tmp_path / "c.md", tmp_path / "a.txt", tmp_path, tmp_path / "a.txt"]
    forward, backward = list(read_paths(paths)), list(read_paths(paths[::-1]))
    assert forward == backward
    assert [Path(page.path).name for page in forward if isinstance(page, Page)] == ["a.txt", "b.txt", "c.md"]


def test_an_id_stays_when_the_folder_moves_and_two_copies_are_two_pages(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    for folder in (first, second):
        folder.mkdir()
        (folder / "x.txt").write_text(STORY)
        (folder / "y.txt").write_text(STORY)
    assert [page.id for page in pages_of(first)] == [page.id for page in pages_of(second)]
    assert len({page.id for page in pages_of(first)}) == 2
    assert len({page.id for page in pages_of(first, second)}) == 4


def test_what_is_no_page_is_a_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_text(" \n\n")
    (tmp_path / "paper.html").write_bytes(b"%PDF-1.7 and so on")
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "feed.txt").write_text("<?xml version='1.0'?><rss><channel></channel></rss>")
    reasons = {Path(failure.subject).name: failure.reason for failure in failures_of(tmp_path)}
    assert reasons == {
        "empty.txt": "the file is empty",
        "blank.txt": "the file is empty",
        "paper.html": "a PDF, not a page",
        "picture.html": "a PNG image, not a page",
        "noise.txt": "a binary file, not a page",
        "feed.txt": "a feed without items",
    }
    assert [page.text for page in pages_of(tmp_path)] == [STORY]


def test_a_missing_path_an_empty_folder_and_a_file_too_large_are_failures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("firsthand.pages.reading.LARGEST", 100)
    (tmp_path / "empty").mkdir()
    (tmp_path / "large.txt").write_text("word " * 100)
    failed = failures_of(tmp_path / "gone.txt", tmp_path / "empty", tmp_path / "large.txt")
    assert [failure.stage for failure in failed] == ["pages"] * 3
    assert [failure.reason for failure in failed] == [
        "no pages in this folder",
        "there is no such file or folder",
        "larger than 0 MB",
    ]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret " + STORY)
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "story.txt").write_text(STORY)
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    assert [page.text for page in pages_of(folder)] == [STORY]
    assert [Path(failure.subject).name for failure in failures_of(folder)] == ["out.txt"]


def test_hidden_files_and_data_beside_pages_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", "story.json", "style.css", "page"):
        (tmp_path / name).write_text(STORY)
    assert [Path(page.path).name for page in pages_of(tmp_path)] == ["page"]
    assert not failures_of(tmp_path)
    assert failures_of(tmp_path / "story.json")[0].reason == "a .json file, not a page"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("“Café” closed".encode(), "utf-8"),
        ("“Café” closed".encode("utf-8-sig"), "utf-8-sig"),
        ("“Café” closed".encode("utf-16"), "utf-16"),
        ("“Café” closed, the owner said".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_text_is_decoded_whatever_its_encoding(tmp_path: Path, data: bytes, charset: str) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    page = only(tmp_path / "x.txt")
    assert page.text.startswith("“Café” closed")
    assert page.charset == charset


def test_a_declared_charset_is_believed_unless_the_bytes_are_utf8(tmp_path: Path) -> None:
    markup = '<html><head><meta charset="iso-8859-1"></head><body><p>Café – “closed”</p></body></html>'
    (tmp_path / "legacy.html").write_bytes(markup.encode("cp1252"))
    (tmp_path / "modern.html").write_bytes(markup.encode())
    assert [page.text for page in pages_of(tmp_path)] == [markup, markup]


def test_html_is_known_by_its_content_not_its_name(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(HTML)
    (tmp_path / "plain.html").write_text(STORY + "if 3 < 4 then x <b> 2\n")
    assert [page.media_type for page in pages_of(tmp_path)] == ["text/html", "text/plain"]


def test_stray_nul_bytes_do_not_make_a_page_binary(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(STORY.encode() + b"\x00\x00 and on it goes")
    assert "\x00" in only(tmp_path / "x.txt").text


def test_a_file_of_fifty_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "large.html").open("wb") as file:
        file.truncate(50_000_000)
    assert [failure.reason for failure in failures_of(tmp_path)] == ["larger than 20 MB"]


@pytest.mark.parametrize("head", ["<!---->" * 200, "<!-- " * 400, "<?xml " * 1000, " " * 200_000])
def test_a_head_of_comments_and_blanks_ends_in_a_page(tmp_path: Path, head: str) -> None:
    (tmp_path / "x.html").write_text(f"{head} The bridge closed.")
    assert only(tmp_path / "x.html").media_type in {"text/html", "text/plain"}


def test_comments_before_the_doctype_do_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(f"<!-- a --> <!-- b -->{HTML}")
    assert only(tmp_path / "x.txt").media_type == "text/html"
