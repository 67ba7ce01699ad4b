"""Numerals: where a text writes a number, in digits, words or fractions, and what it is worth.

Nothing is said here of what is counted; a numeral may prove to be part of a name ("S-400") or of a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from . import words

DIGITS = r"(?<!\d)(?:\d{1,3}(?:,\d{2,3})+(?!\d)(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,12})?|\.\d{1,12})(?!\d)"
_PLAIN = "|".join(sorted([*words.ONES, *words.TENS], key=len, reverse=True))
_SCALE = "|".join(sorted(words.SCALES, key=len, reverse=True))
_VAGUE = "|".join(sorted(words.VAGUE, key=len, reverse=True))
_PART = "|".join(sorted(words.DENOMINATORS, key=len, reverse=True))
_GLYPH = "".join(words.GLYPHS)
_GAP = r"(?:[ \u00a0\u2009\u202f]{1,2}|-)"

VAGUE = re.compile(
    rf"\b(?:(?:(tens|dozens|hundreds|thousands) of )?({_VAGUE})\b(?<!scores)|(scores)(?= of\b))", re.IGNORECASE
)
SEVERAL = re.compile(r"\b(?:several|a few|many) (dozen|hundred|thousand|million|billion|lakh|crore)\b", re.IGNORECASE)
SHARE = re.compile(
    rf"\b(?:(a|an|one|{_PLAIN}|\d{{1,2}})[ -])?({_PART})\b(?=[ ]of\b|[ ](?:the|its|their|his|her|our|all|a|an)\b)",
    re.IGNORECASE,
)
COUPLE = re.compile(r"\b(?:a|the (?:last|past|next|first)) couple(?: of)?(?= [a-z])", re.IGNORECASE)
HALF_SCALE = re.compile(rf"\b(half|(?:a )?quarter)[ -](?:of )?(?:an? )?({_SCALE})\b", re.IGNORECASE)
HALF_UNIT = re.compile(
    r"\bhalf[ -](?:an? )?(?=(?:hour|mile|minute|second|year|decade|century|day|pound|inch|acre)s?\b)", re.IGNORECASE
)
WORDED = re.compile(
    rf"(?<![\w])(?:an?[ ](?={_SCALE})|)((?:{DIGITS}[ -]?)?(?:(?:{_PLAIN}|{_SCALE})(?:{_GAP}(?:and )?|\b))*"
    rf"(?:{_PLAIN}|{_SCALE}))\b",
    re.IGNORECASE,
)
MIXED = re.compile(rf"(?<![\w./-])(?:(\d{{1,6}})(?:[ -]|\b))?(?:(\d{{1,3}})[/⁄](\d{{1,4}})(?![\w/])|([{_GLYPH}]))")
NUMBER = re.compile(DIGITS)
SCALE_AFTER = re.compile(rf"(?:[ \u00a0-]|[ ]-[ ])?({_SCALE})\b", re.IGNORECASE)
AND_A_HALF = re.compile(rf"[ -]and[ -](?:an?|one)[ -](half|third|quarter)\b(?:[ -]({_SCALE})\b)?", re.IGNORECASE)
POWER = re.compile(r" ?[×x*] ?10(?:\^ ?)?([-−+]?\d{1,3}|[⁻⁺]?[⁰¹²³⁴-⁹]{1,3})")
SUPERSCRIPTS = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹−", "-+0123456789-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as written. `high` closes a vague one ("hundreds"); `kind` is digits, words, share, vague or mixed."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    kind: str = "digits"
    scaled: bool = False
    """A scale word is part of it ("5.5 billion")."""


def find_numerals(text: str) -> list[Numeral]:
    """All numerals in order, none overlapping another; the reading that takes in most words wins."""
    found = [*_vague(text), *_shares(text), *_mixed(text), *_worded(text), *_digits(text)]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Numeral] = []
    for numeral in found:
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return kept


def _vague(text: str) -> list[Numeral]:
    found = []
    for match in VAGUE.finditer(text):
        low, high = words.VAGUE[(match[2] or match[3]).lower()]
        if match[1]:
            times = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1000}[match[1].lower()]
            low, high = low * times, high * times
        found.append(_numeral(match, Decimal(low), Decimal(high), "vague"))
    for match in SEVERAL.finditer(text):
        scale = words.SCALES[match[1].lower()]
        found.append(_numeral(match, Decimal(2 * scale), Decimal(9 * scale), "vague"))
    return [*found, *(_numeral(match, Decimal(2), Decimal(3), "vague") for match in COUPLE.finditer(text))]


def _shares(text: str) -> list[Numeral]:
    found = []
    for match in SHARE.finditer(text):
        over, part = (match[1] or "a").lower(), match[2].lower()
        under = words.DENOMINATORS[part]
        count = 1 if over in ("a", "an") else int(words.worth([over]) or 0)
        plural = part.endswith("s") and part != "halves"
        if part in ("half", "halves") or (match[1] and 0 < count < under and plural == (count > 1)):
            found.append(_numeral(match, Decimal(count) / under, None, "share"))
    for match in HALF_SCALE.finditer(text):
        part = Decimal("0.5") if match[1].lower() == "half" else Decimal("0.25")
        found.append(_numeral(match, part * words.SCALES[match[2].lower()], None, "words", scaled=True))
    found.extend(_numeral(match, Decimal("0.5"), None, "mixed") for match in HALF_UNIT.finditer(text))
    return found


def _mixed(text: str) -> list[Numeral]:
    found = []
    for match in MIXED.finditer(text):
        if match[4]:
            part = words.GLYPHS[match[4]]
        else:
            over, under = int(match[2]), int(match[3])
            if not 0 < over < under or under not in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128, 1000):
                continue
            part = Decimal(over) / under
        numeral = _numeral(match, Decimal(match[1] or 0) + part, None, "mixed")
        found.append(_with_scale(text, numeral))
    return found


def _worded(text: str) -> list[Numeral]:
    found = []
    for match in WORDED.finditer(text):
        for start, end, parts in _groups(match):
            value = words.worth(parts)
            if value is None:
                continue
            scaled = any(part in words.SCALES for part in parts)
            found.append(_with_half(text, Numeral(start=start, end=end, low=value, kind="words", scaled=scaled)))
    return found


def _groups(match: re.Match[str]) -> list[tuple[int, int, list[str]]]:
    """The longest runs of words that make one number each: "two three hundred" is two numbers."""
    pieces = [
        (m.start() + match.start(), m.end() + match.start(), m[0].lower().replace(",", ""))
        for m in re.finditer(rf"{DIGITS}|[a-z]+", match[0], re.IGNORECASE)
    ]
    groups: list[tuple[int, int, list[str]]] = []
    current: list[tuple[int, int, str]] = []
    for piece in pieces:
        name = piece[2]
        if name in ("a", "an"):
            current.append((piece[0], piece[1], ""))
            continue
        joined = [p[2] for p in current if p[2] and p[2] != "and"]
        if name == "and":
            if joined and joined[-1] in words.SCALES:
                current.append(piece)
            else:
                _close(groups, current)
                current = []
            continue
        if joined and words.worth([*joined, name]) is None:
            _close(groups, current)
            current = []
        current.append(piece)
    _close(groups, current)
    return groups


def _close(groups: list[tuple[int, int, list[str]]], pieces: list[tuple[int, int, str]]) -> None:
    while pieces and pieces[-1][2] in ("and", ""):
        pieces = pieces[:-1]
    if pieces:
        groups.append((pieces[0][0], pieces[-1][1], [p[2] for p in pieces if p[2] not in ("and", "")]))


def _digits(text: str) -> list[Numeral]:
    found = []
    for match in NUMBER.finditer(text):
        try:
            value = Decimal(match[0].replace(",", ""))
        except InvalidOperation:
            continue
        power = POWER.match(text, match.end())
        end = match.end()
        if power:
            value = value.scaleb(int(power[1].translate(SUPERSCRIPTS)))
            end = power.end()
        found.append(_with_half(text, _with_scale(text, Numeral(start=match.start(), end=end, low=value))))
    return found


def _with_scale(text: str, numeral: Numeral) -> Numeral:
    match = SCALE_AFTER.match(text, numeral.end)
    if match is None:
        return numeral
    low = numeral.low * words.SCALES[match[1].lower()]
    again = SCALE_AFTER.match(text, match.end())
    if again:
        low, match = low * words.SCALES[again[1].lower()], again
    return Numeral(start=numeral.start, end=match.end(), low=low, kind=numeral.kind, scaled=True)


def _with_half(text: str, numeral: Numeral) -> Numeral:
    match = AND_A_HALF.match(text, numeral.end)
    if match is None or numeral.low != int(numeral.low):
        return numeral
    part = Decimal(1) / words.DENOMINATORS[match[1].lower()]
    scale = words.SCALES[match[2].lower()] if match[2] else 1
    return Numeral(
        start=numeral.start, end=match.end(), low=(numeral.low + part) * scale, kind=numeral.kind, scaled=scale > 1
    )


def _numeral(match: re.Match[str], low: Decimal, high: Decimal | None, kind: str, *, scaled: bool = False) -> Numeral:
    return Numeral(start=match.start(), end=match.end(), low=low, high=high, kind=kind, scaled=scaled)
