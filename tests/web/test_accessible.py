"""axe-core on every page, light and dark, wide and narrow: no violation of any kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from firsthand.store.opening import Store, open_store

from ..report.crowd import crowd_report
from ..report.ferry import ferry_report
from .conftest import WIDTHS
from .filling import fill
from .serving import serving
from .test_pages import PAGES


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with open_store(tmp_path_factory.mktemp("desk") / "desk.db") as store:
        fill(store, ferry_report(), "ferry")
        fill(store, crowd_report(), "crowd")
        _decide(store)
        with serving(store) as made:
            yield made


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with open_store(tmp_path_factory.mktemp("empty") / "desk.db") as store, serving(store) as made:
        yield made


def _decide(store: Store) -> None:
    from firsthand.desk import deciding

    finding = ferry_report().stories[0].findings[2].id
    deciding.decide(
        store, who="ada", subject_kind="finding", subject=finding, story="ferry-1", verdict="wrong", note="no difference"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", sorted(WIDTHS))
def test_no_page_has_a_violation(browser: Browser, address: str, empty: str, width: str, scheme: str) -> None:
    size = WIDTHS[width]
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    page, axe = context.new_page(), Axe()
    finding = ferry_report().stories[0].findings[0].id
    claim = ferry_report().stories[0].claims[0].id
    further = (
        f"/stories/ferry-1/judge/finding/{finding}", f"/stories/ferry-1/judge/claim/{claim}", "/stories/ferry-1?done=1",
        "/nothing", "/decisions?done=1",
    )  # fmt: skip
    wrong: dict[str, list[str]] = {}
    for root, path in [*((address, path) for path in (*PAGES, *further)), (empty, "/"), (empty, "/work"), (empty, "/feeds")]:
        page.goto(root + path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = axe.run(page).response["violations"]
        if found:
            wrong[path] = [f"{one['id']}: {one['nodes'][0]['html'][:160]} {one['nodes'][0].get('failureSummary', '')[:300]}" for one in found]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than the screen"
    context.close()
    assert wrong == {}


def test_the_list_of_keys_is_accessible(browser: Browser, address: str) -> None:
    page, axe = browser.new_page(), Axe()
    page.goto(address)
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open]")
    assert axe.run(page).response["violations"] == []
    page.close()
