"""Near-copies: shingles, signatures, families."""

from __future__ import annotations

import random
import re

import numpy as np
import pytest

from firsthand.archive.families import DAYLESS, joined, near_copies
from firsthand.archive.shingling import AT_ONCE, shingle_hashes
from firsthand.archive.signatures import BANDS, FEWEST, agreement, signatures_of

WORDS = [f"{a}{b}" for a in ("ba", "cor", "den", "ël", "fa") for b in ("mar", "nor", "ostrander", "pel", "quay")]


def text(seed: int, length: int = 300) -> str:
    rng = random.Random(seed)
    return " ".join(f"{rng.choice(WORDS)}{rng.randrange(400)}" for _ in range(length))


def families(texts: list[str], days: list[int] | None = None) -> list[int]:
    keys, sketches, usable = signatures_of(texts)
    rows = np.repeat(np.flatnonzero(usable), BANDS)
    day = np.array(days or [DAYLESS] * len(texts), dtype=np.int32)
    pairs = near_copies(keys[usable].reshape(-1), rows, sketches[rows], day[rows])
    return [int(root) for root in joined(len(texts), [pairs])]


def test_shingles_are_those_that_a_loop_over_words_finds() -> None:
    texts = [text(1), "", "Four words are few", text(2, AT_ONCE // 8), "Plain ASCII here, and only six words."]
    hashes, offsets = shingle_hashes(texts)
    for number, one in enumerate(texts):
        words = re.findall(r"[^\W_]+", one.lower())
        naive = {" ".join(words[at : at + 5]) for at in range(len(words) - 4)}
        found = hashes[offsets[number] : offsets[number + 1]]
        assert len(set(found.tolist())) == len(naive)
        assert len(found) == max(0, len(words) - 4)


def test_shingles_pass_over_marks_capitals_and_neighbours() -> None:
    plain = "the ferry left at ten with café staff on board"
    marked = "The ferry – left at “ten”, with CAFÉ staff:\non board!"
    alone, _ = shingle_hashes([plain])
    beside, offsets = shingle_hashes([text(3), marked, text(4)])
    assert beside[offsets[1] : offsets[2]].tolist() == alone.tolist()


@pytest.mark.parametrize("changed", [0, 4, 12, 40])
def test_sketches_tell_how_much_two_texts_share(changed: int) -> None:
    words = text(5, 800).split()
    other = list(words)
    for at in range(changed):
        other[at * len(words) // max(1, changed)] = "changed"
    shingles = [{tuple(one[at : at + 5]) for at in range(len(one) - 4)} for one in (words, other)]
    true = len(shingles[0] & shingles[1]) / len(shingles[0] | shingles[1])
    _, sketches, _ = signatures_of([" ".join(words), " ".join(other)])
    assert agreement(sketches[:1], sketches[1:])[0] == pytest.approx(true, abs=0.13)  # three standard deviations


def test_a_copy_with_another_headline_is_of_the_family_and_a_text_of_its_own_is_not() -> None:
    assert families([text(6), text(7), f"Another headline\n{text(6)}", text(8)]) == [0, 1, 0, 3]


def test_the_same_notice_weeks_apart_is_no_near_copy() -> None:
    assert families([text(6), text(6)], [100, 102]) == [0, 0]
    assert families([text(6), text(6)], [100, 107]) == [0, 1]
    assert families([text(6), text(6)], [100, DAYLESS]) == [0, 0]


def test_short_texts_are_nobodys_copies() -> None:
    short = " ".join(text(9).split()[: FEWEST + 3])
    assert families([short, short]) == [0, 1]


def test_what_hangs_together_has_its_smallest_for_a_name() -> None:
    rng = random.Random(10)
    edges = [(rng.randrange(200), rng.randrange(200)) for _ in range(150)]
    expected = list(range(200))
    for _ in edges:
        for left, right in edges:
            expected[left] = expected[right] = min(expected[left], expected[right])
    parts = [tuple(np.array(side) for side in zip(*edges[at : at + 40], strict=True)) for at in range(0, 150, 40)]
    assert joined(200, [(left, right) for left, right in parts]).tolist() == expected
