"""Findings and claims over 60 more sets of accounts: `make bench-unseen`.

usage: unseen.py [SHARED] [--keep FOLDER]

`unseen.jsonl` names 152 sets of accounts (ECB+, BASIL, PolNeAR train) as they lie in SHARED/bench, none of the shared
stories, and what language models, told to lay them out as the shared stories are, put into one claim; for 60 of them
(ECB+, BASIL) also what they found to differ: by file and code points of its text, no text. No person has checked them.
They hold much that only a reader sees, so the recall is low and is to be read beside the last version's. The weights of
some facets were learned from labelled pairs of these sets, and one half of the findings was read once it was scored.
The sets without `findings` are not scored here. Everything runs through `bench/findings.py`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from training.claims.pairs import texts_of

LABELLED = Path(__file__).parent / "unseen.jsonl"
SHARED = Path(__file__).resolve().parents[2] / "shared"


def laid_out(row: Mapping[str, Any], texts: Mapping[tuple[str, str], str], folder: Path) -> None:
    """One set of accounts as a story folder: its files, and the answers with the words that stand at their places."""
    (folder / "articles").mkdir(parents=True)
    for file in row["files"]:
        (folder / "articles" / f"{file}.txt").write_text(texts[row["set"], file], encoding="utf-8", newline="")

    def quoted(place: tuple[int, int, int]) -> dict[str, Any]:
        file = row["files"][place[0]]
        return {"file": f"{file}.txt", "quote": texts[row["set"], file][place[1] : place[2]]}

    claims = [
        {"id": f"c{n}", "statements": [{**quoted(place), "stance": "asserts"} for place in places]}
        for n, places in enumerate(row["claims"])
    ]
    findings = [{**one, "sides": [quoted(place) for place in one["sides"]]} for one in row["findings"]]
    answers = {"claims": claims, "findings": findings, "traps": []}
    (folder / "story.json").write_text(json.dumps(answers), encoding="utf-8")


def main() -> None:
    """Lay out the sets, run the report on each, score."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("shared", nargs="?", type=Path, default=SHARED)
    arguments.add_argument("--keep", type=Path, help="folder for the reports, to look at afterwards")
    given = arguments.parse_args()
    texts = texts_of(given.shared)
    rows = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as scratch:
        stories = Path(scratch) / "unseen"
        for row in rows:
            if "findings" in row:
                laid_out(row, texts, stories / row["story"])
        command = [sys.executable, str(Path(__file__).with_name("findings.py")), str(stories)]
        kept = ["--keep", str(given.keep)] if given.keep else []
        subprocess.run([*command, *kept], check=True)


if __name__ == "__main__":
    main()
