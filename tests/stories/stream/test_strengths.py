"""The arithmetic on arrays is that of `similarity`, and postings are bounded."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from firsthand.stories.similarity import strength
from firsthand.stories.stream.index import LONGEST, KeyIndex, chains_to_post, chains_to_walk, key_hashes
from firsthand.stories.stream.packing import as_bytes, from_bytes, pack
from firsthand.stories.stream.recalling import recall
from firsthand.stories.stream.strengths import strengths

from .build import account, random_account

ACCOUNTS = [random_account(np.random.default_rng(seed), str(seed)) for seed in range(30)] + [account("empty")]


def test_strengths_of_one_beside_many_are_those_of_the_pairs() -> None:
    packed = [from_bytes(as_bytes(pack(one))) for one in ACCOUNTS]
    for one in ACCOUNTS[::6]:
        found = strengths(pack(one), packed)
        assert found == pytest.approx([strength(one, other) for other in ACCOUNTS], abs=0.01)


def test_what_is_recalled_of_an_article_counts_as_the_article_itself() -> None:
    for one, other in pairwise(ACCOUNTS):
        assert strength(one, recall(one, other.article, pack(other))) == pytest.approx(strength(one, other), abs=0.01)


KEYS = key_hashes(["n:harbour", "w:blaze"])
RARE = np.array([True, False])


def rows_found(index: KeyIndex, day: int) -> set[int]:
    chains, _ = chains_to_walk(KEYS, RARE, day)
    return set(index.walk(chains)[0].tolist())


def test_a_look_up_reads_no_more_of_a_key_than_its_newest() -> None:
    index = KeyIndex()
    for row in range(10 * LONGEST):
        index.post(row, chains_to_post(KEYS, RARE, 738_000))
    assert rows_found(index, 738_000) == set(range(9 * LONGEST, 10 * LONGEST))


def test_common_keys_are_found_in_their_weeks_and_rare_ones_at_any_time() -> None:
    index = KeyIndex()
    index.post(1, chains_to_post(KEYS[1:], RARE[1:], 738_000))
    assert rows_found(index, 738_005) == {1}
    assert rows_found(index, 738_300) == set()
    index.post(2, chains_to_post(KEYS, RARE, 738_000))
    assert rows_found(index, 738_300) == {2}
