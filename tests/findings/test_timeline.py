"""The timeline: one entry for each event that the accounts date, its days side by side where they differ."""

from __future__ import annotations

import pytest

from firsthand.findings.material import lay_out
from firsthand.findings.timeline import timeline_of
from firsthand.model import Article, TimelineEntry

from .stories import LATER, TRIAL
from .telling import UNTRACED, article, claims, report

QUAY = "The mayor of Vik spoke to the fishermen. The harbour master kept the gates shut. Nobody knows the cost yet. "
"""What the accounts tell beside, so that there is a story for the dated events to stand in."""


def entries(*texts: str, published: str | None = "2031-06-12") -> tuple[TimelineEntry, ...]:
    return report(*(article(f"Paper {n}", text, published=published) for n, text in enumerate(texts))).timeline


def values(*texts: str, published: str | None = "2031-06-12") -> list[str]:
    return [entry.value for entry in entries(*texts, published=published)]


def test_it_stands_in_order_of_days_with_the_words_that_date_it() -> None:
    told = report(*TRIAL).timeline
    days = [entry.value for entry in told]
    assert days == sorted(days)
    assert days[0] == "2030-03" and "2031-07" in days
    (span,) = told[0].spans
    assert TRIAL[0].text[span.start : span.end] == "The bankers were arrested in March 2030."
    assert told[0].text.rstrip(".") == "The bankers were arrested in March 2030"


def test_the_days_on_which_a_finding_says_that_the_accounts_differ_stand_side_by_side() -> None:
    told = report(
        article("Echo", "The ferry deal was signed in Sund on June 9, 2031. " + QUAY),
        article("Dial", "The ferry deal was signed in Sund on June 10, 2031. " + QUAY),
        article("Post", "The ferry deal was signed in Sund on June 10, 2031, the minister said. " + QUAY),
    )
    assert "date" in [finding.kind for finding in told.findings]
    (entry,) = told.timeline
    assert (entry.value, [span.article for span in entry.spans]) == ("2031-06-10", ["Dial", "Post"])
    (other,) = entry.differing
    assert (other.value, [span.article for span in other.spans]) == ("2031-06-09", ["Echo"])


def test_a_day_that_a_person_has_judged_to_be_of_another_event_has_an_entry_of_its_own() -> None:
    echo = article("Echo", "The ferry deal was signed in Sund on June 9, 2031. " + QUAY)
    dial = article("Dial", "The ferry deal was signed in Sund on June 10, 2031. " + QUAY)
    laid_out = lay_out({"Echo": echo, "Dial": dial}, UNTRACED, claims(echo, dial))
    assert [entry.value for entry in timeline_of(laid_out, ())] == ["2031-06-09", "2031-06-10"]


def test_an_event_that_one_account_dates_to_the_year_and_another_to_the_day_has_one_entry() -> None:
    told = entries(
        "The old lighthouse at Vik burned down in 2019. " + QUAY,
        "The old lighthouse at Vik burned down on March 3, 2019. " + QUAY,
    )
    assert [(entry.value, len(entry.spans)) for entry in told] == [("2019-03-03", 2)]


def test_an_event_is_told_by_the_clause_that_dates_it() -> None:
    (entry,) = entries("Engineers, who closed the bridge on Tuesday, found a crack, and nobody knows its cost. " + QUAY)
    assert (entry.value, entry.text) == ("2031-06-10", "Engineers closed the bridge on Tuesday")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The captain was charged on Tuesday over the June 3 collision.", "The June 3 collision"),
        ("The captain was charged after a collision on June 3.", "A collision on June 3"),
        ("The owners paid for the sinking of June 3 off Vik.", "The sinking of June 3"),
        ("The man who on June 3 tried to burn the mill is free.", "The man who on June 3 tried to burn the mill"),
    ],
)
def test_an_event_that_is_told_by_a_noun_is_shown_by_it(text: str, told: str) -> None:
    assert told in [entry.text for entry in entries(text + " " + QUAY) if entry.value == "2031-06-03"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The harbour is closed, the mayor said on Tuesday.", id="when it was said"),
        pytest.param("The mayor told reporters on Tuesday that the harbour is closed.", id="told"),
        pytest.param("Updated on June 10, 2031. The harbour is closed.", id="a stamp"),
        pytest.param("The harbour usually closes in December.", id="again and again"),
        pytest.param("A storm can close the harbour in December.", id="in general"),
        pytest.param("The harbour will be closed if the storm comes on Friday.", id="a condition"),
        pytest.param("The harbour had never been closed before 2019.", id="before a time"),
        pytest.param("The harbour was closed until 2019.", id="until a time"),
        pytest.param("The harbour was closed at 7 p.m.", id="an hour without a day"),
        pytest.param("A grey 2019 Volvo was found in the harbour.", id="a model's year"),
    ],
)
def test_what_is_no_event_of_a_day_is_left_out(text: str) -> None:
    assert values(text + " " + QUAY) == []


def test_an_hour_is_shown_where_its_sentence_tells_the_day() -> None:
    assert values("The harbour was closed at 7 p.m. on Tuesday. " + QUAY) == ["2031-06-10T19:00"]


def test_what_was_put_off_is_on_the_day_it_was_put_off_to() -> None:
    assert values("The trial of the captain was put off until June 20. " + QUAY) == ["2031-06-20"]


def test_a_time_that_no_day_follows_from_is_left_out() -> None:
    assert values("The lighthouse at Vik went dark on Thursday.", published=None) == []


def test_a_dateline_is_left_out() -> None:
    told = article("One", "The lighthouse at Vik went dark after the storm.", dateline="SUND, June 9 — ")
    assert timeline_of(lay_out({told.id: told}, UNTRACED, claims(told)), ()) == ()


def test_the_same_words_of_two_weeks_stand_twice() -> None:
    assert [entry.value for entry in report(*LATER).timeline] == ["2031-06-11", "2031-06-18"]


def test_two_events_of_one_day_have_an_entry_each() -> None:
    told = entries("The council of Vik bought a crane on Tuesday. A baker in Sund won the lottery on Tuesday. " + QUAY)
    assert [(entry.value, entry.text.split()[1]) for entry in told] == [
        ("2031-06-10", "council"),
        ("2031-06-10", "baker"),
    ]


def test_an_account_of_no_words_has_none() -> None:
    empty: Article = article("Empty", "")
    assert report(empty).timeline == ()


def test_what_is_cut_into_statements_keeps_its_days() -> None:
    told = entries(
        "John Holt was charged with fraud on March 1, 2021. He pleaded guilty to fraud on March 8, 2021. "
        "A court convicted Anna Lund of fraud in May 2019.",
        published=None,
    )
    assert [entry.value for entry in told] == ["2019-05", "2021-03-01", "2021-03-08"]


def test_a_coarse_time_speaks_for_no_day_of_several() -> None:
    (entry,) = report(
        article("Echo", "The ferry deal was signed in Sund on June 9, 2031. " + QUAY),
        article("Dial", "The ferry deal was signed in Sund on June 10, 2031. " + QUAY),
        article("Post", "The ferry deal was signed in Sund in June 2031. " + QUAY),
    ).timeline
    told = {one.value: [span.article for span in one.spans] for one in (entry, *entry.differing)}
    assert told == {"2031-06-09": ["Echo"], "2031-06-10": ["Dial"]}


def test_events_stand_in_the_order_of_their_finest_days() -> None:
    told = values(
        "The old pier at Vik collapsed on May 10, 2031. The council voted to close the quay on May 5, 2031. " + QUAY,
        "The old pier at Vik collapsed in May 2031. " + QUAY,
    )
    assert told == ["2031-05-05", "2031-05-10"]


def test_a_morning_stands_before_an_evening_and_an_hour_between_them() -> None:
    told = values(
        "The captain of the Ida was arrested on Tuesday evening. A baker in Sund won the lottery on Tuesday morning. "
        "The harbour gates were closed at 2 p.m. on Tuesday. " + QUAY
    )
    assert told == ["2031-06-10TMO", "2031-06-10T14:00", "2031-06-10TEV"]


def test_two_people_of_one_surname_have_an_entry_each() -> None:
    told = report(
        article("Echo", "Anna Holt died in Vik on June 1, 2031. " + QUAY),
        article("Dial", "John Holt died in Vik on June 9, 2031. " + QUAY),
    )
    assert [finding.kind for finding in told.findings] == []
    assert [entry.value for entry in told.timeline] == ["2031-06-01", "2031-06-09"]


@pytest.mark.parametrize(
    "text",
    [
        "Holt denied that he sold the mill on June 2.",
        "Police doubt that Lund left the harbour on June 3.",
        "No vote was held on June 4.",
        "The trial did not open on June 4.",
        "Police want to find out whether Lund left the harbour on June 3.",
    ],
)
def test_what_is_denied_or_did_not_happen_is_no_event(text: str) -> None:
    assert values(text + " " + QUAY) == []


def test_what_only_somebody_says_is_told_with_who_says_so() -> None:
    (entry,) = entries("Anna Holt said that the mayor took a bribe in May 2019. " + QUAY)
    assert entry.text == "The mayor took a bribe in May 2019 (according to Anna Holt)"
    (entry,) = entries(
        "Anna Holt said that the mayor of Vik took a bribe in May 2019. " + QUAY,
        "The mayor of Vik took a bribe in May 2019. " + QUAY,
    )
    assert "according" not in entry.text and len(entry.spans) == 2


def test_hundreds_of_days_in_one_sentence_are_read_in_bounded_time() -> None:
    endless = "The council of Vik met " + "on June 5, 2031, and again " * 300 + "on June 6, 2031."
    assert len(entries(endless)) >= 1
