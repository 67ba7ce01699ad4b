"""An assignment can say why: the nearest members, the nearest left out, and the words that decide."""

from __future__ import annotations

from firsthand.stories import group_articles
from firsthand.stories.features import Features, features_of
from firsthand.stories.similarity import same_event, strength
from firsthand.stories.why import told, why_here
from firsthand.text.embeddings import embed

from .test_grouping import FIRE, FIRE_AGAIN, OTHER_FIRE, VOTE

ONE, SAME, ALIKE, FAR = (features_of(article, embed) for article in (FIRE, FIRE_AGAIN, OTHER_FIRE, VOTE))


def reasons(left: Features, right: Features) -> dict[str, float]:
    return {reason.kind: reason.weight for reason in same_event(left, right).reasons}


def test_the_reasons_add_up_to_the_strength() -> None:
    assert abs(sum(reasons(ONE, SAME).values()) - strength(ONE, SAME)) < 1e-9


def test_days_that_lie_far_apart_speak_against() -> None:
    assert reasons(ONE, ALIKE)["days"] < 0
    assert "against: days far apart" in told(same_event(ONE, ALIKE))


def test_shared_names_are_told() -> None:
    (names,) = [reason for reason in same_event(ONE, SAME).reasons if reason.kind == "names"]
    assert "castell" in names.words


def test_the_nearest_come_first_and_the_article_is_no_neighbour_of_its_own() -> None:
    placing = why_here(ONE, [ONE, SAME], [FAR, ALIKE])
    assert [near.article for near in placing.nearest] == [FIRE_AGAIN.id]
    assert [near.article for near in placing.left_out] == [OTHER_FIRE.id, VOTE.id]


def test_every_story_tells_why_its_articles_are_in_it_and_what_was_left_out() -> None:
    stories = group_articles([FIRE, FIRE_AGAIN, OTHER_FIRE, VOTE])
    (placing,) = [one for story in stories for one in story.placings if one.article == FIRE.id]
    assert [near.article for near in placing.nearest] == [FIRE_AGAIN.id]
    assert placing.nearest[0].score > 0
    assert [near.article for near in placing.left_out] == [OTHER_FIRE.id]
    assert "days far apart" in placing.left_out[0].why
