"""The figures and dates of a sentence beside those of sentences on the same point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.model import Quantity, TimeExpression

UNCOUNTED = frozenset({"ordinal", "score"})
FINE = frozenset({"day", "month", "year"})
"""How fine a date must be to be held against another of the same kind."""


def same_figures(asked: str, told: Sequence[str]) -> bool:
    """Whether every figure and date of the sentence can hold beside one of another sentence, and there is one."""
    amounts, days = _amounts(asked), _days(asked)
    if not amounts and not days:
        return False
    return any(
        all(any(_agree(mine, other) for other in _amounts(one)) for mine in amounts)
        and {day.value for day in days} <= {day.value for day in _days(one)}
        for one in told
    )


def other_figure(asked: str, told: Sequence[str]) -> tuple[str, str] | None:
    """The words of a figure or date that stands beside none of the others', and of one that they have in its place: of
    the same unit, or of the same things. None where there is no such pair."""
    theirs = [(other, one) for one in told for other in _amounts(one)]
    for mine in _amounts(asked):
        same = [(other, one) for other, one in theirs if _measures(other) == _measures(mine)]
        if same and not any(_agree(mine, other) for other, _ in theirs):
            return _words(asked, mine), _words(same[0][1], same[0][0])
    dates = [(day, one) for one in told for day in _days(one)]
    for mine_day in _days(asked):
        alike = [(day, one) for day, one in dates if day.precision == mine_day.precision]
        if alike and all(day.value != mine_day.value for day, _ in alike):
            return _words(asked, mine_day), _words(alike[0][1], alike[0][0])
    return None


def figure_spans(text: str) -> list[tuple[int, int]]:
    """Where figures and dates stand, with the words that belong to them: "six weeks", "in June"."""
    from firsthand.text.quantities import find_quantities
    from firsthand.text.times import find_times

    figures = [(one.start, one.end) for one in find_quantities(text)]
    return figures + [(one.start, one.end) for one in find_times(text, None)]


def _agree(left: Quantity, right: Quantity) -> bool:
    """Whether both amounts can hold: "more than 40" and 43."""
    from firsthand.findings.agreement import Agreement
    from firsthand.findings.amounts import compare

    return compare(left, right).agreement in (Agreement.SAME, Agreement.COMPATIBLE)


def _measures(one: Quantity) -> tuple[str, str]:
    return one.role, one.unit or (one.counted or "").rpartition(" ")[2].lower()


def _amounts(text: str) -> list[Quantity]:
    from firsthand.text.quantities import find_quantities

    return [one for one in find_quantities(text) if one.role not in UNCOUNTED]


def _days(text: str) -> list[TimeExpression]:
    from firsthand.text.times import find_times

    return [one for one in find_times(text, None) if one.precision in FINE and one.basis == "explicit"]


def _words(text: str, one: Quantity | TimeExpression) -> str:
    return text[one.start : one.end]
