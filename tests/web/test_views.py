"""What the pages show, worked out without a page."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from firsthand.desk.besides import compared
from firsthand.desk.exporting import FORMATS as EXPORTED
from firsthand.desk.values import Run
from firsthand.model import Finding
from firsthand.report.views.places import ONE_PAGE, Part, Places
from firsthand.report.views.story import story_view
from firsthand.web.receipts import Receipts
from firsthand.web.rendered import Rendered
from firsthand.web.views.beside import columns, paragraphs, relation_words
from firsthand.web.views.citation import citation
from firsthand.web.views.formats import FORMATS
from firsthand.web.views.parts import SIZES, places_of
from firsthand.web.views.tables import as_csv
from firsthand.web.views.walk import walk
from firsthand.web.words import clock, is_web, link

from ..report.crowd import crowd_report
from ..report.ferry import ferry_report

FERRY = ferry_report()
STORY = FERRY.stories[0]


def test_on_one_page_every_link_stays_on_it() -> None:
    assert [ONE_PAGE.before(part, 500, 500) for part in Part] == [""] * len(Part)


def test_a_part_goes_on_over_pages_of_its_own() -> None:
    first = Places(base="/s", sizes={Part.CLAIMS: 30})
    assert (first.before(Part.CLAIMS, 30), first.before(Part.CLAIMS, 31)) == ("", "/s/claims/2")
    second = Places(base="/s", sizes={Part.CLAIMS: 30}, part=Part.CLAIMS, page=2)
    assert (second.before(Part.CLAIMS, 30), second.before(Part.CLAIMS, 31), second.before(Part.ORIGINS, 1)) == (
        "/s",
        "",
        "/s",
    )


def test_claims_of_one_article_leave_the_first_page_together() -> None:
    places = Places(base="/s", sizes={Part.ALONE: 60})
    assert places.before(Part.ALONE, 3, 60) == ""
    assert places.before(Part.ALONE, 3, 61) == "/s/alone/1"
    assert places.shown(Part.ALONE, 61) == slice(0, 0)


def test_every_part_of_a_long_story_is_shown_on_exactly_one_page() -> None:
    report = crowd_report()
    first = story_view(report, report.stories[0], 1, places_of("s"))
    seen = [one.number for one in first.articles]
    for page in range(2, len(first.more[Part.ARTICLES].links) + 1):
        view = story_view(report, report.stories[0], 1, places_of("s", Part.ARTICLES, page))
        assert not view.findings
        assert not view.claims.rows
        seen += [one.number for one in view.articles]
    assert seen == list(range(1, 61))
    assert len(first.articles) == SIZES[Part.ARTICLES]


def test_the_totals_are_those_of_the_whole_story() -> None:
    report = crowd_report()
    first = story_view(report, report.stories[0], 1, places_of("s"))
    assert first.totals[Part.ARTICLES] == 60
    assert first.totals == story_view(report, report.stories[0], 1).totals


def test_both_sides_hold_their_articles_words() -> None:
    left, right = FERRY.articles[0], FERRY.articles[2]
    for column, article in zip(columns(compared(left, right)), (left, right), strict=True):
        shown = ["".join(piece.text for piece in line) for line in column.paragraphs]
        assert [line.strip() for line in shown] == [line.strip() for line in article.text.split("\n") if line.strip()]


def test_a_passage_is_numbered_where_it_begins_and_once() -> None:
    runs = [
        Run(text="Own. ", mark="own"),
        Run(text="Both have\nthis ", mark="shared", passage=0),
        Run(text="word", mark="changed", passage=0),
        Run(text=" and on", mark="shared", passage=0),
    ]
    pieces = [piece for line in paragraphs(runs) for piece in line]
    assert [(piece.text, piece.number) for piece in pieces if piece.begins] == [("Both have", 1)]
    assert [piece.text for piece in pieces if piece.mark == "changed"] == ["word"]
    assert "".join(piece.text for piece in pieces) == "Own. Both havethis word and on"


def test_what_two_share_is_said_in_a_sentence() -> None:
    words = relation_words(compared(FERRY.articles[0], FERRY.articles[1]))
    assert words.startswith("The two ")
    assert words.endswith(".")


def test_another_kind_of_quotation_mark_is_no_change() -> None:
    runs = [Run(text="“", mark="changed", passage=0), Run(text="All of it", mark="shared", passage=0)]
    assert {piece.mark for line in paragraphs(runs) for piece in line} == {"shared"}


def test_the_lineage_is_walked_up_and_down() -> None:
    at = walk(FERRY, STORY, "a2", "o1")
    assert at.name == "Article 2, Coastal Post"
    assert [way.name for way in at.seen.came_from][:2] == [
        "Article 1, The Merrow Courier",
        "O1 Statement of the Harbour Authority",
    ]
    assert [name for _, name in at.trail] == ["O1 Statement of the Harbour Authority"]
    back = walk(FERRY, STORY, "a1", "")
    assert any(way.name.startswith("Article 2,") for way in back.seen.went_to)


def test_the_place_one_stands_at_is_marked_in_the_drawing() -> None:
    at = walk(FERRY, STORY, "a2", "")
    assert at.here in {row.href for row in at.stemmas[0].rows}


@pytest.mark.parametrize("at", ["", "x1", "a0", "a99", "o99", "a1;", "a" * 400])
def test_a_place_that_is_none_is_the_first_origin(at: str) -> None:
    assert walk(FERRY, STORY, at, "a1.zz.o1.a9999").name.startswith("O1 ")


def test_a_citation_has_both_sides_in_their_own_words() -> None:
    text = citation(FERRY, STORY, STORY.findings[1])
    assert (
        text.splitlines()[0]
        == "Number (major): 312 passengers in two accounts, 321 in a third, all from the same authority."
    )
    assert (
        "“All 321 passengers were taken off within two hours”" in text or "“All 321 passengers were taken off" in text
    )
    assert text.endswith(f"finding {_short(STORY.findings[1])}.\n")


def test_a_citation_gives_the_address_of_a_page_that_has_one() -> None:
    pages = tuple(replace(page, url=f"https://example.org/{page.path}") for page in FERRY.pages)
    assert "https://example.org/merrow/courier.html" in citation(replace(FERRY, pages=pages), STORY, STORY.findings[1])


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "  =1", "\t=1", "\r=1"])
def test_a_cell_is_never_a_formula(cell: str) -> None:
    line = as_csv(["a"], [[cell]]).decode("utf-8-sig").splitlines()[1]
    assert not line.lstrip('"').lstrip().startswith(("=", "+", "-", "@"))


def test_numbers_stay_numbers_in_a_table() -> None:
    assert as_csv(["a", "b", "c"], [[-3, True, None]]).decode("utf-8-sig").splitlines()[1] == "-3,yes,"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("https://example.org/\x00", False),
        ("https://example.org/\u202e", False),
        (" https://example.org", False),
        ("https://[", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: object, linked: bool) -> None:
    assert is_web(url) is linked


def test_a_link_leaves_out_what_is_not_asked() -> None:
    assert link("/search", (("q", "a&b"), ("kind", ""), ("cursor", None))) == "/search?q=a%26b"
    assert link("/", ()) == "/"


def test_a_time_is_told_in_utc() -> None:
    assert clock("2026-11-29T18:41:05.123+01:00") == "2026-11-29 17:41 UTC"
    assert clock("2026-11-29") == "29 November 2026"
    assert clock("\x1bnone") == "␛none"


def test_every_format_of_the_desk_is_offered() -> None:
    assert {one.name for one in FORMATS} == set(EXPORTED)


def test_a_page_is_made_once_for_all_who_ask_at_once() -> None:
    kept, made, gate = Rendered(), list[int](), threading.Event()

    def make() -> str:
        gate.wait(5)
        made.append(1)
        return "page"

    asking = [threading.Thread(target=lambda: kept.get("key", make)) for _ in range(8)]
    for one in asking:
        one.start()
    gate.set()
    for one in asking:
        one.join()
    assert made == [1]


def test_what_was_asked_for_last_is_kept_up_to_a_bound() -> None:
    kept, made = Rendered(most=25), list[str]()

    def get(key: str) -> None:
        kept.get(key, lambda: made.append(key) or key * 10)  # type: ignore[func-returns-value]

    for key in ("a", "b", "a", "c", "a", "b"):
        get(key)
    assert made == ["a", "b", "c", "b"]


def test_a_page_that_could_not_be_made_is_tried_again() -> None:
    kept = Rendered()
    with pytest.raises(ZeroDivisionError):
        kept.get("key", lambda: str(1 // 0))
    assert kept.get("key", lambda: "page") == "page"


def test_receipts_are_forgotten_in_their_order() -> None:
    receipts = Receipts[int](most=2)
    names = [receipts.keep(number) for number in range(3)]
    assert [receipts.get(name) for name in names] == [None, 1, 2]


def _short(finding: Finding) -> str:
    return finding.id.removeprefix("finding-")[:8]
