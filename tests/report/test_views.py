from dataclasses import replace
from itertools import pairwise

from firsthand.model import FindingKind, Severity, Span
from firsthand.report.index import index_of
from firsthand.report.sides import readings_of
from firsthand.report.views.anchors import Anchors
from firsthand.report.views.articles import article_views
from firsthand.report.views.marked_text import Token
from firsthand.report.views.stemma import SMALL, WIDE, Stemma, stemma

from .building import article, finding, side
from .crowd import crowd_report
from .ferry import ferry_report

_ONE = article("one.txt", None, "All 312 passengers were taken off.", "One")
_TWO = article("two.txt", None, "There all 312 passengers were taken off.", "Two")
_THREE = article("three.txt", None, "All 321 passengers were taken off.", "Three")
_TAKEN = "312 passengers were taken off"


def _drawing(crowd: bool = False) -> Stemma:
    report = crowd_report() if crowd else ferry_report()
    index = index_of(report, report.stories[0])
    drawn = stemma(report.stories[0], index, Anchors(1, index), WIDE)
    assert drawn is not None
    return drawn


def test_accounts_with_the_same_reading_stand_together() -> None:
    sides = [
        side(_ONE, _TAKEN, "312", "312"),
        side(_THREE, "321 passengers were taken off", "321", "321"),
        side(_TWO, _TAKEN, "312", "312"),
    ]
    found = finding(FindingKind.NUMBER, Severity.MAJOR, "", 1.0, sides)
    readings = readings_of(found, lambda one: one.quote)
    assert [(one.side.span.article, len(one.also)) for one in readings] == [(_ONE.id, 1), (_THREE.id, 0)]


def test_accounts_that_do_not_differ_in_their_words_are_each_shown() -> None:
    sides = [side(_ONE, _TAKEN, ""), side(_TWO, _TAKEN, "")]
    found = finding(FindingKind.ATTRIBUTION, Severity.MINOR, "", 0.1, sides)
    assert len(readings_of(found, lambda one: one.quote)) == 2


def test_without_a_focus_the_words_that_differ_are_marked() -> None:
    sides = [side(_ONE, _TAKEN, ""), side(_THREE, "321 passengers were taken off", "")]
    readings = readings_of(finding(FindingKind.NUMBER, Severity.MAJOR, "", 1.0, sides), lambda one: one.quote)
    assert [[one.words[start:end] for start, end in one.marks] for one in readings] == [["312"], ["321"]]


def test_quotations_with_nothing_in_common_are_not_marked() -> None:
    sides = [side(_ONE, "All 312 passengers were taken off.", ""), side(_THREE, "321", "")]
    readings = readings_of(finding(FindingKind.STATUS, Severity.MAJOR, "", 1.0, sides), lambda one: one.quote)
    assert [one.marks for one in readings] == [(), ()]


def test_an_article_stands_right_beneath_the_one_that_it_took_from() -> None:
    rows = _drawing().rows
    assert [(row.number, row.takes) for row in rows[:2]] == [(1, ""), (2, "74% from 1")]
    assert rows[1].x > rows[0].x


def test_sixty_rows_and_nine_lines_do_not_run_into_each_other() -> None:
    drawn = _drawing(crowd=True)
    heights = sorted(row.y for row in drawn.rows)
    assert len(heights) == 60
    assert min(after - before for before, after in pairwise(heights)) >= 22
    lines = [head.x for head in drawn.heads]
    assert min(after - before for before, after in pairwise(lines)) >= drawn.box
    assert max(lines) < drawn.width
    assert max(heights) < drawn.height


def test_articles_of_one_publisher_are_told_apart_by_their_headlines() -> None:
    report = ferry_report()
    one, two, *rest = report.articles
    alike = replace(report, articles=(replace(one, publisher="NPA"), replace(two, publisher="NPA"), *rest))
    index = index_of(alike, alike.stories[0])
    drawn = stemma(alike.stories[0], index, Anchors(1, index))
    assert drawn is not None
    labels = {row.number: row.label for row in drawn.rows}
    assert labels[1].startswith(f"NPA: {(one.title or '')[:12]}")
    assert labels[3] == index.label(alike.stories[0].story.articles[2])


def test_the_small_drawing_fits_a_telephone() -> None:
    report = ferry_report()
    index = index_of(report, report.stories[0])
    drawn = stemma(report.stories[0], index, Anchors(1, index), SMALL)
    assert drawn is not None
    assert drawn.width <= 358


def test_a_story_of_one_article_has_no_drawing() -> None:
    report = ferry_report()
    index = index_of(report, report.stories[1])
    assert stemma(report.stories[1], index, Anchors(2, index)) is None


def test_spans_that_cross_are_taken_up_again_and_lose_no_character() -> None:
    report = ferry_report()
    story = report.stories[1]
    index = index_of(report, story)
    anchors = Anchors(2, index)
    text = report.articles[-1].text
    line = text.index("\n")
    for start, end in ((0, 20), (10, 30), (10, 12), (line - 5, line + 8), (0, len(text))):
        anchors.to(Span(story.story.articles[0], start, end), "finding")
    (view,) = article_views(story, index, anchors)
    assert "\n".join("".join(token.text for token in one.tokens) for one in view.paragraphs) == text
    for paragraph in view.paragraphs:
        assert _depths(paragraph.tokens)[-1] == 0
        assert min(_depths(paragraph.tokens)) >= 0
    pieces = [token for one in view.paragraphs for token in one.tokens if token.of == "s2-a1-10-30"]
    assert [bool(token.id) for token in pieces] == [True, False]


def test_a_very_long_paragraph_is_cut_between_sentences_and_loses_no_character() -> None:
    report = ferry_report()
    long = replace(report.articles[-1], text="The tide came in over the wall. " * 100)
    report = replace(report, articles=(*report.articles[:-1], long))
    story = replace(report.stories[1], claims=())
    index = index_of(report, story)
    (view,) = article_views(story, index, Anchors(2, index))
    assert "".join(token.text for one in view.paragraphs for token in one.tokens) == long.text
    assert len(view.paragraphs) > 2
    assert [one.goes_on for one in view.paragraphs] == [True] * (len(view.paragraphs) - 1) + [False]
    assert all(one.tokens[0].text.startswith("The tide") for one in view.paragraphs)


def _depths(tokens: tuple[Token, ...]) -> list[int]:
    depths = [0]
    for token in tokens:
        depths.append(depths[-1] + (1 if token.opens else 0 if token.text else -1))
    return depths
