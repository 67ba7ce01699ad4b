"""The parse that all stages share."""

from __future__ import annotations

import pytest

from firsthand.text.english import parse


@pytest.mark.parametrize(
    "text",
    [
        "The man walked in at ten, Marsh police Sgt. Ada Holm said.",
        "Police Const. Tim Farrow said that nobody else was hurt.",
        "He told Det. Ana Ruiz and Cpl. Jan Leeder that Supt. Hale was out.",
    ],
)
def test_a_title_with_a_stop_ends_no_sentence(text: str) -> None:
    assert [sentence.text for sentence in parse(text).sents] == [text]


def test_a_line_ends_a_sentence() -> None:
    assert [s.text.strip() for s in parse("Bridge closed\nThe bridge is closed.").sents] == [
        "Bridge closed",
        "The bridge is closed.",
    ]
