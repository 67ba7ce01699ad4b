"""A store with the project's own example in it, made once for all tests that read it."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from firsthand.desk.intake import take_paths
from firsthand.desk.working import Worker
from firsthand.store.opening import Store, open_store

from ..example import FOLDER


@cache
def filled_file() -> Path:
    """The file of a store that holds the example, read by the real stages. Not to be written to: take a copy."""
    folder = Path(tempfile.mkdtemp(prefix="firsthand-desk-"))
    file = folder / "filled.db"
    with open_store(file) as store:
        assert all(one.new for one in take_paths(store, [str(FOLDER / "pages")], "ada"))
        work(store)
    return file


def filled_copy(folder: Path) -> Store:
    """A store of one's own with the example in it: open, and free to be changed."""
    file = filled_file()
    for one in file.parent.glob(f"{file.name}*"):
        shutil.copy(one, folder / one.name)
    return open_store(folder / file.name)


def work(store: Store) -> None:
    """Do all that waits."""
    with Worker(store) as worker:
        while worker.step():
            pass
