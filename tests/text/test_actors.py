"""Who acts: by name, through pronouns and passives, and whether two can be one."""

from __future__ import annotations

import pytest

from firsthand.text.actors import actors_of, other_actors
from firsthand.text.english import parse


def actors(text: str, word: str) -> frozenset[str]:
    doc = parse(text)
    (token,) = [token for token in doc if token.text == word][:1]
    return actors_of(token)


def test_a_subject_is_who_acts() -> None:
    assert "holm" in actors("Minister Anna Holm cut 700 jobs.", "700")


def test_he_is_the_person_last_told_of() -> None:
    assert "dahl" in actors("Peter Dahl joined the club in June. He scored 33 goals.", "33")


def test_his_plan_is_his() -> None:
    assert "dahl" in actors("Peter Dahl spoke on Monday. His plan would close 12 schools.", "12")


def test_who_is_named_by_a_passive_is_who_did_it() -> None:
    assert "holm" in actors("The jobs, 700 of them, were cut by Anna Holm.", "cut")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm was hurt in May and missed ten games.",
        "Ada Holm died after slipping and falling ten metres.",
        "Ada Holm was killed after falling ten metres.",
    ],
)
def test_who_is_hurt_does_what_follows(text: str) -> None:
    assert "holm" in actors(text, "ten")


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Ada Holm was hurt by ten stones.", "hurt", set()),
        ("Ada Holm was shot and killed by Peter Dahl.", "killed", {"peter", "dahl"}),
        ("Ada Holm was shot by Peter Dahl, killing ten people.", "ten", {"peter", "dahl"}),
        ("Ada Holm accused Peter Dahl of taking ten boats.", "ten", set()),
    ],
)
def test_who_suffers_it_does_not_do_it(text: str, word: str, who: set[str]) -> None:
    assert actors(text, word) == who


def test_a_common_noun_is_nobody() -> None:
    assert actors("The team scored 33 goals.", "33") == frozenset()


def test_an_amount_in_brackets_is_of_the_name_before_it() -> None:
    assert "huckabee" in actors("Trump finished first, followed by Huckabee (14 percent).", "14")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"anna", "holm"}, {"holm"}, False),
        ({"holm"}, {"dahl"}, True),
        ({"klitschko"}, {"klitchsko"}, False),
        ({"usgs"}, {"us", "geological", "survey"}, True),
        (set(), {"dahl"}, False),
    ],
)
def test_two_actors_are_two_where_no_word_is_shared(left: set[str], right: set[str], *, expected: bool) -> None:
    assert other_actors(frozenset(left), frozenset(right)) is expected
