"""What is kept of what was worked out."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.text.keeping import Kept


def test_only_what_is_missing_is_made_each_once_and_all_at_once() -> None:
    asked: list[Sequence[str]] = []

    def make(keys: Sequence[str]) -> list[int]:
        asked.append(keys)
        return [len(key) for key in keys]

    kept: Kept[str, int] = Kept(10)
    assert kept.all_of(["oak", "elm", "oak", "rowan"], make) == [3, 3, 3, 5]
    assert kept.all_of(["rowan", "birch"], make) == [5, 5]
    assert kept.all_of(["elm", "oak"], make) == [3, 3]
    assert asked == [["oak", "elm", "rowan"], ["birch"]]


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    made: list[str] = []

    def make(keys: Sequence[str]) -> Sequence[str]:
        made.extend(keys)
        return keys

    kept: Kept[str, str] = Kept(2)
    for key in ("oak", "elm", "oak", "rowan", "oak", "elm"):
        assert kept.all_of([key], make) == [key]
    assert made == ["oak", "elm", "rowan", "elm"]


def test_more_than_can_be_kept_is_still_answered() -> None:
    kept: Kept[int, int] = Kept(2)
    assert kept.all_of(range(5), lambda keys: [-key for key in keys]) == [0, -1, -2, -3, -4]
