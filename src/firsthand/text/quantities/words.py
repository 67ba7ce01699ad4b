"""Number words of English, a closed class: what each is worth and how they combine."""

from __future__ import annotations

from decimal import Decimal

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 10**5, "lakhs": 10**5, "million": 10**6,
    "crore": 10**7, "crores": 10**7, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
VAGUE = {
    "dozens": (24, 99), "scores": (40, 99), "hundreds": (100, 1000), "thousands": (1000, 10**4),
    "lakhs": (10**5, 10**6), "millions": (10**6, 10**7), "crores": (10**7, 10**8), "billions": (10**9, 10**10),
    "trillions": (10**12, 10**13),
}  # fmt: skip
"""Plural scales name an order of size, not an amount: the least and the most they may mean."""
ABBREVIATED_SCALES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "b": 10**9,
    "tn": 10**12, "trn": 10**12, "t": 10**12, "cr": 10**7, "l": 10**5,
}  # fmt: skip
DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
GLYPHS = {
    "½": Decimal("0.5"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3, "¼": Decimal("0.25"), "¾": Decimal("0.75"),
    "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6"), "⅘": Decimal("0.8"), "⅙": Decimal(1) / 6,
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
}  # fmt: skip


def worth(words: list[str]) -> Decimal | None:
    """The amount that number words come to ("three hundred thousand"), or None where they make no one number.

    Words are lower case, without "and". Digits may stand first ("4 hundred million").
    """
    total, group = Decimal(0), None
    lowest: int | None = None
    for word in words:
        if word in SCALES:
            scale = SCALES[word]
            if scale == 100:
                group = (Decimal(1) if group is None else group) * 100
                continue
            if lowest is not None and group is None:
                total *= scale  # "hundred thousand million", "lakh crore"
            else:
                total += (Decimal(1) if group is None else group) * scale
            group, lowest = None, scale
            continue
        value = _plain(word)
        if value is None or not _fits(group, value):
            return None
        group = value if group is None else group + value
    return total + (group or 0)


def _plain(word: str) -> Decimal | None:
    if word in ONES:
        return Decimal(ONES[word])
    if word in TENS:
        return Decimal(TENS[word])
    return Decimal(word) if word and (word[0].isdigit() or word[0] == ".") else None


def _fits(group: Decimal | None, value: Decimal) -> bool:
    """Whether a plain number may follow what was read: "twenty three", "two hundred five", not "three five"."""
    if group is None or group == 0:
        return group is None
    if value < 10:
        return group % 10 == 0 and (group % 100 >= 20 or group % 100 == 0)
    return value < 100 and group % 100 == 0 and group >= 100
