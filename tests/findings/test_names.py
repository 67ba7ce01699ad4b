"""Names side by side: a misspelling is told, a form of the name is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.findings.agreement import Agreement
from firsthand.findings.facets.names import _slipped, compare
from firsthand.model import FindingKind, Severity

from .stories import ALL, FERRIES
from .telling import article, findings

NAMES = (
    "Catherine Price", "Kathryn Price", "Price", "C. Price", "Iraq", "Iraqi", "Defence Ministry", "Defense Ministry",
    "Gregg Miliote", "Gregg Milliote", "Solberg", "Sollberg", "Solbergs", "Al-Qaida", "Al-Qaeda",
)  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Catherine Price", "Kathryn Price"),
        ("Gregg Miliote", "Gregg Milliote"),
        ("Solberg", "Sollberg"),
        ("Henrik Solberg", "Henrick Solberg"),
        ("Henrik Solberg", "Henrik P. Sollberg"),
        ("Vodaphone", "Vodafone"),
        ("Al-Qaida", "Al-Qaeda"),
    ],
)
def test_a_misspelt_name_differs(left: str, right: str) -> None:
    assert compare(left, right).agreement is Agreement.DIFFERENT


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Houthi", "Houthis", id="plural"),
        pytest.param("Solberg", "Solbergs", id="plural of a surname"),
        pytest.param("Iraq", "Iraqi", id="adjective"),
        pytest.param("Henrik Solberg", "Henrik Solberg's", id="possessive"),
        pytest.param("Defence Ministry", "Defense Ministry", id="British spelling in -ce"),
        pytest.param("World Health Organisation", "World Health Organization", id="British spelling in -ise"),
        pytest.param("N. Karimi", "Nadia Karimi", id="initial"),
        pytest.param("Karimi", "Nadia Karimi", id="surname"),
        pytest.param("President Karimi", "Karimi", id="title"),
        pytest.param("Ministry of Defence", "Defence Ministry", id="order"),
        pytest.param("US", "America", id="two names of one place"),
        pytest.param("O'Brien", "OBrien", id="apostrophe"),
    ],
)
def test_a_form_of_the_name_is_no_other_spelling(left: str, right: str) -> None:
    assert compare(left, right).agreement is Agreement.SAME


@pytest.mark.parametrize(
    ("left", "right"), [("Iran", "Iraq"), ("Mario Rossi", "Maria Rossi"), ("Odo Krenn", "Lisa Brandt")]
)
def test_two_bearers_are_not_compared(left: str, right: str) -> None:
    assert compare(left, right).agreement is Agreement.UNRELATED


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Labour Party", "Labor Party"),
        ("Sund Harbour Authority", "Sund Harbor Authority"),
        ("Kalvik Theatre", "Kalvik Theater"),
        ("Kalvik Centre", "Kalvik Center"),
    ],
)
def test_british_and_american_spelling_are_one(left: str, right: str) -> None:
    assert compare(left, right).agreement is Agreement.SAME


def test_an_old_name_of_a_place_is_no_spelling() -> None:
    assert compare("Peking", "Beijing").agreement is Agreement.SAME


def test_diacritics_left_out_are_no_other_spelling() -> None:
    assert compare("José Núñez", "Jose Nunez").agreement is Agreement.SAME


@pytest.mark.parametrize(("left", "right"), [("Odo Krenn", "Odo Kren"), ("Qingdao", "Qingdaon")])
def test_an_n_too_many_is_a_misspelling(left: str, right: str) -> None:
    assert compare(left, right).agreement is Agreement.DIFFERENT


@pytest.mark.xfail(strict=True, reason="names of unequal length are never said to be misspelt")
def test_a_title_hides_no_misspelling() -> None:
    assert compare("Minister Katherine Moll", "Kathryn Moll").agreement is Agreement.DIFFERENT


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_it_does_not_matter_which_name_stands_left(left: str, right: str) -> None:
    assert compare(left, right).agreement is compare(right, left).agreement


def test_a_minister_spelt_in_two_ways_is_one_minor_finding() -> None:
    (found,) = findings(FindingKind.NAME, *FERRIES)
    assert {(side.span.article, side.value) for side in found.sides} == {
        ("Gazette", "Katherine Moll"),
        ("Ledger", "Kathryn Moll"),
    }
    assert found.severity is Severity.MINOR


def test_forms_of_a_name_in_two_accounts_make_no_finding() -> None:
    accounts = (
        article("One", "President Nadia Karimi visited the Norvik Health Organisation. Karimi met Iraqi doctors."),
        article("Two", "N. Karimi visited the Norvik Health Organization. The doctors came from Iraq."),
    )
    assert findings(FindingKind.NAME, *accounts) == []


def test_no_other_story_has_a_misspelt_name() -> None:
    assert {key for key, accounts in ALL.items() if findings(FindingKind.NAME, *accounts)} == {"ferries"}


@pytest.mark.parametrize(
    ("left", "right"), [("state", "justice"), ("medicare", "medicaid"), ("german", "germany"), ("board", "guard")]
)
def test_two_words_are_no_slip_of_one_another(left: str, right: str) -> None:
    assert not _slipped(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("turkmenistan", "turkeminstan"), ("orioles", "oriels"), ("election", "elections"), ("qeshm", "qeshm")],
)
def test_a_letter_or_two_slip(left: str, right: str) -> None:
    assert _slipped(left, right) and _slipped(right, left)


def test_two_short_first_names_in_one_account_are_two_people() -> None:
    host = article("a", "Thank you, Marc. He said Mark, you need to see that we take a good count.")
    guest = article("b", "The count was good, said the guest from Tarn.")
    assert findings(FindingKind.NAME, host, guest) == []


def test_two_middle_initials_are_no_misspelling() -> None:
    assert compare("Henrik P. Solberg", "Henrik R. Sollberg").agreement is Agreement.UNRELATED
    assert compare("Ada J. Holm", "Ada K. Holm").agreement is Agreement.UNRELATED
    assert compare("Ada J. Holm", "Ada J. R. Holm").agreement is Agreement.SAME


def test_an_empty_name_is_none() -> None:
    assert compare("", "Ada Holm").agreement is Agreement.UNRELATED
