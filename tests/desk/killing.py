"""Kill a process that works on a store, at moments drawn from a seed, until it has been killed so often."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Killed:
    """How often the process was killed before it came to its end, and the seconds that all of it took."""

    kills: int
    seconds: float


def run_to_the_end(place: str, stream: Path, folder: Path, kind: str) -> float:
    """Let the process end by itself; the seconds from its beginning to work to its end."""
    with _started(place, stream, folder, kind) as process:
        _wait_for_work(process)
        began = time.monotonic()
        assert process.wait(timeout=900) == 0
        return time.monotonic() - began


def run_with_kills(
    place: str, stream: Path, folder: Path, kind: str, *, most: int, longest: float, draw: random.Random
) -> Killed:
    """Kill the process up to `most` times, each up to `longest` seconds after it has begun to work, then let it end."""
    kills, began = 0, time.monotonic()
    while kills < most:
        with _started(place, stream, folder, kind) as process:
            _wait_for_work(process)
            try:
                assert process.wait(timeout=draw.random() * longest) == 0
                return Killed(kills, time.monotonic() - began)  # it was quicker than its death
            except subprocess.TimeoutExpired:
                process.kill()
                kills += 1
    run_to_the_end(place, stream, folder, kind)
    return Killed(kills, time.monotonic() - began)


def _started(place: str, stream: Path, folder: Path, kind: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.desk.being_killed", place, str(stream), str(folder), kind]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _wait_for_work(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
