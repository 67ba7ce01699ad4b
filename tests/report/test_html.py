import base64
import hashlib
import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from firsthand.model import Report
from firsthand.report import as_html

from .crowd import crowd_report
from .ferry import ferry_report
from .hostile import hostile_report
from .reading_html import Reading

REPORTS: dict[str, Callable[[], Report]] = {"ferry": ferry_report, "crowd": crowd_report, "hostile": hostile_report}


@pytest.fixture(scope="module", params=sorted(REPORTS))
def page(request: pytest.FixtureRequest) -> Reading:
    return Reading(as_html(REPORTS[request.param]()))


@pytest.fixture(scope="module")
def ferry() -> Reading:
    return Reading(as_html(ferry_report()))


def test_every_element_is_closed_in_its_place(page: Reading) -> None:
    assert page.stray == []


def test_no_id_stands_twice(page: Reading) -> None:
    ids = page.all("id")
    assert len(ids) == len(set(ids))


def test_every_link_leads_to_a_place_on_the_page(page: Reading) -> None:
    ids = {f"#{name}" for name in page.all("id")}
    assert {href for href in page.all("href") if href not in ids} == set()


def test_every_label_names_an_element_that_is_there(page: Reading) -> None:
    assert set(page.all("aria-labelledby")) <= set(page.all("id"))


def test_nothing_is_loaded_and_nothing_but_our_script_runs(page: Reading) -> None:
    assert not page.all("src")
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert not {"iframe", "img", "object", "embed", "link", "base", "form"} & {tag for tag, _ in page.elements}
    assert len(page.tags("script")) == 1
    assert not page.all("style")


def test_the_policy_allows_only_the_style_and_script_inside() -> None:
    html = as_html(ferry_report())
    policy = Reading(html).tags("meta")[1]["content"]
    for tag in ("style", "script"):
        inside = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_hostile_text_is_shown_and_never_acts() -> None:
    html = as_html(hostile_report())
    assert "<script>alert" not in html
    assert "<svg onload" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "{{ 7 * 7 }}" in html.replace("&#39;", "'")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html)
    html.encode("utf-8")


def test_the_same_report_gives_the_same_bytes() -> None:
    assert as_html(ferry_report()) == as_html(ferry_report())


def test_the_first_thing_said_is_what_the_coverage_rests_on(ferry: Reading) -> None:
    title = ferry.text.index("Ferry strikes breakwater at Port Merrow, 43 hurt", ferry.text.index("14 May 2024"))
    rests = ferry.text.index("6 articles repeat at most 4 origins; 2 are proven independent.")
    assert title < rests < ferry.text.index("The union says it reported the rudder twice")


def test_the_differing_words_are_marked() -> None:
    html = as_html(ferry_report())
    assert "<mark>312</mark>" in html
    assert "<mark>321</mark>" in html


def test_a_finding_leads_to_its_words_in_the_article(ferry: Reading) -> None:
    text = ferry_report().articles[2].text
    start = text.index("All 321 passengers")
    name = f"s1-a3-{start}-{start + len('All 321 passengers were taken off')}"
    assert f"#{name}" in ferry.all("href")
    assert name in ferry.all("id")


def test_the_text_of_every_article_stands_whole_on_the_page(ferry: Reading) -> None:
    for article in ferry_report().articles:
        for paragraph in article.text.split("\n"):
            assert paragraph in ferry.text


def test_a_claim_says_who_is_silent(ferry: Reading) -> None:
    assert [cell for cell in ferry.tags("td") if cell.get("class") == "silent"]
    assert "silent" in ferry.text


def test_failures_are_shown(ferry: Reading) -> None:
    assert "merrow/scan.pdf" in ferry.text
    assert "neither text nor HTML" in ferry.text


def test_a_report_without_stories_is_still_a_page() -> None:
    empty = Reading(as_html(Report(pages=(), articles=(), stories=(), failures=())))
    assert "No article was found" in empty.text
    assert empty.stray == []


def test_headings_do_not_skip_a_level(ferry: Reading) -> None:
    levels = [int(tag[1]) for tag, _ in ferry.elements if re.fullmatch("h[1-6]", tag)]
    story = levels[levels.index(1) :]
    assert all(after <= before + 1 for before, after in pairwise(story))
