"""What an address says of the article behind it: the day in its path, and whose site it is."""

from __future__ import annotations

import re
from datetime import date

from firsthand.model import DateCandidate, Precision

from .calendar import MONTHS

LONGEST = 2_000
_HOST = re.compile(r"https?://(?:[^/?#@\s]*@)?(?:www\d?\.|m\.|amp\.)?([\w.-]+)", re.IGNORECASE)
_ALONE = re.compile(r"<?(https?://[^\s<>\"]{4,1500})>?")
# "/2025/06/27/", "/2025/jun/27/", "-2025-06-27", "/20250627-": the year is written out and the month comes second
_DAY = re.compile(
    r"(?<![\d])(?P<y>(?:19|20)\d\d)(?P<mark>[/_-]|)(?P<m>\d{1,2}|[a-z]{3,9})(?P=mark)(?P<d>\d{1,2})(?![\d])",
    re.IGNORECASE,
)
_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d{2})(?=/)")


def host_of(url: str | None) -> str | None:
    """The host of an address without "www": the site, where nothing else names the outlet."""
    match = _HOST.match(url[:LONGEST]) if url else None
    return match[1].lower() if match and "." in match[1] else None


def address_in(line: str) -> str | None:
    """The address that a line holds and nothing else."""
    match = _ALONE.fullmatch(line.strip()) if len(line) <= LONGEST else None
    return match[1] if match else None


def day_of_address(url: str | None) -> DateCandidate | None:
    """The day, else the month, in an address's path."""
    path = url[:LONGEST].partition("://")[2].partition("/")[2] if url else ""
    path = f"/{path.partition('?')[0].partition('#')[0]}"
    for match in _DAY.finditer(path):
        month = MONTHS.get(match["m"].lower()) if match["m"].isalpha() else int(match["m"])
        if not match["mark"] and (len(match["m"]) < 2 or len(match["d"]) < 2):
            continue  # eight digits, or none of it
        try:
            day = date(int(match["y"]), month or 0, int(match["d"]))
        except ValueError:
            continue
        return DateCandidate(value=day.isoformat(), precision=Precision.DAY, basis="url", words=match[0])
    month_only = _MONTH.search(path)
    if month_only and 1 <= int(month_only["m"]) <= 12:
        value = f"{month_only['y']}-{month_only['m']}"
        return DateCandidate(value=value, precision=Precision.MONTH, basis="url", words=month_only[0].strip("/"))
    return None
