"""The parse that all stages share."""

from __future__ import annotations

import pytest

from firsthand.text.english import _known, parse, parse_all


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
