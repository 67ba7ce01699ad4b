"""Clauses: the smallest stretch with a verb of its own, the verb above a word, the noun below it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.text.clauses import clause_around, governor, modified
from firsthand.text.english import parse

SENTENCES = (
    "Police said that 12 people died and 43 were hurt.",
    "The ship, which left at noon, sank near Sund.",
    "She left because the rain had ruined four houses.",
    "Twelve boats.",
)


def clause(sentence: str, word: str) -> str:
    start, end = clause_around(parse(sentence), sentence.index(word), sentence.index(word) + len(word))
    return sentence[start:end]


@pytest.mark.parametrize(
    ("sentence", "word", "words", "not_words"),
    [
        (SENTENCES[0], "12", "12 people died", "43"),
        (SENTENCES[0], "43", "43 were hurt", "died"),
        (SENTENCES[1], "noon", "which left at noon", "sank"),
        (SENTENCES[2], "four", "the rain had ruined four houses", "She left"),
        ("The bridge fell, killing 12 people.", "12", "killing 12 people", "The bridge"),
        (SENTENCES[3], "Twelve", "Twelve boats", "?"),
    ],
)
def test_a_clause_holds_its_own_verb_and_no_other(sentence: str, word: str, words: str, not_words: str) -> None:
    found = clause(sentence, word)
    assert words in found
    assert not_words not in found


@pytest.mark.parametrize("word", ["ship", "sank", "Sund"])
def test_a_clause_that_another_one_interrupts_is_one_stretch_with_its_subject(word: str) -> None:
    assert clause(SENTENCES[1], word) == "The ship, which left at noon, sank near Sund"


@pytest.mark.parametrize(
    ("word", "words"), [("12", "12 people died"), ("Police", "Police said"), ("43", "43 were hurt")]
)
def test_a_clause_ends_before_a_conjunction_or_a_full_stop(word: str, words: str) -> None:
    assert clause(SENTENCES[0], word).endswith(words)


@pytest.mark.parametrize(
    ("sentence", "word", "verb"),
    [
        (SENTENCES[0], "12", "die"),
        (SENTENCES[0], "43", "hurt"),
        (SENTENCES[1], "noon", "leave"),
        (SENTENCES[2], "four", "ruin"),
        (SENTENCES[3], "Twelve", ""),
    ],
)
def test_a_word_is_governed_by_the_nearest_verb(sentence: str, word: str, verb: str) -> None:
    (token,) = [token for token in parse(sentence) if token.text == word]
    assert governor(token) == verb


@pytest.mark.parametrize(
    ("sentence", "word", "noun"),
    [
        ("The attack killed 26 young villagers.", "26", "villagers"),
        ("The attack killed 26 young villagers.", "young", "villagers"),
        ("The attack killed 26 young villagers.", "killed", "killed"),
    ],
)
def test_a_modifier_belongs_to_its_noun(sentence: str, word: str, noun: str) -> None:
    (token,) = [token for token in parse(sentence) if token.text == word]
    assert modified(token).text == noun


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_a_clause_lies_in_the_text_around_its_word(sentence: str, data: st.DataObject) -> None:
    doc = parse(sentence)
    token = data.draw(st.sampled_from([token for token in doc if not token.is_punct]))
    start, end = clause_around(doc, token.idx, token.idx + len(token))
    assert 0 <= start <= token.idx < token.idx + len(token) <= end <= len(sentence)
