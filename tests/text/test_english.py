"""The parse that all stages share."""

from __future__ import annotations

import time

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


@pytest.mark.parametrize("mark", ['"', "“", "(", "said.", "a'"])
def test_a_text_without_a_blank_is_parsed_whole_in_a_time_that_grows_with_its_length(mark: str) -> None:
    parse("Warm.")
    text = mark * (30_000 // len(mark))
    began = time.process_time()
    assert parse(text).text == text
    assert time.process_time() - began < 30


def test_a_long_address_is_one_run() -> None:
    text = "The council put the plan on https://example.org/" + "plan/" * 80 + "2031 on Monday."
    (sentence,) = parse(text).sents
    assert sentence.text == text
