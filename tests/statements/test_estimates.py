"""Who puts a figure on something is cited for it."""

from __future__ import annotations

from firsthand.statements.estimates import estimates_beside
from firsthand.statements.reading import Reading

from .texts import article


def shown(text: str) -> list[tuple[str, str]]:
    return [
        (text[slice(*found.source)], text[slice(*found.content[0])])
        for found in estimates_beside(Reading(article(text)), ())
        if found.source is not None
    ]


def test_who_puts_a_figure_is_cited_for_it() -> None:
    assert shown("The institute put the flood's peak at 6.1 metres.") == [
        ("The institute", "the flood's peak at 6.1 metres")
    ]


def test_who_puts_a_thing_somewhere_is_not() -> None:
    assert shown("The institute put the gauge at the gate. The gauge put out 40 readings.") == []
