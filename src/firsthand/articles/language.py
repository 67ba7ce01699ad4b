"""The language of a text."""

from __future__ import annotations

ENOUGH = 40
"""Characters below which a guess is worth nothing."""


def language_of(text: str) -> str:
    """ISO 639-1, or `und` for too little text."""
    sample = text[:3000]
    if len(sample.strip()) < ENOUGH:
        return "und"
    import py3langid

    return str(py3langid.classify(sample)[0])
