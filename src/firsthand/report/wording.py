"""The report's own words: counts, dates, names of kinds. One place, so that all formats speak alike."""

from __future__ import annotations

from datetime import date, datetime

from firsthand.model import (
    Claim,
    Direction,
    Finding,
    FindingKind,
    Independence,
    Judgement,
    OriginKind,
    Relation,
    Stance,
    Standing,
)

from .neutral import one_line

STANCES = {
    Stance.ASSERTS: "asserts",
    Stance.REPORTS: "reports",
    Stance.DENIES: "denies",
    Stance.DOUBTS: "doubts",
}
STANDINGS = {
    Standing.CORROBORATED: "corroborated",
    Standing.SINGLE_ORIGIN: "one origin",
    Standing.SINGLE_ARTICLE: "one article",
    Standing.DISCREPANT: "discrepant",
    Standing.DISPUTED: "disputed",
}
KINDS = {
    FindingKind.NUMBER: "Number",
    FindingKind.DATE: "Date",
    FindingKind.TIME: "Time",
    FindingKind.PLACE: "Place",
    FindingKind.NAME: "Name",
    FindingKind.STATUS: "Status",
    FindingKind.ATTRIBUTION: "Attribution",
    FindingKind.QUOTE: "Quotation",
    FindingKind.DISPUTE: "Dispute",
}
ORIGIN_KINDS = {
    OriginKind.ARTICLE: "article",
    OriginKind.AGENCY: "agency copy",
    OriginKind.PRESS_RELEASE: "press release",
    OriginKind.POST: "post",
    OriginKind.SPEECH: "speech",
    OriginKind.INTERVIEW: "interview",
    OriginKind.HEARING: "hearing",
    OriginKind.DOCUMENT: "document",
    OriginKind.PERSON: "person",
}
RELATIONS = {
    Relation.REPRINT: "reprint",
    Relation.DERIVED: "derived text",
    Relation.SHARED_QUOTES: "the same quotations",
    Relation.SHARED_BOILERPLATE: "the same boilerplate",
}
DIRECTIONS = {
    Direction.A_TO_B: "{b} took from {a}",
    Direction.B_TO_A: "{a} took from {b}",
    Direction.COMMON: "{a} and {b} both drew on an earlier text",
    Direction.UNKNOWN: "which of {a} and {b} came first cannot be told",
}
_QUOTATION_MARKS = tuple("\"'“”„«»‘’")
_FROM_TWO = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PARTS_OF_DAY = {"MO": "morning", "MI": "noon", "AF": "afternoon", "EV": "evening", "NI": "night"}
"""What TIMEX3 writes for parts of the day."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 article", "6 articles"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def figures(low: int, high: int) -> str:
    """ "3" or "2-3", with an en dash."""
    return str(low) if low == high else f"{low}–{high}"


def independent_origins(independence: Independence) -> str:
    """ "2-3 independent origins"."""
    noun = "independent origin" if independence.max == 1 else "independent origins"
    return f"{figures(independence.min, independence.max)} {noun}"


def sentence(words: str) -> str:
    """Words that end as a sentence does."""
    return words if not words or words.rstrip("”’\"')")[-1:] in ".!?…" else words + "."


def in_quotation_marks(words: str) -> str:
    """Words in quotation marks, unless they bring their own."""
    before = "" if words[:1] in _QUOTATION_MARKS else "“"
    after = "" if words[-1:] in _QUOTATION_MARKS else "”"
    return f"{before}{words}{after}"


def single_origin(most: int) -> str:
    """ "one origin", or "one origin proven, two possible" where more cannot be ruled out."""
    if most < 2:
        return STANDINGS[Standing.SINGLE_ORIGIN]
    possible = _FROM_TWO[most - 2] if most - 2 < len(_FROM_TWO) else most
    return f"one origin proven, {possible} possible"


def standing(claim: Claim) -> str:
    """ "corroborated, 2-3 independent origins"; the count is left out where the standing says it."""
    if claim.standing is Standing.SINGLE_ORIGIN and claim.independence:
        return single_origin(claim.independence.max)
    parts = [STANDINGS[claim.standing]] if claim.standing else []
    if claim.independence and claim.standing not in (Standing.SINGLE_ORIGIN, Standing.SINGLE_ARTICLE):
        parts.append(independent_origins(claim.independence))
    return ", ".join(parts) or "standing not known"


def coverage(articles: int, independence: Independence) -> str:
    """One line that says what the coverage of a story rests on."""
    low, high = independence.min, independence.max
    if articles <= 1:
        return "One article. There is no second account to lay beside it."
    if high >= articles:
        return _apart(articles, low, high)
    verb = f"{articles} articles repeat"
    if low == high:
        return f"{verb} {count(high, 'origin')}."
    proven = "none is" if low == 0 else "one is" if low == 1 else f"{low} are"
    return f"{verb} at most {count(high, 'origin')}; {proven} proven independent."


def _apart(articles: int, low: int, high: int) -> str:
    if low == high:
        return f"{articles} articles rest on {high} independent origins."
    return f"{articles} articles may rest on as many as {high} origins; independence is proven for {low}."


def finding_name(finding: Finding) -> str:
    """As much of a finding's id as tells it apart in one report: what a person types to judge it."""
    return finding.id.removeprefix("finding-")[:8]


def judgement(given: Judgement) -> str:
    """What a person has decided: "Judged wrong by Ana on 2 March 2025, 23:04 (+00:00): another quake"."""
    by = f" by {one_line(given.by)}" if given.by else ""
    when = f" on {moment(given.when)}" if given.when else ""
    note = f": {one_line(given.note)}" if given.note else ""
    return sentence(f"Judged {given.verdict}{by}{when}{note}")


def percent(share: float) -> str:
    """ "62 %", never "0 %" for something that is there nor "100 %" for something less than all."""
    bounded = min(max(share, 0.0), 1.0)
    if 0 < bounded < 0.01:
        return "under 1%"
    if 0.99 < bounded < 1:
        return "over 99%"
    return f"{bounded:.0%}"


def moment(value: str) -> str:
    """An ISO 8601 or TIMEX3 value in words: "26 June 2025", "June 2025", "26 June 2025, 14:05 (+05:30)", "26 June 2025,
    evening"; else as it is."""
    value = one_line(value)
    day, _, clock = value.partition("T")
    numbers = day.split("-")
    try:
        if len(numbers) == 3:
            at = date.fromisoformat(day)
            return f"{at.day} {_MONTHS[at.month - 1]} {at.year}" + _within(value, clock)
        if len(numbers) == 2:
            return f"{_MONTHS[int(numbers[1]) - 1]} {int(numbers[0])}" if int(numbers[1]) > 0 else value
    except (ValueError, IndexError):
        return value
    return value


def _within(value: str, clock: str) -> str:
    """The hour or the part of the day, behind a comma; nothing where there is none."""
    if not clock:
        return ""
    if clock in _PARTS_OF_DAY:
        return f", {_PARTS_OF_DAY[clock]}"
    at = datetime.fromisoformat(value)
    zone = at.strftime("%z")
    return f", {at:%H:%M}" + (f" ({zone[:3]}:{zone[3:5]})" if zone else "")
