"""URLs on the command line, against a server on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.cli.main import main
from firsthand.model import Failure, Page
from firsthand.pages import read_paths
from tests.pages.fetching.serving import Web, answer, redirect

STORY = (
    "<!doctype html><html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>The bridge "
    "at Lower Fen closed on Monday after divers found a crack in its pier, the council said.</p><p>Buses go by the "
    "mill until the pier is mended, and four engineers look at the others by Friday.</p></article></body></html>"
)


@pytest.fixture
def site() -> Iterator[Web]:
    served = Web()
    served.put("127.0.0.1/story", answer(STORY.encode()))
    yield served
    served.close()


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def url(site: Web, path: str) -> str:
    return f"http://127.0.0.1:{site.port}{path}"


FAST = ("--allow-private", "--delay", "0")


def test_a_report_on_a_url_is_made_again_from_what_was_kept(
    site: Web, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story, gone = url(site, "/story"), url(site, "/gone")
    asked = ("report", story, gone, "-o", "first.json", "--keep", "k.warc.gz", *FAST)
    assert main(asked) == 0
    assert "firsthand: kept k.warc.gz" in capsys.readouterr().err
    site.close()
    assert main(("report", "k.warc.gz", "-o", "second.json")) == 0
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()
    made = json.loads((tmp_path / "first.json").read_text())
    assert [page["url"] for page in made["pages"]] == [story]
    assert [failure["reason"] for failure in made["failures"]] == ["the answer is 404 (not found)"]
    assert gone in made["failures"][0]["subject"]


def test_fetch_tells_what_is_new_what_has_not_changed_and_what_failed(
    site: Web, capsys: pytest.CaptureFixture[str]
) -> None:
    site.put("127.0.0.1/moved", redirect("/story"))
    asked = ("fetch", url(site, "/moved"), url(site, "/gone"), "--to", "k.warc.gz", *FAST)
    assert main(asked) == 0
    first = capsys.readouterr()
    assert first.out == f"new {url(site, '/moved')}\n"
    assert first.err == f"firsthand: {url(site, '/gone')}: the answer is 404 (not found)\n"
    assert main(asked) == 0
    assert capsys.readouterr().out == f"unchanged {url(site, '/moved')}\n"


def test_without_the_flag_this_machine_is_not_connected_to(site: Web, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("fetch", url(site, "/story"), "http://localhost/", "--to", "k.warc.gz")) == 1
    told = capsys.readouterr().err
    assert f"port {site.port} serves no pages" in told
    assert "http://localhost/: its address" in told
    assert "is refused: loopback" in told
    assert site.asked == []


def test_a_feed_is_followed(site: Web, capsys: pytest.CaptureFixture[str]) -> None:
    items = "".join(f"<item><title>{n}</title><link>{url(site, f'/{n}')}</link></item>" for n in range(5))
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Fen</title>{items}</channel></rss>'
    site.put("127.0.0.1/feed", answer(feed.encode(), Content_Type="application/rss+xml"))
    for n in range(5):
        site.put(f"127.0.0.1/{n}", answer(STORY.encode()))
    assert main(("fetch", url(site, "/feed"), "--to", "k.warc.gz", "--follow", "--limit", "2", *FAST)) == 0
    assert capsys.readouterr().out.count("new ") == 3
    found = list(read_paths(["k.warc.gz"]))
    assert len([one for one in found if isinstance(one, Page)]) == 2
    assert len([one for one in found if isinstance(one, Failure) and "only a summary" in one.reason]) == 3


def test_the_name_of_what_is_kept_comes_from_the_urls(site: Web, tmp_path: Path) -> None:
    for urls in (("/story", "/gone"), ("/gone", "/story", "/story")):
        main(("report", *(url(site, path) for path in urls), "-q", "-o", "r.json", *FAST))
    assert len(list(tmp_path.glob("firsthand-*.warc.gz"))) == 1


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (("report", "a.txt", "--keep", "k.warc.gz"), 2),
        (("report", "http://x.test/", "--delay", "-1"), 2),
        (("report", "http://x.test/", "--delay", "nan"), 2),
        (("report", "http://x.test/", "--contact", "a\nb"), 2),
        (("fetch", "http://x.test/"), 2),
        (("fetch", "http://x.test/", "--to", "k.zip"), 1),
        (("fetch", "http://x.test/", "--to", "none/k.warc.gz"), 1),
        (("fetch", "page.html", "--to", "k.warc.gz"), 1),
    ],
)
def test_what_makes_no_sense_is_told(argv: tuple[str, ...], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        assert main(argv) == status
    except SystemExit as end:
        assert end.code == status
    assert "firsthand" in capsys.readouterr().err
