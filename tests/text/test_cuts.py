"""A stretch of a sentence stands by itself, or it does not."""

from __future__ import annotations

from firsthand.text.cuts import noun_phrase, opens_with
from firsthand.text.english import parse


def test_a_clause_takes_no_subject_from_behind_that_of_another_verb() -> None:
    doc = parse("Two nurses died in Vik when a boy broke a window and threw a torch inside.")
    at = {token.text: token for token in doc}
    words = doc[at["threw"].i : at["inside"].i + 1]
    assert opens_with(at["threw"], words, at["boy"])
    assert not opens_with(at["threw"], words, at["nurses"])


def test_a_noun_has_all_that_says_which_one_it_is_and_no_more() -> None:
    doc = parse("Several hundred fishermen of Vik, who had waited since dawn, burned two boats.")
    at = {token.text: token for token in doc}
    phrase = noun_phrase(at["fishermen"], doc[at["burned"].i :])
    assert phrase is not None and phrase.text == "Several hundred fishermen of Vik"


def test_every_word_is_in_its_own_phrase() -> None:
    doc = parse("Vik (Agencies) - “No,” he said, men, boats - all gone: ten, or so; look, the mill burns!")
    phrases = [(noun, noun_phrase(noun, doc[len(doc) :])) for noun in doc]
    found = [(noun, phrase) for noun, phrase in phrases if phrase is not None]
    assert {"men", "boats", "mill"} <= {noun.text for noun, _ in found}
    assert all(phrase.start <= noun.i < phrase.end for noun, phrase in found)


def test_a_noun_joined_to_the_word_behind_it_is_no_phrase() -> None:
    doc = parse("The dam-keeper left Vik.")
    at = {token.text: token for token in doc}
    assert noun_phrase(at["dam"], doc[len(doc) :]) is None
    assert noun_phrase(at["Vik"], doc[len(doc) :]) is not None
