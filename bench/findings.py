"""Findings, claims and origins over whole stories: run the report on each, then the shared scorer on all of them.

usage: findings.py [STORIES ...] [--scorer FILE] [--keep FOLDER] [--only NAME ...]

STORIES are folders of story folders, each with `story.json` beside `articles/` or `pages/`
(by default ../shared/stories and examples). Prints time and peak memory for each story, then the scorer's figures for
each folder of stories. Each story runs in a process of its own, as `firsthand report` does, so the time includes the
loading of the models.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FIRSTHAND = Path(sys.executable).with_name("firsthand")


def stories_in(folder: Path, only: list[str]) -> Iterator[tuple[str, Path]]:
    for answers in sorted(folder.glob("*/story.json")):
        story = answers.parent
        accounts = next((story / name for name in ("articles", "pages") if (story / name).is_dir()), None)
        if accounts and (not only or story.name in only):
            yield story.name, accounts


def measured_run(command: list[str], out: Path) -> tuple[int, float, float]:
    """Exit code, seconds, peak memory in MB of one child process."""
    began = time.perf_counter()
    with out.open("wb") as stdout:
        child = subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, time.perf_counter() - began, usage.ru_maxrss / 1024


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("stories", nargs="*", type=Path, default=[SHARED / "stories", ROOT / "examples"])
    arguments.add_argument("--scorer", type=Path, default=SHARED / "bench" / "score_stories.py")
    arguments.add_argument("--keep", type=Path, help="folder for the reports, to look at afterwards")
    arguments.add_argument("--only", nargs="*", default=[], help="names of stories")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        reports = given.keep or Path(scratch)
        for folder in given.stories:
            into = reports / folder.name
            into.mkdir(parents=True, exist_ok=True)
            print(f"{folder}\n{'story':24} {'pages':>5} {'seconds':>8} {'MB':>6}")
            for name, accounts in stories_in(folder, given.only):
                command = [str(FIRSTHAND), "report", str(accounts), "--format", "json", "--quiet"]
                code, seconds, memory = measured_run(command, into / f"{name}.json")
                pages = sum(1 for _ in accounts.iterdir())
                failed = f"   exit code {code}" if code else ""
                print(f"{name:24} {pages:5} {seconds:8.1f} {memory:6.0f}{failed}", flush=True)
            if given.scorer.exists():
                subprocess.run([sys.executable, str(given.scorer), str(folder), str(into)], check=True)
            else:
                print(f"no scorer at {given.scorer}", file=sys.stderr)
            print()


if __name__ == "__main__":
    main()
