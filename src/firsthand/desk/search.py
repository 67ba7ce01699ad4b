"""Search over stories, claims, articles and sources.

Of what holds all the words, the `LOOKED_AT` that came last are ranked, then the next, and so on: so an answer takes the
same time however much the store holds, and both databases give the same.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from firsthand.store.articles import articles_of
from firsthand.store.opening import Store
from firsthand.store.searching import Phrase, Wanted, found_rows, refs_of
from firsthand.store.tables import CLAIMS, SOURCES, STORIES
from firsthand.store.tables.base import AnyRow
from firsthand.store.words import places_of, terms_of

from .cursors import after
from .cursors import cursor as _cursor
from .values import Hit, HitKind, Listing

LOOKED_AT = 400
MOST = 100
MOST_TERMS = 16
SNIPPET = 240
"""Characters shown around the first place where the words stand."""
KIND_WEIGHT = {"story": 1.5, "source": 1.3, "claim": 1.0, "article": 0.9}
"""Of several kinds that hold the words equally: a story says most in least."""
_QUOTED = re.compile(r'["“”„]([^"“”„]{1,300})["“”„]')


def search(
    store: Store, text: str, kinds: Sequence[HitKind] = (), cursor: str | None = None, limit: int = 20
) -> Listing[Hit]:
    """What holds all the words of a text, in any order; words in quotation marks in this one.

    Raises:
        Refused: the cursor is none of this list's.
    """
    wanted = wanted_of(text)
    place = after(cursor, int, int)
    if wanted is None:
        return Listing(items=())
    before, skip = (None if place[0] < 0 else place[0], max(0, place[1])) if place else (None, 0)
    limit = max(1, min(limit, MOST))
    with store.read() as connection:
        rows = found_rows(connection, wanted, kinds, before, LOOKED_AT)
        ranked = sorted(rows, key=lambda row: (-_score(row, wanted), -row.number))
        hits = _hits(connection, ranked[skip : skip + limit], wanted)
    if skip + limit < len(ranked):
        # a bound from the first answer on: what comes meanwhile would shift the ranks that the list is walked by
        bound = before if before is not None else rows[0].number + 1
        following: str | None = _cursor(bound, skip + limit)
    else:
        following = _cursor(rows[-1].number, 0) if len(rows) == LOOKED_AT else None
    return Listing(items=tuple(hits), next=following)


def wanted_of(text: str) -> Wanted | None:
    """What a text asks for; None where there is no word in it."""
    quoted = [tuple(terms_of(one)) for one in _QUOTED.findall(text[:2000])]
    single = [(term,) for term in terms_of(_QUOTED.sub(" ", text[:2000]))]
    phrases = tuple(dict.fromkeys(phrase for phrase in [*quoted, *single] if phrase))[:MOST_TERMS]
    return Wanted(phrases=phrases) if phrases else None


def stories_with(connection: Connection, text: str) -> Select[Any] | None:
    """The stories that a search finds, as a part of another question."""
    wanted = wanted_of(text)
    return refs_of(connection, wanted, None) if wanted else None


def sources_with(connection: Connection, text: str) -> Select[Any] | None:
    """The sources that a search finds, as a part of another question."""
    wanted = wanted_of(text)
    return refs_of(connection, wanted, "source") if wanted else None


def _score(row: AnyRow, wanted: Wanted) -> float:
    """How much of a row the words are, and how near to its start they stand."""
    terms: list[str] = row.terms.split(" ")
    places = [_first(terms, phrase) for phrase in wanted.phrases]
    count = sum(min(5, _count(terms, phrase)) for phrase in wanted.phrases)
    weight: float = KIND_WEIGHT.get(row.kind, 1.0)
    density = count / (count + 1.0 + math.sqrt(len(terms)) / 4)
    early = sum(1.0 / (1 + place / 20) for place in places) / len(places)
    spread = max(places) - min(places)
    near = 1.0 / (1 + spread / (5 * len(places)))
    return round(weight * (density + early + near), 6)


def _first(terms: Sequence[str], phrase: Phrase) -> int:
    size = len(phrase)
    ends = len(terms) - size + 1
    if size == 1:
        return terms.index(phrase[0]) if phrase[0] in terms else len(terms)
    return next((at for at in range(ends) if tuple(terms[at : at + size]) == phrase), len(terms))


def _count(terms: Sequence[str], phrase: Phrase) -> int:
    return terms.count(phrase[0])


def _hits(connection: Connection, rows: Sequence[AnyRow], wanted: Wanted) -> list[Hit]:
    by_kind: dict[str, list[str]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, []).append(row.ref)
    shown: dict[tuple[str, str], tuple[str, str]] = {}
    for one in articles_of(connection, by_kind.get("article", [])):
        shown["article", one.id] = (one.title or one.publisher or "", one.text)
    for table, kind, title, body in (
        (STORIES, "story", STORIES.c.title, STORIES.c.title),
        (SOURCES, "source", SOURCES.c.name, SOURCES.c.name),
    ):
        asked = select(table.c.id, title.label("title"), body.label("body")).where(
            table.c.id.in_(by_kind.get(kind, []))
        )
        shown |= {(kind, row.id): (row.title, row.body) for row in connection.execute(asked)}
    claims = (
        select(CLAIMS.c.id, CLAIMS.c.text, STORIES.c.title)
        .join(STORIES, STORIES.c.id == CLAIMS.c.story)
        .where(CLAIMS.c.id.in_(by_kind.get("claim", [])))
    )
    shown |= {("claim", row.id): (row.title, row.text) for row in connection.execute(claims)}
    return [_hit(row, *shown[row.kind, row.ref], wanted) for row in rows if (row.kind, row.ref) in shown]


def _hit(row: AnyRow, title: str, body: str, wanted: Wanted) -> Hit:
    snippet, marks = snippet_of(body, wanted)
    return Hit(
        kind=row.kind,
        id=row.ref,
        story=row.story,
        title=title,
        snippet=snippet,
        score=_score(row, wanted),
        marks=marks,
    )


def snippet_of(body: str, wanted: Wanted) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words around the first place of what is wanted, and where in them it stands."""
    terms = {term for phrase in wanted.phrases for term in phrase}
    places = [(start, end) for term, start, end in places_of(body) if term in terms]
    start = max(0, (places[0][0] if places else 0) - SNIPPET // 4)
    while 0 < start < len(body) and not body[start - 1].isspace():
        start -= 1
    end = min(len(body), start + SNIPPET)
    while start < end < len(body) and not body[end].isspace():
        end -= 1
    head, tail = "… " if start else "", " …" if end < len(body) else ""
    words = "".join(" " if char.isspace() else char for char in body[start:end])
    marks = tuple((a - start + len(head), b - start + len(head)) for a, b in places if start <= a and b <= end)
    return head + words + tail, marks
