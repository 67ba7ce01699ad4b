"""Page text made harmless for a screen: nothing in it may steer a terminal or turn the direction of a line.

Every replacement is one character for one, so that offsets stay true.
"""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls save tab and newline: terminal escapes live here
    "\u2028\u2029"  # line and paragraph separators: a line break where none is seen
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates: text that reads other than it is
    "\ud800-\udfff]"  # lone surrogates: they cannot be written as UTF-8
)
_CONTROL_PICTURES = 0x2400
_JSON_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def neutral(text: str) -> str:
    """The text with every unsafe character shown as a visible stand-in."""
    return _UNSAFE.sub(_stand_in, text)


def one_line(text: str) -> str:
    """The same on one line: runs of white space become one space."""
    return " ".join(neutral(text).split())


def escaped_json(encoded: str) -> str:
    """Encoded JSON with unsafe characters as `\\uXXXX`: the same value, safe to print and to write as UTF-8."""
    return _JSON_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", encoded)


def _stand_in(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code in (0x2028, 0x2029):
        return " "
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"
