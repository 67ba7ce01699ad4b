from __future__ import annotations

import json
from dataclasses import replace

import pytest

from firsthand.model import Neighbour, Placing, Report
from firsthand.report import NoStoryError, as_html, as_json, as_markdown, as_text, only

from .ferry import ferry_report


def placed() -> Report:
    """The ferry report with a placing that points out of its story."""
    report = ferry_report()
    ferry, oysters = report.stories
    near, far = (Neighbour(article=one, score=0.5, why="words") for one in (ferry.story.articles[1], "elsewhere"))
    placing = Placing(article=ferry.story.articles[0], nearest=(near,), left_out=(far,))
    told = replace(ferry, story=replace(ferry.story, placings=(placing,)))
    return replace(report, stories=(told, oysters))


def test_one_story_has_its_articles_and_their_pages_and_no_others() -> None:
    alone = only(placed(), "story-ferry")
    assert [one.story.id for one in alone.stories] == ["story-ferry"]
    assert [one.id for one in alone.articles] == list(alone.stories[0].story.articles)
    assert {one.id for one in alone.pages} == {one.page for one in alone.articles}
    assert alone.failures == ()


def test_nothing_in_it_points_to_an_article_that_is_not_there() -> None:
    (placing,) = only(placed(), "story-ferry").stories[0].story.placings
    assert len(placing.nearest) == 1
    assert placing.left_out == ()


def test_everything_that_was_made_of_the_story_stays() -> None:
    whole, alone = ferry_report().stories[0], only(ferry_report(), "story-ferry").stories[0]
    assert alone == whole


@pytest.mark.parametrize("wanted", ["story-ferry", "story-fer", "ferry", "fe"])
def test_as_much_of_the_id_as_tells_it_apart_is_enough(wanted: str) -> None:
    assert only(ferry_report(), wanted).stories[0].story.id == "story-ferry"


@pytest.mark.parametrize(("wanted", "said"), [("x", "no story"), ("", "no story"), ("story-", "2 stories")])
def test_an_id_that_tells_nothing_apart_is_refused(wanted: str, said: str) -> None:
    with pytest.raises(NoStoryError, match=said):
        only(ferry_report(), wanted)


def test_a_story_whose_id_begins_another_is_meant_when_it_is_named_in_full() -> None:
    report = ferry_report()
    ferry, oysters = report.stories
    longer = replace(oysters, story=replace(oysters.story, id="story-ferry-2"))
    assert only(replace(report, stories=(ferry, longer)), "story-ferry").stories[0] == ferry


def test_the_formats_that_people_read_show_that_story_alone() -> None:
    alone = only(ferry_report(), "oysters")
    for words in (as_html(alone), as_markdown(alone), as_text(alone), as_json(alone)):
        assert "Oyster market" in words
        assert "Halcyon" not in words
        assert "scan.pdf" not in words
    assert len(json.loads(as_json(alone))["articles"]) == 1
