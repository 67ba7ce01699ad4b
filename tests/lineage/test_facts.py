"""What says that something happened, and what tells a mind, a wish, a guess or a judgement."""

from __future__ import annotations

import pytest

from firsthand.lineage.facts import tells_of_fact
from firsthand.model import Span

FACTS = (
    "Two helicopters began moving the injured to Tarn",
    "the building was not insured",
    "None of it was insured",
    "the crew abandoned the ship after sinking the trawler",
    "wounding a third",
    "who gave himself up to police",
    "the council rejected the plan",
    "The road did not flood",
    "she sought out the three drivers",
    "Asker was the first of four drivers",
    "more than forty were hurt",
)
NONE = (
    "Lorn will reverse the order",
    "the toll is going to rise",
    "I support the plan",
    "we need the bridge",
    "Krenn thinks the bridge is safe",
    "he was trying to protect his friend",
    "sell the old crane",
    "to sell the old crane",
    "the old crane of the harbour",
    "the talks that were held in May",
    "She is a big fan of the bridge",
    "The vote is a battle of niches",
    "he was very disappointed",
    "the bridge is more dangerous than ever",
    "Has anybody seen the crane?",
    "the man of endangering the crew",
)


def told(words: str) -> bool:
    text = f"“{words},” Asker said." if not words.endswith("?") else words
    return tells_of_fact(text, Span("a", text.index(words), text.index(words) + len(words)))


@pytest.mark.parametrize("words", FACTS)
def test_what_happened(words: str) -> None:
    assert told(words)


@pytest.mark.parametrize("words", NONE)
def test_what_nobody_else_can_know(words: str) -> None:
    assert not told(words)
