"""Closed classes of English time words: months, weekdays, seasons, parts of the day, units, zones."""

from __future__ import annotations

from datetime import timedelta, timezone

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed weds", "thursday thurs thur thu", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY = {
    "dawn": "MO", "daybreak": "MO", "morning": "MO", "noontime": "MI", "afternoon": "AF", "evening": "EV",
    "night": "NI", "overnight": "NI", "midday": "MI", "dusk": "EV",
}  # fmt: skip
UNITS = {
    "second": "TS", "minute": "TM", "min": "TM", "hour": "TH", "hr": "TH", "day": "D", "night": "D", "weekend": "WE",
    "week": "W", "fortnight": "2W", "month": "M", "quarter": "Q", "semester": "6M", "year": "Y", "yr": "Y",
    "decade": "DE", "century": "CE", "centurie": "CE", "millennium": "ML",
}  # fmt: skip
SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
HOLIDAYS = {
    "new year's day": (1, 1), "new year’s day": (1, 1), "new years day": (1, 1), "new year's eve": (12, 31),
    "new year’s eve": (12, 31), "new years eve": (12, 31),
    "valentine's day": (2, 14), "valentine’s day": (2, 14), "halloween": (10, 31), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26), "the fourth of july": (7, 4),
    "fourth of july": (7, 4),
}  # fmt: skip
"""Holidays of one fixed date wherever English is written; those that move or differ by country stay unresolved."""


def _zone(hours: float) -> timezone:
    return timezone(timedelta(hours=hours))


ZONES = {
    "gmt": _zone(0), "utc": _zone(0), "coordinated universal time": _zone(0), "z": _zone(0), "bst": _zone(1),
    "cet": _zone(1), "cest": _zone(2), "eet": _zone(2), "eest": _zone(3), "msk": _zone(3), "est": _zone(-5),
    "edt": _zone(-4), "cdt": _zone(-5), "mst": _zone(-7), "mdt": _zone(-6), "pst": _zone(-8), "pdt": _zone(-7),
    "akst": _zone(-9), "hst": _zone(-10), "pkt": _zone(5), "npt": _zone(5.75), "sgt": _zone(8), "hkt": _zone(8),
    "jst": _zone(9), "kst": _zone(9), "aest": _zone(10), "aedt": _zone(11), "nzst": _zone(12), "wib": _zone(7),
    "sast": _zone(2), "eat": _zone(3), "wat": _zone(1),
}  # fmt: skip
"""Zones whose letters mean one offset. IST, CST, AST and "ET" mean several: the clock stays without a zone."""
ZONE_WORDS = (
    r"GMT|UTC|Coordinated Universal Time(?: \(UTC\))?|BST|CEST|CET|EEST|EET|MSK|EST|EDT|CDT|CST|MST|MDT|PST|PDT"
    r"|AKST|HST"
    r"|PKT|IST|NPT|SGT|HKT|JST|KST|AEST|AEDT|NZST|WIB|SAST|EAT|WAT|ET|PT|CT|MT"
    r"|(?:Eastern|Central|Mountain|Pacific)(?: Standard| Daylight)?(?: Time| time)?|local time|Moscow time|Beijing time"
)

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun"
    r"|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
MONTH_ANY = (
    rf"(?:{MONTH}|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR"
    rf"|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)"
)
WEEKDAY = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)"
)
WEEKDAY_LONG = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
WEEKDAY_SHORT = r"(?:Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri)"
PART = r"(?:morning|afternoon|evening|night|dawn|noontime|midday)"
UNIT = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?"
    r"|semesters?|years?|yrs?|decades?|century|centuries|millennium)"
)
NUMBER = (
    r"(?:\d{1,3}(?:\.\d{1,2})?(?: 1/2|-1/2|½)?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]"
    r"(?:one|two|three|four|five|six|seven|eight|nine)|" + "|".join(sorted(SMALL, key=len, reverse=True)) + r")"
)


def unit_code(word: str) -> str:
    """The TIMEX3 code of a unit written in the singular or plural."""
    word = word.lower()
    if word in UNITS:
        return UNITS[word]
    return UNITS["century"] if word == "centuries" else UNITS[word.removesuffix("s")]


def count(word: str) -> str | None:
    """A small number as TIMEX3 writes it ("3", "2.5"), or None."""
    word = word.lower()
    if word in SMALL:
        return str(SMALL[word])
    pair = word.replace("-", " ").split()
    if len(pair) == 2 and pair[0] in SMALL and pair[1] in SMALL:
        return str(SMALL[pair[0]] + SMALL[pair[1]])
    for half in (" 1/2", "-1/2", "½"):
        if word.endswith(half):
            return word.removesuffix(half) + ".5"
    return word if word[:1].isdigit() else None
