"""A cluster that runs already, at an address: `--engine ray://HOST:PORT`."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("rensa")
pytest.importorskip("ray")

from bench.made_pages import made, write_warc

from firsthand.archive import Settings
from firsthand.archive.engines import Local, engine_of
from firsthand.archive.engines.ray import BEGINNINGS
from firsthand.archive.run import run_archive

SMALL = Settings(part=8, slab=16, postings=1_000, bands=300)
PATIENCE = 90.0


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def head_of_a_cluster(port: int, folder: str) -> subprocess.Popen[bytes]:
    """The head, once it takes clients at this port; what it says stands in `head.log`."""
    root = Path(__file__).parents[2]
    given = {
        "port": free_port(), "ray-client-server-port": port, "num-cpus": 2, "include-dashboard": "false",
        "temp-dir": folder, "min-worker-port": 0, "max-worker-port": 0, "dashboard-agent-listen-port": free_port(),
    }  # fmt: skip
    command = [sys.executable, "-m", "ray.scripts.scripts", "start", "--head", "--block", "--disable-usage-stats"]
    with Path(folder, "head.log").open("wb") as log:
        head = subprocess.Popen(
            [*command, *(f"--{name}={value}" for name, value in given.items())],
            env=os.environ | {"PYTHONPATH": f"{root / 'src'}:{root}"},
            stdout=log,
            stderr=log,
        )
    end = time.monotonic() + PATIENCE
    while head.poll() is None and not answers(port) and time.monotonic() < end:
        time.sleep(0.2)
    return head


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a cluster of two processors, whose processes know the project. On a machine that has much else to
    do Ray may need several beginnings."""
    # Where a token of Ray's lies in the home folder, the head asks for it and a client in this process has none.
    monkeypatch.setenv("RAY_AUTH_MODE", "disabled")
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="ray", dir="/tmp") as folder:  # a longer name is too long for its sockets
        heads = [head_of_a_cluster(port, folder)]
        while heads[-1].poll() is not None:
            assert len(heads) < BEGINNINGS, Path(folder, "head.log").read_text()
            heads.append(head_of_a_cluster(port, folder))
        try:
            yield f"ray://127.0.0.1:{port}"
        finally:
            heads[-1].send_signal(signal.SIGTERM)
            try:
                heads[-1].wait(60)
            except subprocess.TimeoutExpired:
                heads[-1].kill()


def tree(out: Path) -> dict[str, str]:
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_cluster_at_an_address_writes_the_same_bytes(cluster: str, tmp_path: Path) -> None:
    source = tmp_path / "source.warc.gz"
    write_warc(made(24, seed=3), source)
    outcome = run_archive(source, tmp_path / "here", Local(1), SMALL)
    assert run_archive(source, tmp_path / "there", engine_of(cluster, 2), SMALL) == outcome
    assert outcome.articles == 24
    assert tree(tmp_path / "there") == tree(tmp_path / "here")
