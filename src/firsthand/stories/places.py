"""Places that an article's dateline, title and lead speak of."""

from __future__ import annotations

from firsthand.model import Article
from firsthand.text.english import parse

LEAD = 600
"""Code points of the text that count as its lead."""
PLACES = ("GPE", "LOC", "FAC")


def place_votes(article: Article) -> dict[str, float]:
    """Places by their names as written, each with its weight as the event's place; the dateline counts as a mention."""
    votes: dict[str, float] = {}
    if article.dateline is not None and article.dateline.place:
        votes[article.dateline.place.title()] = 1.0
    for entity in parse(f"{article.title or ''}\n{article.text[:LEAD]}").ents:
        if entity.label_ in PLACES:
            name = entity.text.removeprefix("the ").removesuffix("'s").removesuffix("’s").strip()
            votes[name] = votes.get(name, 0.0) + 1.0
    return votes
