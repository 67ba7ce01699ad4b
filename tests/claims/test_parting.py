"""What stands of a statement in a claim that other accounts speak to in part."""

from __future__ import annotations

import pytest

from firsthand.claims.parting import part_of
from firsthand.claims.points import points_of

from ..findings.telling import article, statements


@pytest.mark.parametrize(
    ("text", "words", "quote"),
    [
        pytest.param(
            "The council passed the harbour bill, known as Bill 12 of Vik, on Monday.", "known",
            "the harbour bill, known as Bill 12 of Vik", id="a participle",
        ),
        pytest.param(
            "Ada Berg, a retired judge from Vik, opened the bridge on Monday.", "a retired judge",
            "Ada Berg, a retired judge from Vik", id="an apposition",
        ),
        pytest.param(
            "The navy stopped two boats on Monday and it arrested 23 pirates.", "it arrested",
            "it arrested 23 pirates.", id="a clause",
        ),
    ],
)  # fmt: skip
def test_what_tells_more_of_a_noun_keeps_the_noun(text: str, words: str, quote: str) -> None:
    account = article("1", text)
    told = statements(account)
    points = points_of(told, {account.id: account})
    (point,) = [one for one in points if one.part.words[0].idx == text.index(words)]
    assert part_of(told[point.statement], [point], text).quote == quote
