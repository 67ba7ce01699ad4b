from __future__ import annotations

import random
from pathlib import Path

import pytest

from firsthand.store.opening import open_store

from ..databases import KINDS, new_store
from .killing import run_to_the_end, run_with_kills
from .made import made_pages
from .whole import whole


@pytest.mark.parametrize("kind", KINDS)
def test_a_worker_that_is_killed_again_and_again_tells_what_an_undisturbed_one_tells(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    made_pages(folder, 14)
    (tmp_path / "other").mkdir()
    calm, killed = new_store("sqlite", tmp_path), new_store(kind, tmp_path / "other")
    place = str(killed.path) if killed.is_sqlite else killed.url
    seconds = run_to_the_end(str(calm.path), tmp_path / "calm.stream", folder, "light")
    done = run_with_kills(
        place, tmp_path / "killed.stream", folder, "light", most=5, longest=0.7 * seconds, draw=random.Random(3)
    )
    assert done.kills > 1
    with open_store(place) as again:
        found = whole(again)
        assert found == whole(calm)
    assert set(found["told"].values()) == {1}
    assert {row["state"] for row in found["pages"]} == {"done", "failed"}
    assert not found["dirty"]
    calm.close()
    killed.close()
