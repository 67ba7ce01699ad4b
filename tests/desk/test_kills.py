from __future__ import annotations

import random
from pathlib import Path

import pytest

from firsthand.store.opening import open_store

from ..databases import KINDS, new_place
from .killing import Task, run_to_the_end, run_with_kills
from .light import light_stages
from .made import made_pages
from .whole import whole

KILLS = 6


@pytest.mark.parametrize("kind", KINDS)
def test_a_worker_that_is_killed_again_and_again_tells_what_an_undisturbed_one_tells(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    made_pages(folder, 14)
    calm = Task(str(tmp_path / "calm.db"), tmp_path / "calm.stream", folder, light_stages())
    took = run_to_the_end(calm)
    killed = Task(new_place(kind, tmp_path), tmp_path / "killed.stream", folder, light_stages())
    assert run_with_kills(killed, most=KILLS, longest=took / 4, draw=random.Random(3)) > 0
    with open_store(killed.place) as again, open_store(calm.place) as other:
        found = whole(again)
        assert found == whole(other)
    assert set(found["told"].values()) == {1}
    assert {row["state"] for row in found["pages"]} == {"done", "failed"}
    assert not found["dirty"]
