"""Parsing step by step gives what spaCy's own loop gives."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from firsthand.text import stepping
from firsthand.text.english import _pipeline

TEXTS = (
    "Ada Holm, the mayor of Sund, said on Thursday that two bridges would close.\n",
    "Bridges close\n",
    "",
    "\n",
    '"We will not move," Lars Dahl told Norland Radio; 14 people were hurt in the storm of 12 May 2019.\n',
    "The company paid $3.2 million for the old mill. It had asked for more.\n",
)


def read(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.ent_type_, t.ent_iob_, t.is_sent_start) for t in doc]


@pytest.mark.parametrize("at_once", [1, 2, 128])
def test_the_parse_is_that_of_spacy_whatever_is_parsed_beside(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(stepping, "AT_ONCE", at_once)
    expected = [read(_pipeline()(text)) for text in TEXTS]
    assert [read(doc) for doc in stepping.parsed(_pipeline(), TEXTS)] == expected
