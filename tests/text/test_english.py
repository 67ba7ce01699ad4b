"""The parse that all stages share."""

from __future__ import annotations

import pytest

from firsthand.text.english import _known, _stretches, parse, parse_all


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


def test_texts_parsed_together_are_parsed_as_each_alone() -> None:
    texts = ["Bridge closed\nThe mayor said on Monday that the old bridge had been closed.", "Divers found a crack.\n"]
    together = [[(t.text, t.tag_, t.dep_, t.head.i) for t in doc] for doc in parse_all(texts)]
    _known.clear()
    parse.cache_clear()
    assert together == [[(t.text, t.tag_, t.dep_, t.head.i) for t in parse(text)] for text in texts]


@pytest.mark.parametrize("mark", ['"', "“", "(", "said.", "a'"])
def test_a_text_without_a_blank_is_parsed_whole_and_in_short_stretches(mark: str) -> None:
    text = mark * (30_000 // len(mark))
    assert max(map(len, _stretches(text))) <= 500
    assert parse(text).text == text


def test_a_long_address_is_one_run() -> None:
    text = "The council put the plan on https://example.org/" + "plan/" * 80 + "2031 on Monday."
    (sentence,) = parse(text).sents
    assert sentence.text == text
