"""Names: which mentions are one, what kind they are, and how two names relate."""

from __future__ import annotations

import pytest

from firsthand.text.names import NameRelation, compare_names, find_names


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Nadia Karimi", "Nadia Karimi", NameRelation.SAME),
        ("Defence Minister Nadia Karimi", "Nadia Karimi", NameRelation.VARIANT),
        ("Karimi", "Nadia Karimi", NameRelation.VARIANT),
        ("N. Karimi", "Nadia Karimi", NameRelation.VARIANT),
        ("Kurbanguly", "Gurbanguly", NameRelation.VARIANT),
        ("Qaddafi", "Gaddafi", NameRelation.VARIANT),
        ("José Núñez", "Jose Nunez", NameRelation.VARIANT),
        ("SCO", "Shanghai Cooperation Organisation", NameRelation.VARIANT),
        ("World Health Organization", "World Health Organisation", NameRelation.VARIANT),
        ("Su-30 MKI", "Su-30MKI", NameRelation.VARIANT),
        ("Peking", "Beijing", NameRelation.VARIANT),
        ("Ministry of Defence", "Defense Ministry", NameRelation.VARIANT),
        ("Qingdaon", "Qingdao", NameRelation.MISSPELLING),
        ("Gregg Miliote", "Gregg Milliote", NameRelation.MISSPELLING),
        ("Catherine Price", "Katherine Price", NameRelation.MISSPELLING),
        ("Katherine Price", "Kathryn Price", NameRelation.MISSPELLING),
        ("Catherine Price", "Kathryn Price", NameRelation.MISSPELLING),
        ("Robyn Hale", "Robin Hale", NameRelation.MISSPELLING),
        ("Philip Street", "Phillips Road", NameRelation.DIFFERENT),
        ("Iran", "Iraq", NameRelation.DIFFERENT),
        ("Austria", "Australia", NameRelation.DIFFERENT),
        ("Niger", "Nigeria", NameRelation.DIFFERENT),
        ("Slovakia", "Slovenia", NameRelation.DIFFERENT),
        ("North Korea", "South Korea", NameRelation.DIFFERENT),
        ("John Smith", "Jane Smith", NameRelation.DIFFERENT),
        ("Mario Rossi", "Maria Rossi", NameRelation.DIFFERENT),
        ("S-400", "S-300", NameRelation.DIFFERENT),
        ("Martin", "Marvin", NameRelation.DIFFERENT),
        ("US", "America", NameRelation.VARIANT),
        ("IRNA", "Iran", NameRelation.DIFFERENT),
        ("Defence Ministers", "Defence Ministry", NameRelation.DIFFERENT),
        ("Yemen", "Yemenis", NameRelation.VARIANT),
    ],
)
def test_names_side_by_side(left: str, right: str, relation: NameRelation) -> None:
    forth, back = compare_names(left, right), compare_names(right, left)
    assert forth.relation is relation and forth.why
    assert back.relation is relation


def test_a_surname_and_a_titled_name_share_one_key() -> None:
    text = (
        "Defence Minister Rustam Yusupov met his counterpart in Tashkent. "
        "Yusupov said the talks went well. Rustam Yusupov left on Friday."
    )
    people = [name for name in find_names(text) if name.kind == "person"]
    assert [name.name for name in people] == ["Rustam Yusupov", "Yusupov", "Rustam Yusupov"]
    assert {name.key for name in people} == {"rustam yusupov"}


def test_an_abbreviation_shares_the_key_of_the_name_it_was_explained_with() -> None:
    text = "The Central Asian Rail Authority (CARA) closed the line. CARA gave no reason."
    keys = {name.key for name in find_names(text) if name.text.endswith(("Authority", "CARA"))}
    assert keys == {"central asian rail authority"}


def test_kinds_are_told_by_what_stands_beside() -> None:
    text = "The Ministry of Transport said the JF-17 Thunder crashed in Lahore during Operation Falcon."
    kinds = {name.text: name.kind.value for name in find_names(text)}
    assert kinds == {
        "Ministry of Transport": "organisation",
        "JF-17 Thunder": "product",
        "Lahore": "place",
        "Operation Falcon": "event",
    }


def test_a_surname_that_is_a_month_stays_a_name() -> None:
    assert "Dong Jun" in [name.name for name in find_names("He was received by Admiral Dong Jun in the capital.")]


def test_an_initial_does_not_end_a_name() -> None:
    text = "Ada J. Holm spoke first. Ms. Holm left. Ada Holm came back."
    assert {(name.name, name.key) for name in find_names(text)} == {
        ("Ada J. Holm", "ada holm"),
        ("Holm", "ada holm"),
        ("Ada Holm", "ada holm"),
    }


def test_father_and_son_are_two() -> None:
    text = "Ivo Krantz spoke first. Ivo Krantz Jr. said no. Mr. Krantz agreed with Ivo Krantz."
    assert [name.key for name in find_names(text)] == ["ivo krantz", "ivo krantz jr.", "ivo krantz", "ivo krantz"]


def test_a_surname_goes_to_the_one_whom_its_honorific_meant_before() -> None:
    text = "Robin Tarn spoke first. Mrs. Tarn said no. John Tarn said yes. Mrs. Tarn left."
    assert [name.key for name in find_names(text)] == ["robin tarn", "robin tarn", "john tarn", "robin tarn"]


def test_what_a_centre_is_for_is_part_of_its_name() -> None:
    assert [name.name for name in find_names("The Center for Tidal Research opened.")] == ["Center for Tidal Research"]


def test_a_title_in_the_plural_is_no_part_of_a_name() -> None:
    found = [name.name for name in find_names("Senators Ada Holm and Ivo Krantz met.")]
    assert found == ["Ada Holm", "Ivo Krantz"]


def test_a_body_before_the_office_of_its_head_keeps_its_own_name() -> None:
    found = find_names("KLX CEO A. Mira Dahl issued a statement. KLX said that the report was wrong.")
    assert [name.key for name in found if name.text == "KLX"] == ["klx"]


def test_an_abbreviation_is_no_given_name() -> None:
    found = find_names("Ada Holm spoke. Later KLX Holm was renamed. KLX denied it.")
    assert [name.key for name in found if name.text == "KLX"] == ["klx"]


def test_two_middle_initials_are_two_people() -> None:
    text = "The board met Ada J. Holm on Monday. It met Ada K. Holm on Friday, and Holm thanked it."
    assert [name.key for name in find_names(text)] == ["ada j holm", "ada k holm", "ada k holm"]


def test_one_middle_initial_is_left_out() -> None:
    text = "The board met Ada J. Holm on Monday. Ada Holm thanked it, and Holm went home."
    assert {name.key for name in find_names(text)} == {"ada holm"}


def test_initials_in_a_row_are_one_name() -> None:
    text = "The board met Ivo H. W. Krantz on Monday. Ivo Krantz thanked it."
    names = [name for name in find_names(text) if name.kind == "person"]
    assert [name.name for name in names] == ["Ivo H. W. Krantz", "Ivo Krantz"]
    assert {name.key for name in names} == {"ivo krantz"}
