"""Text that attacks, in every field that comes from outside: it is shown as text, and nothing else happens."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request

from firsthand.desk import deciding, intake
from firsthand.report.neutral import neutral
from firsthand.store.opening import Store, open_store
from firsthand.store.packing import storable

from ..report.hostile import ATTACK, hostile_report
from .filling import fill
from .serving import serving

MORE = (
    "<style>*{display:none!important}</style><base href=https://evil.example/><meta http-equiv=refresh content=0>"
    "<form action=https://evil.example><button autofocus onfocus=alert(1)><math><mtext></form><link rel=stylesheet "
    'href=//evil.example/x.css>\'"`${alert(1)}\u202ertl\u2066 [a](javascript:alert(1)) =HYPERLINK("https://evil.example")'
)
HURT = storable(ATTACK + MORE)
PATHS = (
    "/", "/stories/hostile-1", "/stories/hostile-2", "/stories/hostile-1/beside", "/stories/hostile-1/lineage",
    "/stories/hostile-1/lineage?at=a1", "/stories/hostile-1/close", "/stories/hostile-1/judge/story/hostile-1",
    "/sources", "/search?q=ferry", "/work", "/decisions", "/feeds", "/audit",
)  # fmt: skip


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Titles, texts, publishers, bylines, sources, addresses, file names, notes and names that all attack."""
    with open_store(tmp_path_factory.mktemp("desk") / "desk.db") as store:
        fill(store, hostile_report(), "hostile")
        story = hostile_report().stories[0]
        deciding.decide(
            store, who=HURT[:200], subject_kind="finding", subject=story.findings[0].id, story="hostile-1",
            verdict="wrong", note=HURT,
        )  # fmt: skip
        list(intake.take_bytes(store, HURT + ".txt", b"Some words.", "text/plain", HURT))
        yield store


@pytest.fixture(scope="module")
def address(attacked: Store) -> Iterator[str]:
    with serving(attacked) as made:
        yield made


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A tab, and everything that it should not have done."""
    context: BrowserContext = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    page, wrong = context.new_page(), list[str]()

    def asked(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            wrong.append(f"asked for {request.url}")

    def spoken(dialog: Dialog) -> None:
        wrong.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("request", asked)
    page.on("dialog", spoken)
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on("console", lambda said: wrong.append(said.text) if "Policy" in said.text else None)
    yield page, wrong
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_hostile_text_is_shown_and_never_acts(watched: tuple[Page, list[str]], address: str, path: str) -> None:
    page, wrong = watched
    page.goto(address + path)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.wait_for_timeout(100)
    assert wrong == []
    assert page.url.startswith(address)
    assert page.title().endswith("· Firsthand")
    _nothing_of_theirs_stands(page, address)


def test_text_is_the_same_as_it_was_sent(watched: tuple[Page, list[str]], address: str) -> None:
    page, wrong = watched
    page.goto(f"{address}/stories/hostile-1")
    article = hostile_report().articles[0]
    shown = page.evaluate("document.querySelector('#s1-a1-title').textContent")
    assert shown.strip() == neutral(storable(article.title or "")).strip()
    paragraph = page.evaluate("document.querySelector('#s1-a1 .text p').textContent")
    assert paragraph == neutral(storable(article.text)).split("\n")[0]
    page.goto(f"{address}/decisions")
    assert neutral(HURT) in page.evaluate("document.querySelector('.decision-rows').textContent")
    assert wrong == []


@pytest.mark.parametrize("path", ["/search?q=", "/?text=", "/sources?text=", "/add?url=", "/add?text=", "/audit?who="])
def test_what_an_address_says_comes_back_as_text(watched: tuple[Page, list[str]], address: str, path: str) -> None:
    page, wrong = watched
    page.goto(address + path + quote(HURT[:290]))
    assert wrong == []
    _nothing_of_theirs_stands(page, address)


def test_a_link_out_is_http_and_says_nothing_of_us(watched: tuple[Page, list[str]], address: str) -> None:
    page, _ = watched
    for path in ("/stories/hostile-1", "/work", "/stories/hostile-1/close"):
        page.goto(address + path)
        links = page.evaluate("[...document.querySelectorAll('a')].map((a) => [a.getAttribute('href') || '', a.rel])")
        for href, rel in links:
            assert href.startswith(("/", "#", "http://", "https://")), href
            if href.startswith("http"):
                assert {"noopener", "nofollow", "noreferrer"} <= set(rel.split())


def _nothing_of_theirs_stands(page: Page, address: str) -> None:
    """No element that only the attack could have made, no script or style but ours, nothing hidden."""
    found = page.evaluate(
        """() => ({
            made: document.querySelectorAll('iframe, object, embed, base, img, math, form[action*=evil], style').length,
            scripts: [...document.scripts].map((one) => one.src),
            sheets: [...document.styleSheets].map((one) => one.href),
            handlers: [...document.querySelectorAll('*')].filter(
                (one) => [...one.attributes].some((a) => a.name.startsWith('on'))).length,
            hidden: getComputedStyle(document.body).display,
        })"""
    )
    assert found["made"] == 0
    assert found["handlers"] == 0
    assert found["hidden"] != "none"
    assert all(one.startswith(f"{address}/static/") for one in [*found["scripts"], *found["sheets"]])
