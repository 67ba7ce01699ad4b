"""Letters that a pattern takes for others where case is no matter, and that no table of words has."""

from __future__ import annotations

_ALIKE = str.maketrans({"ı": "i", "İ": "I", "ſ": "s", "\u212a": "K"})
"""The four that `re.IGNORECASE` matches with letters of ASCII (Python's documentation of `re`)."""


def plain_letters(text: str) -> str:
    """A text with these as the letters that they are taken for, place for place; the text itself where it has none."""
    return text if text.isascii() else text.translate(_ALIKE)
