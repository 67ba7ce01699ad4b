"""Pages as they came, and the queue that they stand in."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Literal

from sqlalchemy import Connection, func, select, update

from firsthand.model import Hints, Page

from .articles import MANY
from .clock import now
from .inserting import insert_new
from .packing import LEVEL, storable, storable_or_none
from .tables import BLOBS, PAGES
from .tables.base import AnyRow
from .values import KeptPage

PageState = Literal["new", "done", "failed"]
PATIENCE = 25
"""Times that reading a page may be begun in its turn. One at which the process died so often (out of memory, say) goes
behind all others, and is tried again when nothing else waits. Not less: pages that pass one another can come into other
stories, and of 140 kills of a store one found the same page five times."""


def add_page(connection: Connection, page: Mapping[str, Any], data: bytes, who: str, feed: str | None = None) -> bool:
    """Keep one page and put it in the queue; False where it is in the store already. `page` has the fields of
    `KeptPage` but for its number, bytes and attempts, and `read_as`: the media type that its reader found it to be."""
    digest = hashlib.sha256(data).hexdigest()
    if connection.execute(select(PAGES.c.number).where(PAGES.c.id == page["id"])).first():
        return False
    blob = {"sha256": digest, "size": len(data), "bytes": zlib.compress(data, LEVEL)}
    insert_new(connection, BLOBS, blob)
    hints: Hints | None = page["hints"]
    row = {
        "id": page["id"],
        "sha256": digest,
        "path": storable(page["path"]),
        "place": storable(page["place"]),
        "part": storable(page["part"]),
        "url": storable_or_none(page["url"]),
        "media_type": storable_or_none(page["media_type"]),
        "read_as": page["read_as"],
        "charset": storable_or_none(page["charset"]),
        "as_text": page["as_text"],
        "hints": {name: storable_or_none(said) for name, said in asdict(hints).items()} if hints else None,
        "fetched": storable_or_none(page["fetched"]),
        "added_at": now(),
        "added_by": storable(who),
        "feed": feed,
        "state": "new",
        "attempts": 0,
    }
    return insert_new(connection, PAGES, row)


def next_page(connection: Connection) -> KeptPage | None:
    """The page whose turn it is: the first to come of those that did not bring the process down again and again."""
    asked = (
        select(PAGES, BLOBS.c.bytes)
        .join(BLOBS, BLOBS.c.sha256 == PAGES.c.sha256)
        .where(PAGES.c.state == "new")
        .order_by(PAGES.c.number)
        .limit(1)
    )
    row = connection.execute(asked.where(PAGES.c.attempts < PATIENCE)).first()
    row = row or connection.execute(asked.order_by(None).order_by(PAGES.c.attempts, PAGES.c.number)).first()
    return _kept(row) if row else None


def page_of(connection: Connection, name: str) -> KeptPage | None:
    """One page with its bytes."""
    asked = select(PAGES, BLOBS.c.bytes).join(BLOBS, BLOBS.c.sha256 == PAGES.c.sha256).where(PAGES.c.id == name)
    row = connection.execute(asked).first()
    return _kept(row) if row else None


def shown_pages(connection: Connection, names: Sequence[str]) -> list[Page]:
    """Pages as a report names them, in the order asked for: all but their text, which is empty."""
    found = {
        row.id: Page(
            id=row.id,
            path=row.path,
            url=row.url,
            sha256=row.sha256,
            media_type=row.read_as or row.media_type or "text/plain",
            charset=row.charset or "utf-8",
            text="",
            fetched=row.fetched,
            hints=Hints(**row.hints) if row.hints else None,
        )
        for at in range(0, len(names), MANY)
        for row in connection.execute(select(PAGES).where(PAGES.c.id.in_(names[at : at + MANY])))
    }
    return [found[name] for name in names if name in found]


def begin_page(connection: Connection, name: str) -> None:
    """Take note that reading it begins."""
    connection.execute(update(PAGES).where(PAGES.c.id == name).values(attempts=PAGES.c.attempts + 1))


def end_page(connection: Connection, name: str, state: str, reason: str | None = None) -> None:
    """Take note of what became of it."""
    connection.execute(update(PAGES).where(PAGES.c.id == name).values(state=state, reason=storable_or_none(reason)))


def again(connection: Connection, names: Sequence[str]) -> None:
    """Put pages that failed back into the queue."""
    told = {"state": "new", "reason": None, "attempts": 0}
    connection.execute(update(PAGES).where(PAGES.c.id.in_(names), PAGES.c.state == "failed").values(**told))


def state_of(connection: Connection, name: str) -> tuple[PageState, str | None]:
    """The state of a page that is there, and the reason if it failed."""
    row = connection.execute(select(PAGES.c.state, PAGES.c.reason).where(PAGES.c.id == name)).one()
    return row.state, row.reason


def last_page(connection: Connection) -> int:
    """The number of the last page that has been dealt with; 0 before the first."""
    asked = select(func.max(PAGES.c.number)).where(PAGES.c.state != "new")
    return int(connection.scalar(asked) or 0)


def all_again(connection: Connection) -> None:
    """Put every page back into the queue."""
    connection.execute(update(PAGES).values(state="new", reason=None, attempts=0))


def states(connection: Connection) -> dict[str, int]:
    """How many pages are in each state."""
    asked = select(PAGES.c.state, func.count()).group_by(PAGES.c.state)
    return {row[0]: row[1] for row in connection.execute(asked)}


def _kept(row: AnyRow) -> KeptPage:
    return KeptPage(
        number=row.number,
        id=row.id,
        path=row.path,
        place=row.place,
        part=row.part or "",
        data=zlib.decompress(row.bytes),
        as_text=row.as_text,
        url=row.url,
        media_type=row.media_type,
        charset=row.charset,
        fetched=row.fetched,
        hints=Hints(**row.hints) if row.hints else None,
        attempts=row.attempts,
    )
