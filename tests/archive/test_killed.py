"""A run that is killed outright goes on to the same bytes, and leaves no process behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("rensa")

from bench.made_pages import made, write_warc

from firsthand.archive import Settings
from firsthand.archive.engines import Local
from firsthand.archive.run import run_archive

SMALL = Settings(part=8, slab=16, postings=1_000, bands=300)
RUN = """
import sys
from pathlib import Path
from firsthand.archive import Settings
from firsthand.archive.engines import Local
from firsthand.archive.run import run_archive

if __name__ == "__main__":
    small = Settings(part=8, slab=16, postings=1_000, bands=300)
    run_archive(Path(sys.argv[1]), Path(sys.argv[2]), Local(2), small)
"""
PATIENCE = 240.0
"""Seconds to wait for what must come; a machine that is busy takes long to load the models."""


def waits_for(what: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not (there := what()) and time.monotonic() < end:
        time.sleep(0.05)
    return there


def runs(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes as Linux shows them")
def test_a_killed_run_goes_on_to_the_same_bytes_and_leaves_no_process(tmp_path: Path) -> None:
    source, out, unbroken = tmp_path / "source.warc.gz", tmp_path / "out", tmp_path / "unbroken"
    write_warc(made(24, seed=3), source)
    script = tmp_path / "run.py"
    script.write_text(RUN)
    killed = subprocess.Popen([sys.executable, script, source, out])
    try:
        assert waits_for(lambda: killed.poll() is not None or len(list(out.glob("receipts/articles/*"))) >= 1)
        workers = children(killed.pid)
        assert killed.poll() is None
        assert len(workers) >= 2
    finally:
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
    assert waits_for(lambda: not any(runs(worker) for worker in workers))
    assert not (out / "manifest.json").exists()
    assert run_archive(source, out, Local(1), SMALL) == run_archive(source, unbroken, Local(1), SMALL)
    held = [
        {path.relative_to(one): path.read_bytes() for path in one.rglob("*") if path.is_file()}
        for one in (out, unbroken)
    ]
    assert held[0] == held[1]
