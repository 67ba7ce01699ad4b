"""The same pages give the same bytes: again, with the paths in another order, in a process with another hash seed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import firsthand
from firsthand.report import as_json

from .example import PAGES

COMMAND = (
    "import sys, firsthand\n"
    "from firsthand.report import as_json\n"
    "sys.stdout.buffer.write(as_json(firsthand.report(sys.argv[1:])).encode('utf-8'))"
)


def test_the_same_pages_twice_give_the_same_bytes(example_json: str) -> None:
    assert as_json(firsthand.report(PAGES)) == example_json


def test_the_order_of_the_paths_does_not_matter(example_json: str) -> None:
    assert as_json(firsthand.report((*PAGES[3:], *reversed(PAGES[:3])))) == example_json


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_process_with_another_hash_seed_gives_the_same_bytes(example_json: str, seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *reversed(PAGES)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2000:]
    assert done.stdout.decode("utf-8") == example_json
