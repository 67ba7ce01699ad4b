"""The stream on disk: one SQLite file, one transaction an article, so that a kill neither loses nor doubles anything.

Features are read back row by row when they are needed: the archive's size shows on the disk, not in memory. Without a
path the file is a temporary one that goes with the stream.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from .packing import Packed, as_bytes, from_bytes
from .values import Change, Follows, Near, Placement

if TYPE_CHECKING:
    import numpy.typing as npt

FORMAT = 1
TABLES = """
CREATE TABLE IF NOT EXISTS placed (row INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, day INTEGER NOT NULL,
                                   answer TEXT NOT NULL, keys BLOB NOT NULL, links BLOB NOT NULL,
                                   features BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS posted (number INTEGER PRIMARY KEY, row INTEGER NOT NULL, chains BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS member (row INTEGER PRIMARY KEY, story INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS story (key INTEGER PRIMARY KEY, id TEXT NOT NULL, born INTEGER NOT NULL,
                                  within REAL NOT NULL, pairs INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS log (number INTEGER PRIMARY KEY, change TEXT NOT NULL);
"""
PAGE = 8192
"""Bytes of a page: an article's features fill one."""
CACHE = 65_536
"""KiB of pages that SQLite keeps in memory."""
RECENT = 8192
"""Articles whose features stay unpacked in memory: those of the stories that are growing."""


class StateError(Exception):
    """The file is not a stream's state, or one of another version."""


class State:
    """What the stream knows of articles and must not forget."""

    def __init__(self, path: Path | None) -> None:
        self._db = sqlite3.connect("" if path is None else path, isolation_level=None)
        self._recent: dict[int, Packed] = {}
        try:
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            raise StateError(f"{path}: {error}") from error
        if version not in (0, FORMAT):
            raise StateError(f"{path}: format {version}, not {FORMAT}")
        pragmas = f"page_size={PAGE}", "journal_mode=WAL", "synchronous=NORMAL", f"cache_size=-{CACHE}"
        for pragma in (*pragmas, f"user_version={FORMAT}"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.executescript(TABLES)

    def begin(self) -> None:
        """Open the transaction of one article."""
        self._db.execute("BEGIN")

    def commit(self) -> None:
        """All of it is kept."""
        self._db.execute("COMMIT")

    def rollback(self) -> None:
        """None of it happened."""
        self._db.execute("ROLLBACK")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def copy_to(self, path: Path) -> None:
        """The whole state as another file."""
        with sqlite3.connect(path) as other:
            self._db.backup(other)
        other.close()

    def answer(self, article: str) -> Placement | None:
        """What was said of an article that has been placed before."""
        found = self._db.execute("SELECT answer FROM placed WHERE id = ?", (article,)).fetchone()
        return _placement(json.loads(found[0])) if found else None

    def article_id(self, row: int) -> str:
        """The article of a row."""
        found = self._db.execute("SELECT id FROM placed WHERE row = ?", (row,)).fetchone()
        return str(found[0])

    def row_of(self, article: str) -> int | None:
        """The row of an article, None where it was never placed."""
        found = self._db.execute("SELECT row FROM placed WHERE id = ?", (article,)).fetchone()
        return int(found[0]) if found else None

    def article_ids(self) -> list[str]:
        """All articles by row."""
        return [str(one) for (one,) in self._db.execute("SELECT id FROM placed ORDER BY row")]

    def packed(self, rows: Sequence[int]) -> list[Packed]:
        """The features of some rows."""
        missing = [row for row in rows if row not in self._recent]
        if missing:
            marks = ",".join("?" * len(missing))
            asked = f"SELECT row, features FROM placed WHERE row IN ({marks})"  # noqa: S608 - only question marks
            for row, data in self._db.execute(asked, missing):
                self._recent[row] = from_bytes(data)
        return [self._recent[row] for row in rows]

    def hold(self, row: int, packed: Packed) -> None:
        """Have the features of a row at hand that is about to be added; of too many, let go of the first."""
        while len(self._recent) > RECENT:
            self._recent.pop(next(iter(self._recent)))
        self._recent[row] = packed

    def keys(self, row: int) -> npt.NDArray[np.uint64]:
        """The hashes of the keys of a row, the rare ones marked in the top bit."""
        found = self._db.execute("SELECT keys FROM placed WHERE row = ?", (row,)).fetchone()
        return np.frombuffer(found[0], np.uint64)

    def add_article(
        self, row: int, packed: Packed, answer: Placement, keys: npt.NDArray[np.uint64], links: npt.NDArray[np.void]
    ) -> None:
        """Keep one article: features, answer, keys and its nearest."""
        said = json.dumps(_plain(answer), separators=(",", ":"), sort_keys=True)
        values = (row, answer.article, packed.own, said, keys.tobytes(), links.tobytes(), as_bytes(packed))
        self._db.execute("INSERT INTO placed VALUES (?,?,?,?,?,?,?)", values)

    def add_posting(self, row: int, chains: npt.NDArray[np.uint64]) -> None:
        """Keep which chains of the index a row was put into."""
        self._db.execute("INSERT INTO posted (row, chains) VALUES (?,?)", (row, chains.tobytes()))

    def set_members(self, rows: Sequence[int], story: int) -> None:
        """Keep the story of some rows."""
        self._db.executemany("INSERT OR REPLACE INTO member VALUES (?,?)", [(row, story) for row in rows])

    def set_story(self, key: int, name: str, born: int, within: float, pairs: int) -> None:
        """Keep what is known of a story."""
        self._db.execute("INSERT OR REPLACE INTO story VALUES (?,?,?,?,?)", (key, name, born, within, pairs))

    def add_change(self, change: Change) -> None:
        """One more line of the log."""
        self._db.execute("INSERT INTO log VALUES (?,?)", (change.number, json.dumps(asdict(change), sort_keys=True)))

    def changes(self, since: int = 0) -> Iterator[Change]:
        """The log from a number on."""
        for (line,) in self._db.execute("SELECT change FROM log WHERE number >= ? ORDER BY number", (since,)):
            found: dict[str, Any] = json.loads(line)
            yield Change(**{**found, "articles": tuple(found["articles"])})

    def last_change(self) -> int:
        """The number of the last line of the log, 0 before the first."""
        return int(self._db.execute("SELECT ifnull(max(number), 0) FROM log").fetchone()[0])

    def all_members(self) -> Iterator[tuple[int, int]]:
        """Every row and its story."""
        yield from self._db.execute("SELECT row, story FROM member ORDER BY row")

    def all_stories(self) -> Iterator[tuple[int, str, int, float, int]]:
        """Every story, the merged ones too."""
        yield from self._db.execute("SELECT key, id, born, within, pairs FROM story ORDER BY key")

    def all_articles(self) -> Iterator[tuple[int, int, bytes]]:
        """Every row with its day and its nearest."""
        yield from self._db.execute("SELECT row, day, links FROM placed ORDER BY row")

    def all_postings(self) -> Iterator[tuple[int, npt.NDArray[np.uint64]]]:
        """All postings in the order in which they were made."""
        for row, chains in self._db.execute("SELECT row, chains FROM posted ORDER BY number"):
            yield row, np.frombuffer(chains, np.uint64)


def _plain(answer: Placement) -> dict[str, object]:
    """An answer as a mapping of plain values (`asdict` copies each of them, which takes as long as the writing)."""
    return {
        name: {inner: getattr(value, inner) for inner in value.__slots__} if hasattr(value, "__slots__") else value
        for name in answer.__slots__
        for value in [getattr(answer, name)]
    }


def _placement(found: dict[str, Any]) -> Placement:
    near = {name: Near(**found[name]) if found[name] else None for name in ("nearest", "left_out")}
    follows = Follows(**found["follows"]) if found["follows"] else None
    return Placement(**{**found, **near, "follows": follows})
