from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from firsthand.desk.serving import Desk
from firsthand.store.opening import open_store

from ..pages.fetching.serving import policy


def test_a_process_that_died_is_begun_again_and_one_that_is_told_to_end_ends(tmp_path: Path) -> None:
    place = str(tmp_path / "store.db")
    open_store(place).close()
    with Desk(place, None, policy()) as desk:
        first = desk.process.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        ends = time.monotonic() + 120
        while desk.process.pid == first and time.monotonic() < ends:
            time.sleep(0.1)
        assert desk.process.pid != first
        assert desk.process.is_alive()
    assert not desk.process.is_alive()
