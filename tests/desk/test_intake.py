from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.desk import reading
from firsthand.desk.errors import Busy, Refused
from firsthand.desk.intake import take_bytes, take_paths, take_text, take_urls
from firsthand.desk.working import Worker, progress
from firsthand.model import Page
from firsthand.pages import read_paths
from firsthand.store.opening import Store

from ..example import FOLDER
from ..pages.fetching.serving import StillClock, Web, answer, policy
from .light import light_stages

TEXT = "Ferry runs aground\n[The Tern]\nThe ferry Halder ran aground.\nNobody was hurt."
HOSTILE = "<script>alert(1)</script>\x00\x1b[31m‮ ' OR 1=1 --"


def work(store: Store) -> None:
    with Worker(store, stages=light_stages()) as worker:
        while worker.step():
            pass


def test_the_pages_are_those_of_the_report(store: Store) -> None:
    told = {page.id: page for page in read_paths([str(FOLDER / "pages")]) if isinstance(page, Page)}
    taken = list(take_paths(store, [str(FOLDER / "pages")], "ada"))
    assert [one.page for one in taken] == list(told)
    for name, page in told.items():
        data = Path(page.path).read_bytes()
        assert reading.page_bytes(store, name) == data


def test_a_page_goes_through_once_however_often_it_is_added(store: Store) -> None:
    assert [one.new for one in take_paths(store, [str(FOLDER / "pages")], "ada")] == [True] * 7
    assert [one.new for one in take_paths(store, [str(FOLDER / "pages")], "ben")] == [False] * 7
    assert progress(store).waiting == 7


def test_a_name_of_an_upload_is_shown_and_leads_nowhere(store: Store, tmp_path: Path) -> None:
    (taken,) = take_bytes(store, "../../etc/\x1b[31mpass\x00wd.txt", TEXT.encode(), "text/plain", "ada")
    assert "/" not in taken.path
    assert all(char.isprintable() for char in taken.path)
    assert {one.name.partition(".db")[0] for one in tmp_path.iterdir()} == {"store"}


def test_an_upload_that_is_too_large_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="larger than 20 MB"):
        list(take_bytes(store, "a.txt", b"x" * 20_000_001, None, "ada"))


def test_what_is_no_page_is_told_and_kept_out(store: Store) -> None:
    (taken,) = take_bytes(store, "picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "image/png", "ada")
    assert (taken.page, taken.state) == (None, "failed")
    assert taken.reason
    assert progress(store).waiting == 0


def test_pasted_text_has_the_address_that_it_was_found_at(store: Store) -> None:
    (taken,) = take_text(store, TEXT, "https://news.example/ferry", "ada")
    assert taken.page is not None
    work(store)
    found = reading.page(store, taken.page)
    assert found is not None
    assert (found.url, found.state, found.added_by) == ("https://news.example/ferry", "done", "ada")
    with pytest.raises(Refused):
        list(take_text(store, TEXT, "javascript:alert(1)", "ada"))
    with pytest.raises(Refused):
        list(take_text(store, " \n", None, "ada"))


def test_a_page_that_fails_is_shown_and_holds_up_nothing(store: Store) -> None:
    (bad,) = take_text(store, "no article", None, "ada")
    (good,) = take_text(store, TEXT, None, "ada")
    work(store)
    assert progress(store).failed == 1
    (row,) = reading.queue(store, state="failed").items
    assert (row.id, row.reason) == (bad.page, "no headline with a text under it")
    assert good.page is not None
    assert reading.page(store, good.page).state == "done"  # type: ignore[union-attr]


def test_a_fault_of_ours_is_shown_and_holds_up_nothing(store: Store) -> None:
    stages = light_stages()
    broken = type(stages)(**{**{n: getattr(stages, n) for n in stages.__slots__}, "state": lambda one: 1 / 0})
    (taken,) = take_text(store, TEXT, None, "ada")
    with Worker(store, stages=broken) as worker:
        while worker.step():
            pass
    assert taken.page is not None
    row = reading.page(store, taken.page)
    assert row is not None
    assert row.state == "failed"
    assert "ZeroDivisionError" in (row.reason or "")


def test_hostile_text_goes_through_as_text(store: Store) -> None:
    text = f"{HOSTILE}\n[{HOSTILE}]\n{HOSTILE}: {HOSTILE}\n{HOSTILE}\ud800"
    (taken,) = take_text(store, text, None, HOSTILE)
    work(store)
    assert taken.page is not None
    row = reading.page(store, taken.page)
    assert row is not None
    assert row.state == "done"
    (listed,) = reading.stories(store).items
    assert listed.title.startswith("<script>alert(1)</script>")
    assert reading.stories(store, text=HOSTILE).items == (listed,)
    assert reading.sources(store, HOSTILE).items
    assert not reading.stories(store, text='" OR "1"="1 NEAR( *').items


def test_urls_are_fetched_with_the_rules_of_fetching(store: Store, web: Web) -> None:
    web.put("news.example/ferry", answer(TEXT.encode(), Content_Type="text/plain; charset=utf-8"))
    web.addresses["inside.example"] = ["10.0.0.1"]
    urls = ["http://news.example/ferry", "http://inside.example/", "file:///etc/passwd", "http://news.example/gone"]
    made = list(take_urls(store, urls, policy(), "ada", network=web.network, clock=StillClock()))
    assert [one.state for one in made] == ["new", "failed", "failed", "failed"]
    assert "10.0.0.1" in (made[1].reason or "")
    work(store)
    assert made[0].page is not None
    row = reading.page(store, made[0].page)
    assert row is not None
    assert (row.url, row.state) == ("http://news.example/ferry", "done")


def test_there_is_one_worker_at_a_time(store: Store) -> None:
    with Worker(store, stages=light_stages()), pytest.raises(Busy), Worker(store, stages=light_stages()):
        pass
    with Worker(store, stages=light_stages()):
        pass


def test_a_stream_that_was_lost_is_made_again(store: Store, tmp_path: Path) -> None:
    list(take_text(store, TEXT, None, "ada"))
    work(store)
    for one in tmp_path.glob("*.stream*"):
        one.unlink()
    list(take_text(store, TEXT.replace("Tern", "Coast Wire"), None, "ada"))
    work(store)
    (row,) = reading.stories(store).items
    assert row.articles == 2
