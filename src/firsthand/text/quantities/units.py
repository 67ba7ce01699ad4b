"""Units of measure: how they are written, and what they come to in a base unit of their kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its normalised name, the kind of thing it measures, and how many base units of that kind it is."""

    name: str
    kind: str
    factor: Decimal


# name, kind, factor to the kind's base, words (plural made by rule, irregular ones given), symbols (case counts)
_TABLE: tuple[tuple[str, str, str, str, str], ...] = (
    ("%", "ratio", "0.01", "percent|per cent|percentage|pct|per-cent", "%|％|pc"),
    ("percentage point", "points", "1", "percentage point|percent point|per cent point|pp", ""),
    ("basis point", "points", "0.01", "basis point|bps", ""),
    ("km", "length", "1000", "kilometre|kilometer|km", "km|kms"),
    ("m", "length", "1", "metre|meter", "m"),
    ("cm", "length", "0.01", "centimetre|centimeter|cm", "cm"),
    ("mm", "length", "0.001", "millimetre|millimeter|mm", "mm"),
    ("µm", "length", "0.000001", "micrometre|micrometer|micron", "μm|µm"),
    ("nm", "length", "0.000000001", "nanometre|nanometer", "nm"),
    ("mile", "length", "1609.344", "mile|mi", ""),
    ("nautical mile", "length", "1852", "nautical mile|nautical-mile|nmi", "NM"),
    ("yard", "length", "0.9144", "yard|yd", ""),
    ("ft", "length", "0.3048", "foot|feet|ft", "′"),
    ("in", "length", "0.0254", "inch|inches", "″"),
    ("light-year", "length", "9460730472580800", "light-year|light year|lightyear", ""),
    ("m2", "area", "1", "square metre|square meter|sq m|sqm|sq. m", "m2|m²"),
    ("km2", "area", "1000000", "square kilometre|square kilometer|sq km|sq. km|sqkm", "km2|km²"),
    ("sq ft", "area", "0.09290304", "square foot|square feet|sq ft|sq. ft|sqft|sq feet", "ft2|ft²"),
    ("sq mile", "area", "2589988.11", "square mile|sq mile|sq. mile", ""),
    ("hectare", "area", "10000", "hectare", "ha"),
    ("acre", "area", "4046.8564224", "acre", ""),
    ("l", "volume", "0.001", "litre|liter|ltr", "L"),
    ("ml", "volume", "0.000001", "millilitre|milliliter|ml", "mL|ml"),
    ("m3", "volume", "1", "cubic metre|cubic meter", "m3|m³"),
    ("cubic foot", "volume", "0.028316846592", "cubic foot|cubic feet|cu ft", ""),
    ("gallon", "volume", "0.003785411784", "gallon", ""),
    ("pint", "volume", "0.000473176473", "pint", ""),
    ("quart", "volume", "0.000946352946", "quart", ""),
    ("barrel", "volume", "0.158987294928", "barrel|bbl", ""),
    ("kg", "mass", "1", "kilogram|kilogramme|kilo|kg", "kg"),
    ("g", "mass", "0.001", "gram|gramme|gm", "g"),
    ("mg", "mass", "0.000001", "milligram|milligramme|mg", "mg"),
    ("µg", "mass", "0.000000001", "microgram", "μg|µg"),
    ("tonne", "mass", "1000", "tonne|metric ton|metric tonne", ""),
    ("ton", "mass", "907.18474", "ton", ""),
    ("lb", "mass", "0.45359237", "pound|lb|pound-mass", ""),
    ("oz", "mass", "0.028349523125", "ounce|oz", ""),
    ("carat", "mass", "0.0002", "carat", ""),
    ("second", "time", "1", "second|sec", "s"),
    ("millisecond", "time", "0.001", "millisecond", "ms"),
    ("minute", "time", "60", "minute|min", ""),
    ("hour", "time", "3600", "hour|hr", "h"),
    ("day", "time", "86400", "day", ""),
    ("night", "nights", "1", "night", ""),
    ("week", "time", "604800", "week", ""),
    ("month", "time", "2629746", "month", ""),
    ("year", "time", "31556952", "year|yr", ""),
    ("decade", "time", "315569520", "decade", ""),
    ("century", "time", "3155695200", "century|centuries", ""),
    ("km/h", "speed", "0.277777778", "kmph|kph|km/h|km/hr", ""),
    ("mph", "speed", "0.44704", "mph", ""),
    ("knot", "speed", "0.514444", "knot", ""),
    ("mpg", "economy", "1", "mpg", ""),
    ("°C", "temperature", "1", "degrees celsius|degree celsius|celsius|degrees centigrade|degrees c|deg c", "°C|ºC|C"),
    ("°F", "fahrenheit", "1", "degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f", "°F|ºF|F"),
    ("K", "kelvin", "1", "kelvin", ""),
    ("degree", "degrees", "1", "degree", "°|º"),
    ("W", "power", "1", "watt", "W"),
    ("kW", "power", "1000", "kilowatt|kw", "kW|KW"),
    ("MW", "power", "1000000", "megawatt", "MW"),
    ("GW", "power", "1000000000", "gigawatt", "GW"),
    ("hp", "power", "745.7", "horsepower|hp|horse power", ""),
    ("PS", "power", "735.5", "", "PS"),
    ("bhp", "power", "745.7", "bhp|brake horsepower", ""),
    ("kWh", "energy", "3600000", "kilowatt hour|kilowatt-hour|kwh", "kWh"),
    ("MWh", "energy", "3600000000", "megawatt hour|megawatt-hour|mwh", "MWh"),
    ("GWh", "energy", "3600000000000", "gigawatt hour|gigawatt-hour|gwh", "GWh"),
    ("J", "energy", "1", "joule", ""),
    ("kcal", "energy", "4184", "kilocalorie|kcal|calorie", ""),
    ("V", "voltage", "1", "volt", "V"),
    ("kV", "voltage", "1000", "kilovolt", "kV"),
    ("A", "current", "1", "ampere|amp", ""),
    ("mAh", "charge", "3.6", "mah|milliampere-hour", "mAh"),
    ("F", "capacitance", "1", "farad", ""),
    ("Hz", "frequency", "1", "hertz", "Hz|HZ"),
    ("kHz", "frequency", "1000", "kilohertz", "kHz"),
    ("MHz", "frequency", "1000000", "megahertz", "MHz"),
    ("GHz", "frequency", "1000000000", "gigahertz", "GHz"),
    ("rpm", "rotation", "1", "rpm|revolutions per minute", ""),
    ("B", "data", "1", "byte", ""),
    ("kB", "data", "1000", "kilobyte", "KB|kB"),
    ("MB", "data", "1000000", "megabyte", "MB"),
    ("GB", "data", "1000000000", "gigabyte", "GB"),
    ("TB", "data", "1000000000000", "terabyte", "TB"),
    ("bit", "bits", "1", "bit", ""),
    ("Mbps", "rate", "1", "mbps|megabits per second", "Mbps|Mbit/s"),
    ("Gbps", "rate", "1000", "gbps|gigabits per second", "Gbps"),
    ("dB", "level", "1", "decibel", "dB"),
    ("Pa", "pressure", "1", "pascal", "Pa"),
    ("hPa", "pressure", "100", "hectopascal", "hPa"),
    ("GPa", "pressure", "1000000000", "gigapascal", "GPa"),
    ("millibar", "pressure", "100", "millibar", "mb"),
    ("psi", "pressure", "6894.757", "psi", ""),
    ("Nm", "torque", "1", "newton metre|newton meter|newton-metre|newton-meter|nm of torque", "Nm"),
    ("lb-ft", "torque", "1.355817948", "pound-foot|pound-feet|lb-ft|foot-pound|foot pound", "lb-ft|ft-lb"),
    ("ppm", "fraction", "0.000001", "ppm|parts per million", ""),
    ("ppb", "fraction", "0.000000001", "ppb|parts per billion", ""),
    ("point", "score", "1", "", ""),
    ("magnitude", "magnitude", "1", "", ""),
)  # fmt: skip


def _word_forms(words: str) -> list[str]:
    forms = []
    for word in filter(None, words.split("|")):
        forms.append(word)
        if word[-1].isalpha() and not word.endswith(("s", "feet", "inches")) and "/" not in word:
            forms.append(word + "s")
    return forms


WORDS: dict[str, Unit] = {
    form: Unit(name, kind, Decimal(factor)) for name, kind, factor, words, _ in _TABLE for form in _word_forms(words)
}
SYMBOLS: dict[str, Unit] = {
    symbol: Unit(name, kind, Decimal(factor))
    for name, kind, factor, _, symbols in _TABLE
    for symbol in filter(None, symbols.split("|"))
}
NAMES: dict[str, Unit] = {name: Unit(name, kind, Decimal(factor)) for name, kind, factor, _, _ in _TABLE}

_ALIKE = "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in sorted(WORDS, key=len, reverse=True))
_SIGNS = "|".join(re.escape(sign) for sign in sorted(SYMBOLS, key=len, reverse=True))
WORD = re.compile(rf"(?:[ \u00a0\u2009-]|[ ]-[ ])?({_ALIKE})(?![\w])", re.IGNORECASE)  # "a 73 - yard drive": torn text
SIGN = re.compile(rf"[ \u00a0\u2009]?({_SIGNS})(?![\w/²³])")
PER = re.compile(
    r"(?:[ -](?:per|an?|each|every)[ -]|/)([a-z]{1,12}(?:[ -](?:feet|foot|metre|meter|mile|m)\b)?)", re.IGNORECASE
)
SHORT = {"m", "g", "s", "h", "C", "F", "L", "K", "mb", "NM"}
"""Signs of one letter, and such as mean other things too: they count only after digits and never before a word."""


def read_unit(text: str, at: int, *, digits: bool) -> tuple[Unit, int] | None:
    """The unit that starts at a place in the text, and where it ends. `digits`: the numeral before is in digits."""
    word = WORD.match(text, at)
    if word:
        unit = WORDS[word[1].lower().replace("-", " ")] if word[1].lower() not in WORDS else WORDS[word[1].lower()]
        if unit.name == "in" and word[1].lower() == "in":
            return None
        return unit, word.end()
    sign = SIGN.match(text, at) if digits else None
    if sign and sign[1] == "s" and (sign[0][0] == " " or "." not in text[max(0, at - 4) : at]):
        return None  # "the 1990s", "the Model 3s": seconds are written so only with a decimal ("9.8s")
    if sign and not (
        sign[1] in SHORT and sign[0][0] == " " and re.match(r"[ ]?[A-Z]", text[sign.end() : sign.end() + 2])
    ):
        return SYMBOLS[sign[1]], sign.end()
    return None


def base_amount(amount: Decimal, unit: str) -> tuple[Decimal, str] | None:
    """An amount in the base unit of its kind, and that kind; None for a unit unknown here."""
    known = NAMES.get(unit)
    if known is None or known.kind in ("temperature", "fahrenheit", "kelvin"):
        return (_celsius(amount, unit), "temperature") if known else None
    return amount * known.factor, known.kind


def _celsius(amount: Decimal, unit: str) -> Decimal:
    if unit == "°F":
        return (amount - 32) * 5 / 9
    return amount - Decimal("273.15") if unit == "K" else amount
