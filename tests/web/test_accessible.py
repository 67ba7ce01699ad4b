"""axe-core on every page: no violation of any kind. Light at 1280 pixels, dark at 390: each template in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from firsthand.desk import deciding
from firsthand.store.opening import open_store

from ..report.crowd import crowd_report
from ..report.ferry import ferry_report
from .conftest import WIDTHS
from .filling import fill
from .serving import serving

_STORY = ferry_report().stories[0]
PAGES = (
    "/", "/?standing=disputed", "/stories/ferry-1", "/stories/ferry-2", "/stories/ferry-1?done=1",
    "/stories/ferry-1/beside", "/stories/ferry-1/lineage", "/stories/ferry-1/lineage?at=a2&trail=o1",
    "/stories/ferry-1/close", "/stories/ferry-1/judge/story/ferry-1",
    f"/stories/ferry-1/judge/finding/{_STORY.findings[0].id}",
    f"/stories/ferry-1/judge/claim/{_STORY.claims[0].id}", "/stories/crowd-1/articles/2", "/search?q=ferry", "/sources",
    "/check", "/add", "/feeds", "/work", "/decisions", "/account", "/people", "/audit", "/sign-in", "/nothing",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with open_store(tmp_path_factory.mktemp("desk") / "desk.db") as store:
        fill(store, ferry_report(), "ferry")
        fill(store, crowd_report(), "crowd")
        finding = _STORY.findings[2].id
        deciding.decide(store, who="ada", subject_kind="finding", subject=finding, story="ferry-1", verdict="wrong")
        with serving(store) as made:
            yield made


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with open_store(tmp_path_factory.mktemp("empty") / "desk.db") as store, serving(store) as made:
        yield made


@pytest.mark.parametrize(("width", "scheme"), [("wide", "light"), ("phone", "dark")])
def test_no_page_has_a_violation(browser: Browser, address: str, empty: str, width: str, scheme: Any) -> None:
    size = WIDTHS[width]
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    context.set_default_timeout(90_000)
    page = context.new_page()
    wrong = {path: found for path in PAGES if (found := _violations(page, address + path))}
    wrong |= {f"empty {path}": found for path in ("/", "/work", "/feeds") if (found := _violations(page, empty + path))}
    context.close()
    assert wrong == {}


def test_a_story_of_sixty_articles_has_no_violation(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.set_default_timeout(120_000)
    assert _violations(page, f"{address}/stories/crowd-1") == []
    page.close()


def test_the_list_of_keys_has_no_violation(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open]")
    assert Axe().run(page).response["violations"] == []
    page.close()


def _violations(page: Page, address: str) -> list[str]:
    """What axe finds, folds open; and whether the page is wider than the screen."""
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = [
        f"{one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0].get('failureSummary', '')[:300]}"
        for one in Axe().run(page).response["violations"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*found, *(["wider than the screen"] if wide else [])]
