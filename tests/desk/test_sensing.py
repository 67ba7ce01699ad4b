from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import delete, insert

from firsthand.desk import sensing
from firsthand.desk.sensing import Senses
from firsthand.desk.vectors import as_bytes, signs_of
from firsthand.store.opening import Store
from firsthand.store.tables import CLAIMS

from ..databases import KINDS, new_store

RANDOM = np.random.default_rng(3)


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with new_store(request.param, tmp_path) as made:
        yield made


def vectors(count: int) -> np.ndarray:
    drawn = RANDOM.standard_normal((count, 384)).astype(np.float32)
    unit: np.ndarray = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return unit


def add(store: Store, first: int, made: np.ndarray) -> None:
    rows = [
        {"number": number, "id": f"c{number}-{made[0][0]}", "story": "s", "text": "", "why": "", "vector": data,
         "sense": signs_of(data)}
        for number, data in enumerate(map(as_bytes, made), start=first)
    ]  # fmt: skip
    with store.write() as connection:
        connection.execute(insert(CLAIMS), rows)


def nearest(senses: Senses, store: Store, vector: np.ndarray, most: int = 5) -> list[int]:
    with store.read() as connection:
        return senses.nearest(connection, vector, most)


def test_the_claims_nearest_in_sense_are_among_those_found(store: Store) -> None:
    made = vectors(3000)
    add(store, 1, made)
    senses = Senses()
    for number in (1, 1500, 3000):
        near = made[number - 1] + 0.5 * vectors(1)[0]
        found = nearest(senses, store, near / np.linalg.norm(near))
        assert number in found
        assert len(found) == 5


def test_what_comes_later_is_found_also_under_a_number_given_out_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sensing, "AGAIN", 20)
    first = vectors(100)
    add(store, 1, first)
    senses = Senses()
    assert 100 in nearest(senses, store, first[99])
    later = vectors(10)
    add(store, 101, later)
    assert 110 in nearest(senses, store, later[9])
    for gone in (105, 50):  # within what is read again, and beyond it
        with store.write() as connection:
            connection.execute(delete(CLAIMS).where(CLAIMS.c.number >= gone))
        again = vectors(15)
        add(store, gone, again)
        assert gone in nearest(senses, store, again[0])
        assert gone + 14 in nearest(senses, store, again[14])


def test_an_empty_store_has_nothing_near(store: Store) -> None:
    assert nearest(Senses(), store, vectors(1)[0]) == []
