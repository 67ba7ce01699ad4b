"""The collector of cycles rests while tables are loaded."""

from __future__ import annotations

import gc

import pytest

from firsthand.text.loading import uncollected


def test_the_collector_rests_inside_and_runs_again_after_it_even_after_an_error() -> None:
    with pytest.raises(OSError, match="gone"), uncollected():
        assert not gc.isenabled()
        raise OSError("gone")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_loaded_is_not_looked_at_again() -> None:
    before = gc.get_freeze_count()
    with uncollected():
        kept: list[list[int]] = [[n] for n in range(1000)]
    assert gc.get_freeze_count() - before >= len(kept)
