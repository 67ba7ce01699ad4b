"""The twelve things that a person does most, each at 1280 and at 390 pixels, by keyboard wherever it has a key."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from firsthand.desk import deciding, intake, watching
from firsthand.desk.working import Worker
from firsthand.store import pages
from firsthand.store.opening import Store

from ..report.crowd import crowd_report
from ..report.ferry import ferry_report
from .filling import fill, tell
from .serving import outlet

_STORY = ferry_report().stories[0]
_PAGE = """<!doctype html><html lang=en><head><title>Quay wall gives way at Port Merrow</title></head><body><article>
<h1>Quay wall gives way at Port Merrow</h1><p>Part of the quay wall at Port Merrow gave way on Friday morning, the
harbour authority said. Nobody was hurt.</p><p>The wall was built in 1911 and was last looked at in 2019, it said.</p>
</article><script>window.never = 1</script></body></html>"""


@pytest.fixture
def ferry(store: Store) -> Store:
    fill(store, ferry_report(), "ferry")
    return store


def focused(tab: Page) -> str:
    """The text of what has the focus."""
    return str(tab.evaluate("document.activeElement.innerText"))


def test_1_an_empty_desk_says_how_to_begin(tab: Page, desk: str) -> None:
    tab.goto(desk)
    expect(tab.locator("main")).to_contain_text("Nothing has come in yet")
    for way in ("Addresses", "Text", "Files", "From the browser", "Feeds"):
        expect(tab.get_by_role("main").get_by_role("link", name=way, exact=True)).to_be_visible()
    tab.keyboard.press("g")
    tab.keyboard.press("a")
    expect(tab).to_have_url(f"{desk}/add")
    tab.wait_for_load_state()  # the address changes before the new page listens to keys
    tab.keyboard.press("g")
    tab.keyboard.press("f")
    expect(tab.locator("main")).to_contain_text("No feed is watched yet")


def test_2_text_is_pasted(tab: Page, desk: str, store: Store) -> None:
    tab.goto(f"{desk}/add#paste")
    tab.get_by_label("An article, or several").focus()
    tab.keyboard.insert_text("Quay wall gives way\n\nPart of the quay wall gave way on Friday.")
    tab.keyboard.press("Tab")
    tab.keyboard.insert_text("https://example.org/quay")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator("main")).to_contain_text("1 page. 1 new, 0 failed.")
    tab.reload()
    expect(tab.locator("main")).to_contain_text("1 page. 1 new, 0 failed.")
    with store.read() as connection:
        assert pages.states(connection) == {"new": 1}


def test_2_files_are_uploaded(tab: Page, desk: str, tmp_path: Path) -> None:
    for name in ("one.txt", "two.html"):
        (tmp_path / name).write_text(_PAGE if name.endswith("html") else "A quay wall gave way on Friday, she said.")
    tab.goto(f"{desk}/add#upload")
    tab.get_by_label("Saved pages, text").set_input_files([tmp_path / "one.txt", tmp_path / "two.html"])
    tab.get_by_role("button", name="Upload").press("Enter")
    expect(tab.locator("main")).to_contain_text("2 pages. 2 new, 0 failed.")
    expect(tab.get_by_role("cell", name="two.html")).to_be_visible()


def test_2_addresses_are_fetched_while_she_looks(tab: Page, desk: str) -> None:
    with outlet({"/quay": _PAGE}) as paper:
        tab.goto(f"{desk}/add")
        tab.get_by_label("One a line").fill(f"{paper}/quay\n{paper}/gone\n")
        tab.get_by_role("button", name="Fetch").press("Enter")
        expect(tab.get_by_role("row", name=re.compile("quay"))).to_contain_text("waiting")
        expect(tab.get_by_role("row", name=re.compile("gone"))).to_contain_text("failed: ")
        expect(tab.get_by_role("row", name=re.compile("gone"))).to_contain_text("404")


def test_2_a_page_is_handed_over_by_the_bookmarklet(tab: Page, context: BrowserContext, desk: str) -> None:
    tab.goto(f"{desk}/add")
    code = unquote(tab.locator("#bookmark").get_attribute("href") or "")
    assert code.startswith("javascript:")
    with outlet({"/quay": _PAGE}) as paper:
        article = context.new_page()
        article.goto(f"{paper}/quay")
        with context.expect_page() as opened:
            article.evaluate(code.removeprefix("javascript:"))
        window = opened.value
        expect(window.locator("#handed")).to_contain_text("as you saw it")
        assert "Nobody was hurt" in window.locator("#text").input_value()
        assert "window.never" not in window.locator("#text").input_value()
        assert window.locator("#url").input_value() == f"{paper}/quay"
        window.get_by_role("button", name="Add text").press("Enter")
        expect(window.locator("main")).to_contain_text("1 page. 1 new, 0 failed.")


_FIRST = """Quay wall gives way at Port Merrow

Part of the quay wall at Port Merrow gave way on Wednesday morning.

Nine people were hurt, harbour master Jorn Vester said.

The wall was built in 1911 and was last looked at in 2019, the harbour authority said. Two cranes fell into the water.

The quay will be closed for six weeks, Vester told reporters, and ships will be sent to Lindmouth.

Dock workers had warned of cracks in the wall, their union said."""
_SECOND = """Quay wall falls at Port Merrow

Part of the quay wall at Port Merrow gave way on Wednesday morning.

Nineteen people were hurt, police said.

Two cranes fell into the water. Harbour master Jorn Vester told reporters that the quay would be closed for six weeks.

The wall was built in 1911. Ships are being sent to Lindmouth while the quay at Port Merrow is repaired."""


def test_2_what_is_pasted_is_read_compared_and_shown(tab: Page, desk: str, store: Store) -> None:
    """From paste to the finished story, through the real stages."""
    for text in (_FIRST, _SECOND):
        tab.goto(f"{desk}/add#paste")
        tab.get_by_label("An article, or several").fill(text)
        tab.get_by_role("button", name="Add text").press("Enter")
        expect(tab.locator("main")).to_contain_text("1 page. 1 new, 0 failed.")
    with Worker(store) as worker:
        assert worker.step()
        tab.goto(desk)
        tab.locator(".story-row", has_text="Port Merrow").get_by_role("link").first.press("Enter")
        expect(tab.locator(".waiting")).to_contain_text("1 article just in")
        expect(tab.locator(".waiting")).to_contain_text("quay wall", ignore_case=True)
        while worker.step():
            pass
    tab.goto(desk)
    expect(tab.locator(".story-row")).to_have_count(1)
    tab.locator(".story-row").get_by_role("link").first.press("Enter")
    expect(tab.locator(".waiting")).to_have_count(0)
    expect(tab.locator("section.articles")).to_contain_text("Two cranes fell into the water")
    expect(tab.locator("#s1-f1")).to_contain_text(re.compile("nineteen people", re.IGNORECASE))
    expect(tab.locator("#s1-f1")).to_contain_text(re.compile("nine people", re.IGNORECASE))
    expect(tab.locator("#s1-claims")).to_contain_text("gave way")


def test_3_progress_and_failures_are_shown_with_reasons(tab: Page, desk: str, store: Store) -> None:
    for name in ("first.txt", "second.txt"):
        list(intake.take_bytes(store, name, f"Words of {name}.".encode(), None, "ada"))
    tab.goto(desk)
    tab.keyboard.press("g")
    tab.keyboard.press("w")
    expect(tab.locator("main")).to_contain_text("2 pages waiting")
    with store.read() as connection:
        names = [pages.next_page(connection)]
    assert names[0] is not None
    with store.write() as connection:
        pages.end_page(connection, names[0].id, "failed", "the page holds no article")
    expect(tab.get_by_role("row", name=re.compile("first.txt"))).to_contain_text("failed: the page holds no article")
    expect(tab.locator("main")).to_contain_text("1 page waiting")
    tab.get_by_role("link", name="Failed 1").press("Enter")
    expect(tab.get_by_role("row", name=re.compile("first.txt"))).to_be_visible()
    expect(tab.get_by_role("row", name=re.compile("second.txt"))).to_have_count(0)


def test_4_stories_are_ordered_filtered_and_searched(tab: Page, desk: str, ferry: Store) -> None:
    fill(ferry, crowd_report(), "crowd")
    watching.add_feed(ferry, "https://example.org/feed.xml", "ada", title="Example", group="harbour")
    tab.goto(desk)
    row = tab.locator(".story-row", has_text="Ferry strikes breakwater")
    for glance in ("Disputed", "2–4", "independent origins", "3", "major of 5 findings", "The Merrow Courier"):
        expect(row).to_contain_text(glance)
    assert tab.locator(".story-row h2").first.inner_text() == "Dam opened above Upper Tarn"
    tab.get_by_role("link", name="Weightiest").press("Enter")
    expect(tab.get_by_role("link", name="Weightiest")).to_have_attribute("aria-current", "true")
    assert len(tab.locator(".story-row").all()) == 3
    tab.get_by_role("link", name="Disputed").press("Enter")
    expect(tab.locator(".story-row")).to_have_count(1)
    tab.get_by_role("link", name="harbour").press("Enter")
    expect(tab.locator("main")).to_contain_text("No story is like that")
    tab.goto(desk)
    tab.keyboard.press("/")
    tab.keyboard.type("oyster")
    tab.keyboard.press("Enter")
    expect(tab.locator(".story-row")).to_have_count(1)
    tab.goto(f"{desk}/search?q=rudder")
    for kind in ("Claims", "Articles"):
        tab.get_by_role("group", name="What").get_by_role("link", name=kind).press("Enter")
        expect(tab.locator(".hit mark").first).to_have_text(re.compile("rudder", re.IGNORECASE))
    tab.keyboard.press("j")
    assert "rudder" in focused(tab).casefold()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/stories/ferry-1(/articles/\d)?#s1-a\d"))


def test_5_a_story_is_read_and_stays_where_she_reads(tab: Page, desk: str, ferry: Store) -> None:
    tab.goto(desk)
    tab.locator(".story-row", has_text="Ferry strikes").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Ferry strikes breakwater at Port Merrow, 43 hurt")
    order = tab.locator(".story > section").evaluate_all("all => all.map((one) => one.className)")
    assert order == ["findings", "claims", "lineage", "timeline", "articles"]
    expect(tab.locator("#s1-f2")).to_contain_text("All 312 passengers were taken off")
    expect(tab.locator("#s1-f2")).to_contain_text("All 321 passengers were taken off")
    expect(tab.locator("#s1-claims")).to_contain_text("2–3 independent origins")
    expect(tab.locator("#s1-omissions, #s1-timeline").first).to_be_attached()
    for _ in range(3):
        tab.keyboard.press("j")
    assert "stands in the Daily Lantern’s own voice" in focused(tab)
    tab.wait_for_timeout(1200)  # until the page listens
    before = tab.locator("#s1-f3").bounding_box()
    fresh = replace(_STORY.findings[0], id="finding-fresh", why="A new account has come in and says otherwise.")
    told = replace(_STORY, story=replace(_STORY.story, id="ferry-1"), findings=(fresh, *_STORY.findings))
    tell(ferry, "ferry-1", [one for one in ferry_report().articles if one.id in _STORY.story.articles], told)
    expect(tab.locator("#update")).to_contain_text("worked out again")
    assert tab.locator("#s1-f3").bounding_box() == before
    expect(tab.locator("main")).not_to_contain_text("A new account has come in")
    tab.keyboard.press(".")
    expect(tab.locator("main")).to_contain_text("A new account has come in")
    kept = tab.locator(f"[data-key='{_STORY.findings[2].id}']").bounding_box()
    assert before and kept and abs(kept["y"] - before["y"]) < 3


def test_6_any_two_articles_lie_side_by_side(tab: Page, desk: str, ferry: Store) -> None:
    tab.goto(f"{desk}/stories/ferry-1")
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    tab.keyboard.press("b")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Side by side")
    tab.get_by_label("Left").select_option(label="1 The Merrow Courier")
    tab.get_by_label("Right").select_option(label="2 Coastal Post")
    tab.get_by_role("button", name="Show").press("Enter")
    expect(tab.locator("#l h2")).to_have_text("Ferry strikes breakwater at Port Merrow, 43 hurt")
    shared = " ".join(tab.locator("#l .b-shared").all_text_contents())
    assert "struck the outer breakwater of Port Merrow" in shared
    assert "Brace Line" not in shared
    line = tab.locator("#l .b-shared").first.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert line == "underline"
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    expect(tab.locator("#r .to-other").first).to_be_focused()
    expect(tab.locator("#r h2")).to_be_visible()
    if tab.viewport_size and tab.viewport_size["width"] < 700:
        expect(tab.locator("#l")).not_to_be_visible()
        tab.get_by_role("button", name="The Merrow Courier").press("Enter")
        expect(tab.locator("#l")).to_be_visible()


def test_7_the_lineage_is_walked(tab: Page, desk: str, ferry: Store) -> None:
    tab.goto(f"{desk}/stories/ferry-1")
    tab.get_by_role("link", name=re.compile("^Its lineage.*article 2$")).press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Article 2, Coastal Post")
    tab.get_by_role("link", name="Article 1, The Merrow Courier").first.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Article 1, The Merrow Courier")
    tab.locator(".ways-on").get_by_role("link", name=re.compile("^O1 ")).press("Enter")
    expect(tab.locator(".rebuilt blockquote")).to_contain_text("The vessel lost steering at 18.40")
    expect(tab.locator(".apparatus")).to_contain_text("catastrophic")
    expect(tab.get_by_role("navigation", name="The way here").get_by_role("link")).to_have_text(
        ["Article 2, Coastal Post", "Article 1, The Merrow Courier"]
    )
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text(re.compile(r"^Article \d, "))
    tab.get_by_role("link", name="its text", exact=True).press("Enter")
    expect(tab).to_have_url(re.compile(r"/stories/ferry-1#s1-a\d$"))


def test_8_a_source_shows_what_it_said_and_who_denies_it(tab: Page, desk: str, ferry: Store) -> None:
    tab.goto(desk)
    tab.keyboard.press("g")
    tab.keyboard.press("o")
    expect(tab).to_have_url(f"{desk}/sources")
    tab.keyboard.press("/")
    tab.keyboard.type("union")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(f"{desk}/sources?text=union")
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_contain_text(re.compile("union", re.IGNORECASE))
    expect(tab.locator(".sayings")).to_contain_text("reported trouble with the rudder twice")
    expect(tab.locator(".sayings")).to_contain_text("denied by")
    tab.locator(".sayings .quote", has_text="rudder twice").first.press("Enter")
    expect(tab).to_have_url(re.compile(r"/stories/ferry-1#s1-a4-\d+-\d+"))


def test_9_findings_are_judged_and_taken_back(tab: Page, desk: str, ferry: Store) -> None:
    tab.goto(f"{desk}/stories/ferry-1")
    tab.keyboard.press("j")
    tab.keyboard.press("r")
    expect(tab.locator(".notice")).to_contain_text("Judged a finding right")
    tab.keyboard.press("u")
    expect(tab.locator(".notice")).to_contain_text("Took a decision back")
    tab.goto(f"{desk}/stories/ferry-1")
    tab.keyboard.press("j")
    tab.keyboard.press("w")
    expect(tab.locator(".waiting")).to_contain_text("Judged a finding wrong")
    tab.goto(f"{desk}/stories/ferry-1")
    for _ in range(2):
        tab.keyboard.press("j")
    tab.keyboard.press("n")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Judge a finding")
    tab.get_by_label("Note").check()
    tab.get_by_label("Why (others will read it)").fill("Called the authority: it is 312.")
    tab.get_by_role("button", name="Decide").press("Enter")
    expect(tab.locator(".notice")).to_contain_text("Called the authority: it is 312.")
    tab.keyboard.press("g")
    tab.keyboard.press("d")
    expect(tab.locator(".decision-rows li")).to_have_count(4)
    expect(tab.locator(".decision-rows li").first).to_contain_text("you")
    expect(tab.locator(".decision-rows li").first).to_contain_text("Ferry strikes breakwater")
    expect(tab.locator(".decision-rows li").last).to_contain_text("taken back")


def test_9_a_story_is_split_and_merged(tab: Page, desk: str, ferry: Store) -> None:
    tab.goto(f"{desk}/stories/ferry-1")
    tab.get_by_role("link", name="Judge, merge, split").press("Enter")
    tab.get_by_label(re.compile("Split")).check()
    tab.get_by_label(re.compile("Daily Lantern")).check()
    tab.get_by_role("button", name="Decide").press("Enter")
    expect(tab.locator(".notice")).to_contain_text("Split the story")
    tab.keyboard.press("u")
    expect(tab.locator(".notice")).to_contain_text("Took a decision back")
    tab.goto(f"{desk}/stories/ferry-2/judge/story/ferry-2")
    tab.get_by_label(re.compile("Merge into")).check()
    tab.get_by_label("Merge with", exact=True).select_option(value="ferry-1")
    tab.get_by_role("button", name="Decide").press("Enter")
    expect(tab.locator(".notice")).to_contain_text("Merged the story with another")
    tab.goto(f"{desk}/stories/ferry-2")
    expect(tab).to_have_url(f"{desk}/stories/ferry-1")


def test_9_a_claim_is_split_and_merged(tab: Page, desk: str, ferry: Store) -> None:
    claim = max(_STORY.claims, key=lambda one: (len(one.statements), one.id))
    tab.goto(f"{desk}/stories/ferry-1/judge/claim/{claim.id}")
    tab.get_by_label(re.compile("Split")).check()
    tab.locator(".parts").get_by_role("checkbox").first.check()
    tab.get_by_role("button", name="Decide").press("Enter")
    expect(tab.locator(".notice")).to_contain_text("Split a claim")
    tab.keyboard.press("u")
    expect(tab.locator(".notice")).to_contain_text("Took a decision back")
    other = next(one for one in _STORY.claims if one.id != claim.id)
    tab.goto(f"{desk}/stories/ferry-1/judge/claim/{claim.id}")
    tab.get_by_label(re.compile("Merge it makes")).check()
    tab.get_by_label("Merge with", exact=True).select_option(value=other.id)
    tab.get_by_role("button", name="Decide").press("Enter")
    expect(tab.locator(".notice")).to_contain_text("Merged a claim with another")
    expect(tab.locator(".waiting")).to_contain_text("Merged a claim with another")
    (line, *_) = deciding.decisions(ferry).items
    assert (line.subject, line.detail["into"]) == (claim.id, other.id)


def test_10_a_sentence_is_checked(tab: Page, filled_desk: str) -> None:
    tab.goto(filled_desk)
    tab.keyboard.press("g")
    tab.keyboard.press("c")
    tab.get_by_label("One sentence, or a whole article").fill("The radar alarm on the pier had been switched off.")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator(".match").first).to_be_visible(timeout=60_000)
    expect(tab.locator(".match").first).to_contain_text("alarm")
    expect(tab.locator(".match").first).to_contain_text(re.compile(r"\b(?:independent origins?|one origin)\b"))
    tab.locator(".match .quote").first.press("Enter")
    expect(tab).to_have_url(re.compile(r"/stories/[^/]+(/articles/\d+)?#s1-a\d"))


def test_11_what_is_on_the_screen_is_exported(tab: Page, context: BrowserContext, desk: str, ferry: Store) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=desk)
    tab.goto(f"{desk}/stories/ferry-1")
    tab.locator(".menu > summary").press("Enter")
    with tab.expect_download() as begun:
        tab.get_by_role("link", name="JSON", exact=True).press("Enter")
    data = json.loads(Path(begun.value.path()).read_text())
    assert data["schema"] == "firsthand.report/1"
    assert data["stories"][0]["title"] == "Ferry strikes breakwater at Port Merrow, 43 hurt"
    tab.keyboard.press("Escape")
    tab.locator("#s1-f2").focus()
    tab.keyboard.press("c")
    expect(tab.locator(".notice")).to_contain_text("The citation is copied")
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert "All 321 passengers were taken off" in copied
    assert "Daily Lantern" in copied
    tab.goto(desk)
    with tab.expect_download() as table:
        tab.get_by_role("link", name="These stories as a table").press("Enter")
    assert "Oyster market" in Path(table.value.path()).read_text()


def test_12_the_case_is_closed(tab: Page, desk: str, ferry: Store) -> None:
    tab.goto(f"{desk}/stories/ferry-1")
    tab.get_by_role("link", name="Close the case").press("Enter")
    tab.get_by_label("A last word").fill("Corrected in Thursday's edition.")
    tab.get_by_role("button", name="Close the case").press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("The case is closed")
    with tab.expect_download() as begun:
        tab.get_by_role("link", name="Take the case folder").press("Enter")
    with zipfile.ZipFile(io.BytesIO(Path(begun.value.path()).read_bytes())) as folder:
        names = folder.namelist()
    assert any(name.endswith("bagit.txt") for name in names)
    assert any("manifest-sha256" in name for name in names)
    assert any(one.note.endswith("Thursday's edition.") for one in deciding.decisions(ferry).items)


def test_a_page_can_be_read_without_a_script(browser: object, desk: str, ferry: Store) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})  # type: ignore[attr-defined]
    tab = context.new_page()
    tab.goto(desk)
    tab.get_by_role("link", name="Ferry strikes breakwater").click()
    expect(tab.locator("#s1-f1")).to_contain_text("reported trouble with the rudder twice")
    tab.locator("#s1-f1").get_by_role("button", name="Wrong").click()
    expect(tab.locator(".notice")).to_contain_text("Judged a finding wrong")
    tab.get_by_role("button", name="Undo").click()
    expect(tab.locator(".notice")).to_contain_text("Took a decision back")
    context.close()
