"""Bytes to text: mark, declaration, UTF-8, and only then a guess."""

from __future__ import annotations

import codecs
import re

from .sniffing import wide_encoding

_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|encoding=["']([A-Za-z0-9_-]{2,40})["']""",
    re.IGNORECASE,
)
_ASCII = bytes(range(128))
LOOK = 8192
GUESS = 200_000
# what browsers read these labels as (WHATWG Encoding Standard): the superset that pages really use
SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding it was decoded with. Never fails: what no encoding explains becomes U+FFFD."""
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace"), "utf-8-sig"
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, "replace"), wide
    for name in (_declared(data), "utf-8"):
        text = _strictly(data, name)
        if text is not None and name is not None:
            return text, name
    return _guessed(data)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:LOOK])
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return None
    if name.startswith(("utf-16", "utf-32")):
        return None  # the declaration could be read, so the bytes are not wide
    # UTF-8 that decodes is UTF-8, whatever a single-byte declaration says: legacy bytes almost never form it
    if not data.isascii() and _strictly(data, "utf-8") is not None:
        return "utf-8"
    return SUPERSETS.get(name, name)


def _strictly(data: bytes, name: str | None) -> str | None:
    if name is None:
        return None
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(data: bytes) -> tuple[str, str]:
    """charset-normalizer's best guess from the first part of the file, else Windows-1252 or broken UTF-8."""
    good = data.decode("utf-8", "replace")
    # a few bad bytes in a page that is UTF-8 otherwise (a cut in mid-character) are no reason to read it as another
    if good.count("\ufffd") * 20 < len(data.translate(None, _ASCII)):
        return good, "utf-8"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:GUESS]).best()
    for name in (best.encoding if best else None, "cp1252"):
        text = _strictly(data, name)
        if text is not None and name is not None:
            return text, name
    return data.decode("cp1252", "replace"), "cp1252"
