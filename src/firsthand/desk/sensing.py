"""The claims of a store that are nearest in sense to a sentence, whatever their words.

The signs of all claims' vectors are held in memory, 48 bytes a claim, and brought up to the store at each question; the
nearest by them are then ranked by the vectors themselves. With half a million claims a question takes some
milliseconds, and reading them in for the first time about a second.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
from sqlalchemy import Connection, Engine

from firsthand.store import claims as kept

from .vectors import as_bytes, signs_of

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

AGAIN = 2000
"""Of the claims that came last so many are read again at each question: SQLite gives out the numbers of rows that were
deleted last once more."""
SLACK = 10_000
_LOCK = threading.Lock()


class Senses:
    """The senses of one store's claims."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers: npt.NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._signs = _words([])
        self._loaded = 0

    def nearest(self, connection: Connection, vector: Floats, most: int) -> list[int]:
        """Numbers of the claims whose signs are nearest to those of a vector, in no order."""
        with self._lock:
            self._catch_up(connection)
            numbers, signs = self._numbers, self._signs
        asked = _words([signs_of(as_bytes(vector))])
        apart = np.bitwise_count(signs ^ asked).sum(axis=1, dtype=np.uint16)
        if len(apart) > most:
            return [int(one) for one in numbers[np.argpartition(apart, most)[:most]]]
        return [int(one) for one in numbers]

    def _catch_up(self, connection: Connection) -> None:
        """Read what has come. What is gone stays until there is as much of it as there was in all: nobody finds it, as
        there is no row of its number, or another."""
        place = len(self._numbers) - AGAIN
        moved = place > 0 and kept.sense_of(connection, int(self._numbers[place])) != self._signs[place].tobytes()
        if moved or len(self._numbers) > 2 * self._loaded + SLACK:
            self._empty()
        stays = max(0, place + 1) if len(self._numbers) else 0
        found = kept.senses_after(connection, int(self._numbers[stays - 1]) if stays else 0)
        numbers, signs = np.array([number for number, _ in found], dtype=np.int64), _words([one for _, one in found])
        if np.array_equal(numbers, self._numbers[stays:]) and np.array_equal(signs, self._signs[stays:]):
            return
        self._numbers = np.concatenate([self._numbers[:stays], numbers])
        self._signs = np.concatenate([self._signs[:stays], signs])
        if not stays:
            self._loaded = len(found)

    def _empty(self) -> None:
        self._numbers = np.empty(0, dtype=np.int64)
        self._signs = _words([])
        self._loaded = 0


def senses_of(engine: Engine) -> Senses:
    """The senses of an open store, kept as long as it is open."""
    with _LOCK:
        return _OPEN.setdefault(engine, Senses())


_OPEN: WeakKeyDictionary[Engine, Senses] = WeakKeyDictionary()


def _words(rows: list[bytes]) -> npt.NDArray[np.uint64]:
    return np.frombuffer(b"".join(rows), dtype=np.uint64).reshape(len(rows), -1 if rows else 6)
