"""English names of units, as quantity lists give them: "kilometre per hour" for "km/h" (after NewsQuant's lists)."""

from __future__ import annotations

import re

from firsthand.model import Quantity

CURRENCIES = {
    "USD": "dollar", "AUD": "australian dollar", "GBP": "pound sterling", "EUR": "euro", "JPY": "japanese yen",
    "INR": "indian rupee", "MYR": "malaysian ringgit", "ILS": "shekel", "HKD": "hong kong dollar",
    "CNY": "chinese yuan", "CAD": "canadian dollar", "DKK": "danish krone", "HRK": "croatian kuna",
    "CHF": "swiss franc", "KRW": "south korean won", "GBP/100": "penny", "RUB": "russian ruble",
    "SGD": "singapore dollar", "NZD": "new zealand dollar", "PHP": "philippine peso", "SEK": "swedish krona",
    "NOK": "norwegian krone", "ZAR": "south african rand", "THB": "thai baht", "IDR": "indonesian rupiah",
    "BRL": "brazilian real", "MXN": "mexican peso", "NGN": "nigerian naira",
}  # fmt: skip
UNITS = {
    "%": "percentage", "km": "kilometre", "m": "metre", "cm": "centimetre", "mm": "millimetre", "µm": "micrometre",
    "nm": "nanometre", "ft": "foot", "in": "inch", "kg": "kilogram", "g": "gram", "mg": "milligram", "lb": "pound-mass",
    "oz": "ounce", "l": "litre", "ml": "millilitre", "m2": "square metre", "km2": "square kilometre",
    "sq ft": "square foot", "sq mile": "square mile", "m3": "cubic metre", "km/h": "kilometre per hour",
    "km/hour": "kilometre per hour", "mph": "mile per hour", "mile/hour": "mile per hour", "mpg": "mile per gallon",
    "mile/gallon": "mile per gallon", "°C": "celsius", "°F": "fahrenheit", "W": "watt", "kW": "kilowatt",
    "MW": "megawatt", "GW": "gigawatt", "hp": "horsepower", "bhp": "brake horsepower", "kWh": "kilowatt hour",
    "GWh": "gigawatt hour", "MWh": "megawatt hour", "V": "volt", "mAh": "milliampere-hour", "F": "farad",
    "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "rpm": "revolutions per minute",
    "GB": "gigabyte", "MB": "megabyte", "TB": "terabyte", "dB": "decibel", "GPa": "gigapascal", "hPa": "hectopascal",
    "Nm": "newton metre", "lb-ft": "pound-foot", "ppb": "parts-per-billion", "ppm": "parts-per-million",
    "hour/day": "hour per day",
}  # fmt: skip
IRREGULAR = {"people": "people", "children": "child"}


def unit_name(quantity: Quantity) -> str | None:
    """The unit in full; for a plain count what is counted, in the singular; None where neither is said."""
    if quantity.role == "age":
        return f"{_named(quantity.unit)} of age" if quantity.unit else None
    if quantity.unit is not None:
        return _named(quantity.unit)
    if not quantity.counted:
        return None
    *modifiers, last = quantity.counted.split()
    return " ".join([*modifiers, singular(last)])


def singular(noun: str) -> str:
    """An English noun in the singular, in lower case, by its ending."""
    word = noun.lower()
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "uses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _named(unit: str) -> str:
    whole = UNITS.get(unit) or CURRENCIES.get(unit)
    if whole is not None:
        return whole
    parts = [UNITS.get(part) or CURRENCIES.get(part) or part for part in re.split("/", unit)]
    return " per ".join(parts)
