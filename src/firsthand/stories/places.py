"""Places that an article's dateline, title and lead speak of, as votes for where the event was."""

from __future__ import annotations

from firsthand.model import Article
from firsthand.text.names import find_names
from firsthand.text.places import find_place

from .days import HEAD, head_of

PLACE = "place"
LEAD = 600
"""Code points of the text that count as its lead. What is read is the whole head, as for days: one parse serves
both."""
FINENESS = {"city": 1.0, "county": 0.8, "state": 0.6, "country": 0.4, "continent": 0.1}
"""What a mention counts by the kind of place: the town is where it was, the country mostly says whose town."""
UNLISTED = 0.5
"""What a place counts that the gazetteer lacks: a village, a square, a stretch of sea."""


def place_votes(article: Article) -> dict[str, float]:
    """Places by name, each with its weight; the dateline counts as a mention."""
    votes: dict[str, float] = {}
    if article.dateline is not None and article.dateline.place:
        _vote(votes, article.dateline.place)
    end = len((article.title or "")[:HEAD]) + 1 + LEAD
    for name in find_names(head_of(article)):
        if name.kind == PLACE and name.start < end:
            _vote(votes, name.name)
    return votes


def _vote(votes: dict[str, float], name: str) -> None:
    found = find_place(name)
    known = found[0].name if found else " ".join(name.split())
    weight = FINENESS.get(found[0].kind, UNLISTED) if found else UNLISTED
    votes[known] = votes.get(known, 0.0) + weight
