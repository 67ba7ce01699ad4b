"""How likely one account tells in its own voice what another credits to somebody."""

from __future__ import annotations

import math

from ...text.phrases import liken
from ..material import Material, Said

POSSIBLE = 0.6
"""Likelihood of one point from which two statements that stand in two claims are looked at."""
LIKELY, BARE_HELD, MATCHED, AMOUNT, QUOTED, LEVEL = 0.46, 0.27, 1.0, 0.47, -1.15, -0.76
"""What it weighs that both are likely on one point (log odds, bounded), how much of the bare words the credited ones
have in some form, what the matcher says, that both give one amount, and that the credited words are a quotation.
Logistic regression over 236 labelled pairs that the rules around it leave open, 131 of them dropped attributions, in
other accounts than the shared stories (`training/findings/fit_attributions.py`). Average precision, each set of
accounts by weights of others: 0.82."""
ENOUGH = 0.5
"""Log odds: of those labelled pairs 100 have more, 82 of them right and 12 half; of the 64 that rules chose before 50
were right and 9 half."""
BOUND = 0.01, 0.999


def likely_dropped(material: Material, bare: Said, credited: Said, *, amount: bool) -> bool | None:
    """Whether a statement without a source says what one with a source says; `amount`: both give one amount. None where
    the matcher cannot tell."""
    figures = figures_of(material, bare, credited, amount=amount)
    if figures is None:
        return None
    weights = LIKELY, BARE_HELD, MATCHED, AMOUNT, QUOTED
    return sum(weight * figure for weight, figure in zip(weights, figures, strict=True)) + LEVEL >= ENOUGH


def figures_of(material: Material, bare: Said, credited: Said, *, amount: bool) -> tuple[float, ...] | None:
    """What the weights are for, in their order; None where the matcher cannot tell."""
    met = material.matched(bare, credited)
    if met is None:
        return None
    likely = min(max(material.related(bare, credited), BOUND[0]), BOUND[1])
    held = liken(bare.point.phrase, credited.point.phrase).left_held
    quoted = bool(credited.statement.quoted)
    return math.log(likely / (1 - likely)), held, met, float(amount), float(quoted)
