"""Passages: what is found whatever was edited, and where they begin and end."""

from __future__ import annotations

import random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from firsthand.lineage.candidates import index_of
from firsthand.lineage.pairs import pairs_of
from firsthand.lineage.words import read_words

SYLLABLES = ("bar", "dok", "fim", "gul", "hap", "jor", "kep", "lun", "mav", "nid", "pov", "rus")
STATED = 12
"""Words from which on no stretch is lost of which four fifths are kept, no more than `IN_A_ROW` changed together."""
IN_A_ROW = 3


def invented(count: int, seed: int) -> list[str]:
    """So many different words that no language has."""
    chance = random.Random(seed)
    words: dict[str, None] = {}
    while len(words) < count:
        words["".join(chance.choice(SYLLABLES) for _ in range(3)) + "o"] = None
    return list(words)


def passages(a: str, b: str) -> list[tuple[str, str]]:
    """The words of each passage on both sides."""
    texts = [read_words("a", a), read_words("b", b)]
    found = []
    for pair in pairs_of(texts, index_of(texts)):
        for p in pair.passages:
            low, high = p.stretch_b
            here = a[texts[0].starts[p.pairs[0][0]] : texts[0].ends[p.pairs[-1][0]]]
            found.append((here, b[texts[1].starts[low] : texts[1].ends[high]]))
    return found


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_stretch_of_twelve_words_is_lost_of_which_four_fifths_are_kept(data: st.DataObject) -> None:
    length = data.draw(st.integers(STATED, 40))
    edited = data.draw(st.sets(st.integers(1, length - 2), max_size=length // 5))
    assume(not any(set(range(first, first + IN_A_ROW + 1)) <= edited for first in edited))
    how = [data.draw(st.sampled_from(("replaced", "dropped", "added"))) for _ in sorted(edited)]
    words = invented(length + 90, seed=length)
    stretch, rest = words[:length], words[length:]
    copy: list[str] = []
    edits = dict(zip(sorted(edited), how, strict=True))
    for number, word in enumerate(stretch):
        edit = edits.get(number)
        copy += [] if edit in ("replaced", "dropped") else [word]
        copy += [rest.pop()] if edit in ("replaced", "added") else []
    a = " ".join([*rest[:20], *stretch, *rest[20:40]])
    b = " ".join([*rest[40:55], *copy, *rest[55:70]])
    found = passages(a, b)
    kept = {word for word in stretch if word in copy}
    told = {w for here, there in found for w in here.split() if w in there.split()}
    assert len(kept & told) >= 0.8 * len(kept)


def test_a_story_without_articles_has_no_passages() -> None:
    assert list(index_of([]).runs()) == []
    assert passages("", "a few words of no consequence at all") == []


def test_clauses_that_changed_places_are_one_passage() -> None:
    a = "The keeper of the lighthouse rang the bell for an hour, although the fog had lifted before dawn."
    b = "Although the fog had lifted before dawn, the keeper of the lighthouse rang the bell for an hour."
    ((here, there),) = passages(a, b)
    assert len(here.split()) == len(there.split()) == 18


def test_numbers_and_tenses_written_otherwise_are_the_same_words() -> None:
    a = "The orchard says it will sell 12 old presses and 1,400 barrels before the harvest begins."
    b = "The orchard said it would sell twelve old presses and 1400 barrels before the harvest began."
    ((here, there),) = passages(a, b)
    assert here.split()[1:] == a.rstrip(".").split()[1:]
    assert there.endswith("harvest began")


def test_what_one_article_has_twice_is_found_twice() -> None:
    post = "nobody at the brewery will lose a single hour of pay while the cellar stands under water"
    found = passages(f"She wrote: {post}.", f"{post}. The mayor repeated it at noon in the crowded hall: {post}.")
    assert len(found) == 2


def test_a_passage_does_not_end_in_a_lone_function_word() -> None:
    shared = "forty barrels of plum brandy rolled down the hill into the schoolyard"
    (found,) = passages(f"We saw the {shared} at noon, the bells rang.", f"On the day {shared} while others the slept.")
    assert found == (shared, shared)
