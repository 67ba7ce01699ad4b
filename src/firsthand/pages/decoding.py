"""Bytes to text: mark, declaration, UTF-8, and only then a guess."""

from __future__ import annotations

import codecs
import re

from .sniffing import wide_encoding

_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|encoding=["']([A-Za-z0-9_-]{2,40})["']""",
    re.IGNORECASE,
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_ASCII = bytes(range(128))
LOOK = 8192
GUESS = 200_000
SUPERSETS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
"""What browsers read these labels as (WHATWG Encoding Standard): the superset that pages really use."""
ENCODINGS = frozenset(
    """
    utf-8 cp866 koi8-r koi8-u mac-roman mac-cyrillic cp874 gb18030 big5hkscs cp950 euc_jp iso2022_jp cp932 cp949
    cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6
    iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16
    """.split()  # noqa: SIM905
)
"""The encodings of that standard. Python knows others, some of which are no text of the web (`unicode_escape`)."""


def decode(data: bytes, served: str | None = None) -> tuple[str, str]:
    """The text and the encoding it was decoded with; `served` is the charset of the HTTP answer.

    Never fails: what no encoding explains becomes U+FFFD.
    """
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace"), "utf-8-sig"
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, "replace"), wide
    for name in (_known(served, data), _declared(data), "utf-8"):
        text = _strictly(data, name)
        if text is not None and name is not None:
            return text, name
    return _guessed(data)


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for what is half a character, which no file can be written with."""
    return _SURROGATES.sub("\ufffd", text)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:LOOK])
    return _known((found[1] or found[2]).decode("ascii"), data) if found else None


def _known(label: str | None, data: bytes) -> str | None:
    """The encoding that a declaration means for these bytes, or None."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip(" \"'")).name
    except (LookupError, ValueError):
        return None
    name = SUPERSETS.get(name, name)
    if name not in ENCODINGS:
        return None  # UTF-16 and UTF-32, too: the declaration could be read, so the bytes are not wide
    # UTF-8 that decodes is UTF-8, whatever a single-byte declaration says: legacy bytes almost never form it
    if not data.isascii() and _strictly(data, "utf-8") is not None:
        return "utf-8"
    return name


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
            return without_surrogates(text), name
    return data.decode("cp1252", "replace"), "cp1252"
