"""Runs that come to nothing are dropped before they are laid side by side, and nothing else is."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from firsthand.lineage import candidates, idle, pairs, passages, relations
from firsthand.lineage.pairs import pairs_of
from firsthand.lineage.passages import Shared, shared_passages
from firsthand.lineage.words import Words, read_words

from .test_passages import invented


def story(seed: int) -> Iterator[Words]:
    """Articles that copy each other's sentences with half of the words replaced, cut, quoted, or not at all."""
    chance = random.Random(seed)
    words, common = invented(300, seed), ["the", "of", "to", "said", "Bardok", "a"]
    sentences = [[chance.choice(words if chance.random() < 0.6 else common) for _ in range(chance.randint(6, 30))]
                 for _ in range(40)]  # fmt: skip
    for n in range(14):
        lines = []
        for sentence in chance.sample(sentences, 12):
            kept = chance.choice((0.4, 0.6, 0.8, 1.0))
            line = [w if chance.random() < kept else chance.choice(words) for w in sentence]
            mark = chance.choice(("", "", '"'))
            lines.append(f"{mark}{' '.join(line[: chance.randint(5, 30)])}{mark}.")
        yield read_words(f"a{n:02}", chance.choice((" ", "\n")).join(lines))


def passages_of(texts: list[Words]) -> dict[tuple[int, int], tuple[Shared, ...]]:
    """The passages of all pairs that have any, whether they come to a relation or not."""
    index = candidates.index_of(texts)
    found = {(a, b): shared_passages((texts[a], index.texts[a]), (texts[b], index.texts[b]), runs, {})
             for (a, b), runs in index.runs()}  # fmt: skip
    return {pair: shared for pair, shared in found.items() if shared}


@pytest.mark.parametrize("seed", range(24))
def test_the_passages_are_the_same_with_and_without(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = list(story(seed))
    monkeypatch.setattr(candidates, "FEW", 1)
    some = list(candidates.index_of(texts).runs())
    told = passages_of(texts)
    monkeypatch.setattr(candidates, "FEW", 10**9)
    every = list(candidates.index_of(texts).runs())
    assert told == passages_of(texts)
    assert sum(len(runs) for _, runs in some) < 0.9 * sum(len(runs) for _, runs in every)


@pytest.mark.parametrize("seed", range(24))
def test_pairs_are_the_same_without_what_is_told_at_a_glance(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = list(story(seed))
    told = pairs_of(texts, candidates.index_of(texts))
    monkeypatch.setattr(passages, "lie_apart", lambda stretches: False)
    monkeypatch.setattr(relations, "lie_apart", lambda stretches: False)
    monkeypatch.setattr(pairs, "may_relate", lambda shared: True)
    monkeypatch.setattr(passages, "_holds", lambda shared, run: False)
    assert told == pairs_of(texts, candidates.index_of(texts))
    assert told


@pytest.mark.parametrize("block", [1, 500, 2000])
def test_the_runs_are_the_same_by_blocks(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    index = candidates.index_of(list(story(3)))
    whole = list(index.runs())
    monkeypatch.setattr(candidates, "BLOCK", block)
    assert list(index.runs()) == whole


def test_what_is_dropped_is_less_than_any_passage() -> None:
    assert (idle.LEAST_WORDS, idle.LEAST_QUOTED) == (passages.LEAST_WORDS, passages.LEAST_QUOTED)
    assert idle.LEAST_WORDS <= passages.AGAIN
