"""The day and the place of a story's event: what its titles and leads say happened when and where."""

from __future__ import annotations

import pytest

from firsthand.model import Event
from firsthand.stories.days import days_of
from firsthand.stories.describe import event_by

from ..findings.telling import article


def event(*texts: str, published: str | None = "2031-06-12") -> Event:
    accounts = [article(f"Paper {n}", text, published=published) for n, text in enumerate(texts)]
    return event_by(accounts, [days_of(one).own for one in accounts])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("London insurers will pay for a fire that broke out in Lyon.", "Lyon", id="in it"),
        pytest.param("The London mayor praised the crews. A fire burned near Lyon.", "Lyon", id="near it"),
        pytest.param("Pirates attacked a ship in the Gulf of Aden.", "Gulf of Aden", id="a stretch of sea"),
        pytest.param("A bus fell into a gorge in Leon. Mexico mourned.", "León", id="a short town with a diacritic"),
        pytest.param("For the love of God, the mayor said, open the gates.", None, id="no town with a diacritic"),
    ],
)
def test_an_event_is_where_something_is_said_to_be(text: str, place: str | None) -> None:
    assert event(text).place == place


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("The bridge fell on Tuesday.", "2031-06-10", id="this week"),
        pytest.param("The bridge, opened on May 3, 1999, fell.", None, id="long ago"),
    ],
)
def test_an_event_is_near_the_day_of_its_accounts(text: str, day: str | None) -> None:
    assert event(text).date == day


def test_where_no_account_bears_a_date_a_day_of_years_before_is_background() -> None:
    texts = [f"The bridge, which shook on May 3, 1999, fell. It was closed in {year}." for year in (2030, 2030)]
    assert event(*texts, published=None).date is None
