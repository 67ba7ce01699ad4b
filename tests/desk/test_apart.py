"""What needs a model, in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from firsthand.desk.apart import Apart, Here
from firsthand.desk.checking import check_text
from firsthand.desk.errors import Refused
from firsthand.store.opening import Store


def process_of(store: Store) -> int:
    """The number of the process that has this store open."""
    return os.getpid()


def die(store: Store) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_work_is_done_in_another_process_with_the_store_that_was_named(own: Store) -> None:
    with Apart(str(own.path)) as apart:
        first = apart(process_of)
        assert first != os.getpid()
        assert apart(process_of) == first
        found = apart(check_text, "The radar alarm on the pier had been switched off.")
        with pytest.raises(Refused, match="nothing to check"):
            apart(check_text, "  ")
    assert found == Here(own)(check_text, "The radar alarm on the pier had been switched off.")
    assert found.matches


def test_another_process_is_asked_where_one_has_died(own: Store) -> None:
    with Apart(str(own.path)) as apart:
        first = apart(process_of)
        os.kill(first, signal.SIGKILL)
        assert apart(process_of) not in (first, os.getpid())
        with pytest.raises(Exception, match="terminated abruptly"):
            apart(die)
        assert apart(process_of) != first


_SERVER = """
import sys, time
from firsthand.desk.apart import Apart
from tests.desk.test_apart import process_of
if __name__ == "__main__":
    apart = Apart(sys.argv[1])
    print(apart(process_of), flush=True)
    time.sleep(60)
"""


def test_the_process_ends_when_the_one_that_began_it_is_killed(own: Store, tmp_path: Path) -> None:
    script = tmp_path / "server.py"
    script.write_text(_SERVER)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, str(script), str(own.path)], stdout=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stdout is not None
        apart = int(server.stdout.readline())
        server.kill()
    for _ in range(200):
        try:
            os.kill(apart, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{apart}/stat").exists() and Path(f"/proc/{apart}/stat").read_text().split()[2] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("it is still there")
