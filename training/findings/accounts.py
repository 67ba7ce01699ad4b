"""Labelled accounts laid out as findings read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from firsthand.findings.material import Material, lay_out
from firsthand.model import Claim, Independence, Lineage
from firsthand.statements import sources_across, statements_of
from training.claims.pairs import articles_in


def material_of(one: Mapping[str, Any], texts: Mapping[tuple[str, str], str]) -> tuple[Material, dict[str, str]]:
    """One set of accounts, each statement a claim of its own, and the file of each article."""
    own, named = articles_in(one, texts)
    said = sources_across(tuple(statement for article in own.values() for statement in statements_of(article)))
    alone = Independence(min=1, max=1, why="")
    claims = [Claim(id=s.id, text=s.quote, statements=(s,), independence=alone) for s in said]
    return lay_out(own, Lineage(overlaps=(), origins=(), independence=alone), claims), named
