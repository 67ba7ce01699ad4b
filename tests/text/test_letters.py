"""Letters that look like others end no run: "5 mıllion" with a dotless i is five million."""

from __future__ import annotations

from datetime import date

import pytest

from firsthand.text.letters import plain_letters
from firsthand.text.quantities import find_quantities
from firsthand.text.times import find_times

ODD = {"i": "ı", "s": "ſ", "k": "\u212a"}
TEXT = "At least 5 million people and six ships, some 40 kilometres off, were hit this morning and last Christmas."


@pytest.mark.parametrize("letter", ODD)
def test_what_is_read_is_the_same_and_stands_as_it_is_written(letter: str) -> None:
    odd = TEXT.replace(letter, ODD[letter])
    mine, theirs = find_quantities(TEXT), find_quantities(odd)
    assert [(one.amount, one.unit, one.start, one.end) for one in theirs] == [
        (one.amount, one.unit, one.start, one.end) for one in mine
    ]
    assert all(one.text == odd[one.start : one.end] for one in theirs)
    when = date(2031, 6, 12)
    assert [one.value for one in find_times(odd, when)] == [one.value for one in find_times(TEXT, when)]


def test_a_text_without_such_letters_is_itself() -> None:
    text = "Zürich, 東京 und Łódź"
    assert plain_letters(text) == text
