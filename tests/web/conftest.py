from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from firsthand.store.opening import Store, open_store

from .serving import serving

expect.set_options(timeout=60_000)  # a busy machine is no fault of the page
WIDTHS = {"wide": (1280, 900), "phone": (390, 844)}


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's chromium, or any other that is on the path. It ends with these tests: while it runs, so does its event
    loop, and no other test could run one."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no chromium on the path: apt-get install chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield running
        running.close()


@pytest.fixture(params=sorted(WIDTHS))
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser of somebody who has never been here, at 1280 and at 390 pixels."""
    width, height = WIDTHS[request.param]
    made = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True, locale="en-GB")
    made.set_default_timeout(120_000)
    yield made
    made.close()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    """A tab in which no script of ours may fail, and nothing may be refused by the page's own policy."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    assert wrong == []


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(tmp_path / "desk.db") as made:
        yield made


@pytest.fixture
def desk(store: Store) -> Iterator[str]:
    """The desk of `store`; its address."""
    with serving(store) as address:
        yield address


@pytest.fixture(scope="session")
def filled_desk() -> Iterator[str]:
    """A desk with the project's example in it, read by the real stages."""
    from ..desk.filled import filled_file

    with open_store(filled_file()) as store, serving(store) as address:
        yield address
