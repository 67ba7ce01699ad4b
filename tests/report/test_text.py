import re

from firsthand.model import Report
from firsthand.report import as_markdown, as_text
from firsthand.report.markdown import plain

from .ferry import ferry_report
from .hostile import hostile_report

_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SUMMARY = as_text(ferry_report())
BRIEF = as_markdown(ferry_report())


def test_the_summary_begins_with_the_counts() -> None:
    assert SUMMARY.startswith("7 pages, 7 articles, 2 stories, 5 findings\n")


def test_a_story_says_how_many_origins_stand_behind_how_many_articles() -> None:
    assert "6 articles, 2–4 independent origins" in SUMMARY


def test_a_finding_shows_both_sides_and_where_they_stand() -> None:
    finding = SUMMARY[SUMMARY.index("2. Number, major") : SUMMARY.index("3. Attribution")]
    assert "“All *312* passengers were taken off”" in finding
    assert "courier.html, The Merrow Courier" in finding
    assert "“All *321* passengers were taken off”" in finding
    assert "daily-lantern.txt, Daily Lantern" in finding


def test_findings_stand_in_order_of_weight_and_failures_at_the_end() -> None:
    places = [SUMMARY.index(words) for words in ("1. Dispute", "2. Number", "5. Date", "2 failures")]
    assert places == sorted(places)
    assert SUMMARY.rstrip().endswith("merrow/empty.html: no article on this page (articles)")


def test_an_absent_origin_is_named_with_the_articles_it_stands_behind() -> None:
    assert "Not among the pages: Northwire (agency copy), behind [1], [2]" in SUMMARY


def test_without_colour_there_is_no_control_character() -> None:
    assert "\x1b" not in SUMMARY
    assert "\x1b[" in as_text(ferry_report(), colour=True)


def test_hostile_text_cannot_steer_the_terminal() -> None:
    assert not _UNSAFE.search(as_text(hostile_report()))
    coloured = re.sub("\x1b\\[[0-9]+m", "", as_text(hostile_report(), colour=True))
    assert "\x1b" not in coloured


def test_no_line_of_the_summary_is_wider_than_a_page() -> None:
    assert max(map(len, SUMMARY.splitlines())) <= 96


def test_the_brief_says_what_the_coverage_rests_on() -> None:
    assert BRIEF.startswith("# Ferry strikes breakwater at Port Merrow, 43 hurt\n")
    assert "**6 articles repeat at most 4 origins; 2 are proven independent.**" in BRIEF


def test_the_brief_shows_both_sides_with_the_differing_words_in_bold() -> None:
    assert "(1) courier.html, The Merrow Courier: “All **312** passengers were taken off”" in BRIEF
    assert "(3) daily-lantern.txt, Daily Lantern: “All **321** passengers were taken off”" in BRIEF


def test_hostile_text_is_no_markup_in_the_brief() -> None:
    brief = as_markdown(hostile_report())
    assert not re.search(r"(?<!\\)<", brief)
    assert not re.search(r"(?<!\\)\]\(", brief)
    assert "http://" not in brief
    assert "\x1b" not in brief
    brief.encode("utf-8")


def test_an_empty_report_says_so() -> None:
    empty = Report(pages=(), articles=(), stories=(), failures=())
    assert as_text(empty) == "0 pages, 0 articles, 0 stories, 0 findings\n"
    assert "No article was found" in as_markdown(empty)


def test_a_mark_in_the_brief_keeps_the_spaces_around_it_and_adds_none() -> None:
    assert "“Tuesday **(May 15)**”" in BRIEF
    assert "** ." not in BRIEF


def test_names_of_files_need_no_escapes_in_the_brief() -> None:
    assert plain("11_1ecb.txt") == "11_1ecb.txt"
    assert plain("_so_ and *so*") == r"\_so\_ and \*so\*"
