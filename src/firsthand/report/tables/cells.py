"""Text in a cell of CSV: harmless to a spreadsheet, and read back as it was.

A spreadsheet runs a cell that begins like a formula, and pages choose their own words. Whoever opens the file with
another separator, or without quotation marks, sees cells begin in the middle of ours. So, after OWASP's page on CSV
injection, and a little further:

- a cell whose first sign is `=`, `+`, `-` or `@` (also after spaces, also full-width) gets a `'` before it, and so does
  one that begins with `'` itself, or is an empty text (an empty cell says that there is no value);
- line breaks, tabs and other control characters, marks that turn the direction of writing, and halves of characters are
  written `\\n`, `\\r`, `\\t`, `\\u202e`; a `\\` is `\\\\`; so a row is one line;
- `=`, `+`, `-`, `@` right behind a sign that may divide cells (`,` `;` `|` `"`) are written `\\u003d` and so on.

`as_it_was` undoes all three.
"""

from __future__ import annotations

import re

_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_START = re.compile(rf"'|\s*[{_FORMULA}]|$")
_ESCAPED = re.compile(
    "[\x00-\x1f\x7f-\x9f\\\\"
    "\u2028\u2029\u202a-\u202e\u2066-\u2069"  # as in `neutral`: what steers a terminal or turns a line
    "\ufeff\ud800-\udfff]"
    rf"|(?<=[,;|\"])[{_FORMULA}]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
_LONG = {short[1]: sign for sign, short in _SHORT.items()}
_WRITTEN = re.compile(r"\\(?:u([0-9a-f]{4})|([nrt\\]))")


def harmless(text: str) -> str:
    """A text as it may stand in a cell."""
    cell = _ESCAPED.sub(_escape, text)
    return f"'{cell}" if _START.match(cell) else cell


def as_it_was(cell: str) -> str:
    """The text of a cell that `harmless` made; the empty cell, which stands for no value, as an empty text."""
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)) if found[1] else _LONG[found[2]], cell.removeprefix("'"))


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}"
