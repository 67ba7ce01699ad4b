"""What a run keeps and tells: values as JSON, slabs, the estimate."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from firsthand.archive.codec import dumped, loaded
from firsthand.archive.estimate import COSTS, Estimate, Progress
from firsthand.archive.slabs import slabs_of
from firsthand.cli.main import main
from firsthand.model import (
    Article,
    Credit,
    CreditKind,
    DateCandidate,
    Dateline,
    Furniture,
    PageSpan,
    Precision,
    Published,
)
from firsthand.stories.features import features_of

ARTICLE = Article(
    id="art-1",
    page="page-1",
    path="a/b.html",
    title="Ferry “Ostrea” runs aground",
    text="The ferry Ostrea ran aground off Lowerby on Tuesday, March 5, with 41 people on board.\nNobody was hurt.",
    publisher=None,
    byline="Moira Tandy",
    language="en",
    dateline=Dateline(place="LOWERBY", date=None, agency=None, start=0, end=7),
    published=Published(value="2024-03-06", precision=Precision.DAY, basis="meta"),
    credits=(Credit(name="Tidewater", kind=CreditKind.AGENCY, start=None, end=None),),
    page_spans=(PageSpan(start=0, end=10, page_start=100, page_end=110),),
    furniture=(Furniture(label="share", page_start=0, page_end=9),),
    dates=(DateCandidate(value="2024-03-06", precision=Precision.DAY, basis="meta"),),
)


def test_an_article_comes_back_as_it_was() -> None:
    assert loaded(Article, dumped(ARTICLE)) == ARTICLE


def test_features_come_back_as_they_were() -> None:
    features = features_of(ARTICLE, lambda sentences: np.full((len(sentences), 384), 0.1, dtype=np.float32))
    again = loaded(type(features), dumped(features))
    assert dumped(again) == dumped(features)
    assert again.days == features.days
    assert date(2024, 3, 5) in again.days.whole
    assert again.shingles == features.shingles
    assert again.vector.tolist() == features.vector.tolist()


def test_a_slab_holds_neighbouring_days_and_a_busy_day_has_several() -> None:
    days: dict[int | None, int] = {10: 30, 11: 30, 12: 250, 13: 10, 40: 60, None: 120}
    slabs = slabs_of(days, 100, 500)
    held: Counter[int] = Counter()
    for row, day in enumerate(day for day, count in days.items() for _ in range(count)):
        held[slabs.of(day, row * 7 % 500)] += 1
    assert sum(held.values()) == 500
    assert max(held) < slabs.count
    assert max(held.values()) <= 130
    assert slabs.of(10, 0) == slabs.of(11, 499) < slabs.of(12, 0) < slabs.of(12, 499) < slabs.of(40, 0)
    assert slabs.of(None, 0) > slabs.of(40, 499)


def test_an_archive_without_days_has_slabs() -> None:
    assert slabs_of({None: 250}, 100, 250).count == 3
    assert slabs_of({}, 100, 0).count == 0


def seconds(name: str, characters: float, distinct: float) -> float:
    """What a step takes for a thousand articles, by the table."""
    cost = COSTS[name]
    return (cost.each + cost.a_kilocharacter * characters / 1000) * (distinct if cost.of_distinct else 1)


@pytest.mark.parametrize("slow", [0.5, 1.0, 20.0])
@pytest.mark.parametrize(("odd", "characters", "distinct"), [("articles", 9e3, 0.9), ("pairs", 2e5, 0.7)])
def test_the_estimate_is_right_from_an_early_point_on(
    slow: float, odd: str, characters: float, distinct: float
) -> None:
    """On machines of any speed, pages of any size, and where one step costs a third more: to a quarter."""
    costs = {name: seconds(name, characters, distinct) * slow * (1.3 if name == odd else 1) for name in COSTS}
    whole, estimate, now = sum(costs.values()), Estimate(), 0.0
    for number, (name, cost) in enumerate(costs.items()):
        for done in range(21):
            at = now + cost * done / 20
            known = {"characters": characters if number else None, "distinct": distinct if number > 4 else None}
            left = estimate.left(Progress(step=name, done=done, whole=20, articles=1000, **known), at)
            if at > 0.1 * whole:
                assert left == pytest.approx(whole - at, abs=0.25 * whole)
        now += cost


def test_the_loading_of_models_is_not_taken_for_the_speed_of_a_step() -> None:
    estimate, left = Estimate(), None
    for done in range(6):
        now = 0.0 if not done else 30.0 + done
        left = estimate.left(Progress(step="stories", done=done, whole=20, articles=20), now)
    assert left == pytest.approx(15, rel=0.5)


def test_a_short_step_of_one_task_says_nothing_and_a_long_one_does() -> None:
    for long in (False, True):
        estimate, took = Estimate(), 1200.0 if long else 12.0
        told = [estimate.left(Progress(step="pages", done=done, whole=1, articles=0), took * done) for done in (0, 1)]
        assert told[0] is None
        assert (told[1] is not None) == long


def test_steps_done_by_a_run_that_was_stopped_do_not_make_this_one_look_fast() -> None:
    def at(step: str, done: int) -> Progress:
        return Progress(step=step, done=done, whole=10, articles=1000, characters=1e4, distinct=0.8)

    estimate = Estimate()
    assert [estimate.left(at(name, 10), 0.0) for name in ("pages", "articles", "bands")] == [None, None, None]
    assert estimate.left(at("features", 0), 0.0) is None
    assert estimate.left(at("features", 2), seconds("features", 1e4, 0.8) / 5) is None
    left = estimate.left(at("features", 5), seconds("features", 1e4, 0.8) / 2)
    names = list(COSTS)
    later = sum(seconds(name, 1e4, 0.8) for name in names[names.index("features") :])
    assert left == pytest.approx(later - seconds("features", 1e4, 0.8) / 2, rel=0.01)


def test_what_cannot_be_run_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["archive", "run", f"{tmp_path}/none", f"{tmp_path}/out"]) == 1
    assert "there is no file to read" in capsys.readouterr().err
    assert main(["archive", "check", str(tmp_path)]) == 1
    assert "no finished run" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["archive", "run", "in", "out", "--workers", "0"])
