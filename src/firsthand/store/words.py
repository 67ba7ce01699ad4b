"""Words as the index has them: the same for both databases, so that both find the same.

Letters without their marks and in lower case, digits, and nothing else: `naïve S-400` is `naive s 400`. English endings
are taken off, so that "shootings" meets "shooting" and "arrests" "arrested".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
LONGEST = 60
"""Letters of one word that count; what is longer is no word of a language."""
MOST = 30_000
"""Words of one text that are indexed: a long article has 3,000."""
_ENDINGS = (("ings", ""), ("ing", ""), ("ies", "y"), ("ss", "ss"), ("es", "e"), ("ed", ""), ("s", ""))


def terms_of(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return [term for term, _, _ in places_of(text)]


def places_of(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, folded, each with where it stands."""
    found = []
    for match in _WORD.finditer(text):
        term = _folded(match.group())
        if term:
            found.append((term, match.start(), match.end()))
            if len(found) == MOST:
                break
    return found


def joined(*texts: str | None) -> str:
    """The terms of some texts as one line for the index."""
    return " ".join(term for one in texts if one for term in terms_of(one))


@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    lower = word.casefold()
    if not lower.isascii():
        apart = unicodedata.normalize("NFKD", lower)
        lower = "".join(char for char in apart if char.isalnum() and not unicodedata.combining(char))
    return _stem(lower)[:LONGEST]


def _stem(word: str) -> str:
    """The word without its ending, and without the silent letter before it: closed, closing, closes, close."""
    if not (word.isascii() and word.isalpha()):
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word
