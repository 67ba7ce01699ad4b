"""Who issued a release that its witnesses ascribe now to a body, now to the person it quotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from ..text.names import find_names
from .citations import same_who, who_words
from .continuing import BODY
from .offices import TITLE

MOST = 100
"""Names of one author that are counted, the commonest: bounds the work on a hostile text."""


def issuer_of(names: Sequence[str]) -> str | None:
    """The body that is named most often, else the person; under its fullest name."""
    kept = [name for name in names if who_words(name)]
    if not kept:
        return None
    bodies = [name for name in kept if is_body(name)] if len(set(kept)) > 1 else []
    choices = bodies or kept
    counted = dict(Counter(choices).most_common(MOST))
    votes = {name: sum(often for other, often in counted.items() if same_who(name, other)) for name in counted}
    best = max(counted, key=lambda name: (votes[name], -choices.index(name)))
    alike = [name for name in dict.fromkeys(choices) if same_who(best, name)]
    fullest = max(alike, key=lambda name: (len(who_words(name)), -alike.index(name)))
    return re.sub(r"^[Tt]he\s(?=[A-Z])", "", fullest)


@lru_cache(maxsize=1024)
def is_body(name: str) -> bool:
    """Whether a name is a body's: by its head noun, else by what the name reader takes it for."""
    words = name.split()
    if BODY.search(words[-1]) or (BODY.search(name) and not TITLE.search(name)):
        return True
    found = find_names(f"The statement came from {name} on Monday.")
    return any(n.kind.value == "organisation" and same_who(n.text, name) for n in found)
