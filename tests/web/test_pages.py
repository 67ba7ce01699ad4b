"""The pages without a browser: what is in them, what is not, and how they answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from firsthand.store.opening import Store, open_store
from firsthand.web.assets import assets

from ..report.crowd import crowd_report
from ..report.ferry import ferry_report
from ..report.reading_html import Reading
from .filling import fill
from .serving import serving

PAGES = (
    "/", "/?order=weight", "/?standing=disputed", "/?standing=single-origin", "/?text=ferry", "/stories/ferry-1",
    "/stories/ferry-2", "/stories/ferry-1/beside", "/stories/ferry-1/lineage",
    "/stories/ferry-1/lineage?at=a2&trail=o1",
    "/stories/ferry-1/lineage?at=o3", "/stories/ferry-1/close", "/stories/ferry-1/judge/story/ferry-1",
    "/stories/crowd-1", "/stories/crowd-1/articles/2", "/stories/crowd-1/articles/5", "/stories/crowd-1/lineage",
    "/search", "/search?q=ferry", "/search?q=nobodyhasthis", "/sources", "/check", "/add",
    "/add?url=https%3A%2F%2Fexample.org",
    "/feeds", "/work", "/work?state=failed", "/decisions", "/decisions?story=ferry-1",
    "/account", "/people", "/audit", "/sign-in",
)  # fmt: skip


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("desk") / "desk.db") as store:
        fill(store, ferry_report(), "ferry")
        fill(store, crowd_report(), "crowd")
        yield store


@pytest.fixture(scope="module")
def client(filled: Store) -> Iterator[httpx.Client]:
    with (
        serving(filled) as address,
        httpx.Client(base_url=address, headers={"Accept": "text/html"}, timeout=60) as made,
    ):
        yield made


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_and_loads_nothing_but_our_own_files(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    page = Reading(answer.text)
    assert page.stray == []
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert not page.all("style")
    assert not page.tags("style")
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert all(source.startswith("/static/") for source in page.all("src"))
    assert not re.search(r"<script(?![^>]* src=)", answer.text)
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", PAGES)
def test_links_on_the_page_lead_somewhere(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    page = Reading(answer.text)
    ids = {f"#{name}" for name in page.all("id")}
    assert {href for href in page.all("href") if href.startswith("#") and href not in ids} == set()
    assert set(page.all("aria-labelledby")) <= set(page.all("id"))


@pytest.mark.parametrize("path", PAGES)
def test_every_form_that_changes_something_carries_the_token(client: httpx.Client, path: str) -> None:
    text = client.get(path).text
    for form in re.findall(r"<form\b.*?</form>", text, re.DOTALL):
        if 'method="post"' in form:
            assert 'name="csrf" value="' in form, form[:200]


def test_a_part_of_a_long_story_links_back_and_forth(client: httpx.Client) -> None:
    first = Reading(client.get("/stories/crowd-1").text)
    assert len([one for one in first.elements if one[1].get("class") == "account"]) == 12
    onward = {href for href in first.all("href") if href.startswith("/stories/crowd-1/articles/")}
    assert "/stories/crowd-1/articles/2" in onward
    for href in sorted(onward):
        path, _, anchor = href.partition("#")
        there = client.get(path)
        assert there.status_code == 200
        assert not anchor or f'id="{anchor}"' in there.text, href


def test_the_first_page_of_a_story_of_sixty_articles_is_bounded(client: httpx.Client) -> None:
    assert len(client.get("/stories/crowd-1").content) < 320_000


def test_what_is_not_there_is_said_in_plain_words(client: httpx.Client) -> None:
    for path in ("/stories/none", "/stories/ferry-1/articles/9", "/sources/none", "/add/none", "/nothing"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "<h1>Not here</h1>" in answer.text


def test_a_page_that_the_browser_has_is_not_sent_again(client: httpx.Client) -> None:
    first = client.get("/stories/ferry-1")
    again = client.get("/stories/ferry-1", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_another_person_does_not_get_the_page_that_a_browser_has(client: httpx.Client) -> None:
    first = client.get("/stories/ferry-1")
    stranger = httpx.get(
        f"{client.base_url}/stories/ferry-1", headers={"Accept": "text/html", "If-None-Match": first.headers["etag"]}
    )
    assert stranger.status_code == 200
    assert stranger.headers["etag"] != first.headers["etag"]


def test_a_form_without_its_token_does_nothing(client: httpx.Client) -> None:
    sent = client.post("/add", data={"text": "Some text."})
    assert sent.status_code == 403
    assert "Load the page again" in sent.text
    assert "Nothing has come in" not in client.get("/work").text


def test_files_of_style_and_script_are_kept_for_good(client: httpx.Client) -> None:
    for name in assets():
        answer = client.get(f"/static/{name}")
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert client.get("/static/../pages.py").status_code == 404


def test_a_table_of_stories_opens_in_a_spreadsheet(client: httpx.Client) -> None:
    answer = client.get("/stories.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.text.startswith("\ufeffid,title,")
    assert "Ferry strikes breakwater" in answer.text


def test_a_claim_and_a_word_can_be_pointed_to(client: httpx.Client) -> None:
    story = ferry_report().stories[0]
    said = story.claims[0].statements[0].span
    for path in (
        f"claim/{story.claims[0].id}",
        f"article/{said.article}",
        f"words/{said.article}.{said.start}.{said.end}",
    ):
        answer = client.get(f"/stories/ferry-1/at/{path}")
        assert answer.status_code == 303
        target, _, anchor = answer.headers["location"].partition("#")
        assert f'id="{anchor}"' in client.get(target).text


def test_a_finding_is_cited_with_both_sides_words(client: httpx.Client) -> None:
    finding = ferry_report().stories[0].findings[1]
    text = client.get(f"/stories/ferry-1/citation/{finding.id}").text
    assert "All 312 passengers were taken off" in text
    assert "All 321 passengers were taken off" in text
    assert "The Merrow Courier" in text
    assert "merrow/courier.html" in text


def test_static_files_have_no_address_of_elsewhere() -> None:
    for name, asset in assets().items():
        text = asset.content.decode().replace("http://www.w3.org/2000/svg", "")
        assert "http" not in text.replace("https?", ""), name
        assert "@import" not in text


def test_every_template_is_used() -> None:
    web = Path(__file__).parents[2] / "src" / "firsthand" / "web"
    used = "".join(path.read_text() for path in [*web.rglob("*.py"), *web.rglob("*.html")])
    for template in (web / "templates" / "desk").glob("*.html"):
        assert f"{template.name}" in used, template.name
