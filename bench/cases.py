"""The project's own labelled cases: two accounts of one event each, and what an editor would say of them.

    python bench/cases.py [--misses]

A case is right when every finding of the run is of the kind that the editor would give, and there is one if he would
give any. `found` is the share of differences found with their kind, `quiet` the share of pairs without a difference
on which nothing is said, `precision` the share of findings that are of the right kind.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from firsthand.model import Article, Event, Precision, Published, Story
from firsthand.pipeline import report_story
from firsthand.statements import statements_of

CASES = Path(__file__).with_suffix(".txt")
ALSO = {("date", "time"), ("time", "date"), ("status", "dispute"), ("dispute", "status"), ("quote", "number")}
"""A second kind that is as right: a denial in other words is a status or a dispute."""


@dataclass(frozen=True, slots=True)
class Case:
    """Two accounts, the kind of their difference or "none", and what the case is about."""

    kind: str
    note: str
    accounts: tuple[str, str]


def cases() -> Iterator[Case]:
    """All cases in the order of their file."""
    for block in CASES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            head, first, second = lines
            kind, _, note = head.partition("|")
            yield Case(kind.strip(), note.strip(), (first, second))


def digest() -> str:
    """SHA-256 of the cases: floors hold for the cases they were set on."""
    return hashlib.sha256(CASES.read_bytes()).hexdigest()


def found_kinds(case: Case) -> list[str]:
    """The kinds of the findings that a run over the two accounts gives."""
    articles = {}
    for key, text in zip("ab", case.accounts, strict=True):
        article = _article(key, text)
        articles[article.id] = article
    said = {key: statements_of(article) for key, article in articles.items()}
    story = Story(id="story", title="", articles=tuple(articles), event=Event(date=None, place=None))
    pages = {article.page: article.text for article in articles.values()}
    return [str(finding.kind) for finding in report_story(story, articles, said, pages).findings]


def _article(key: str, text: str) -> Article:
    return Article(
        id=key, page=f"page-{key}", path=f"{key}.txt", title=None, text=text, publisher=f"Paper {key.upper()}",
        byline=None, language="en", dateline=None, credits=(), page_spans=(),
        published=Published(value="2031-06-12", precision=Precision.DAY, basis="meta"),
    )  # fmt: skip


def measure() -> tuple[dict[str, float], list[tuple[Case, list[str]]]]:
    """The figures, and the cases that went wrong."""
    counts: Counter[str] = Counter()
    wrong = []
    for case in cases():
        kinds = found_kinds(case)
        fitting = [kind for kind in kinds if kind == case.kind or (case.kind, kind) in ALSO]
        counts["findings"] += len(kinds)
        counts["fitting"] += len(fitting)
        counts["none" if case.kind == "none" else "some"] += 1
        counts["found"] += case.kind != "none" and bool(fitting)
        counts["quiet"] += case.kind == "none" and not kinds
        if len(fitting) != len(kinds) or (case.kind != "none" and not fitting):
            wrong.append((case, kinds))
    figures = {
        "found": counts["found"] / counts["some"],
        "quiet": counts["quiet"] / counts["none"],
        "precision": counts["fitting"] / max(1, counts["findings"]),
    }
    return figures, wrong


def main() -> None:
    """Print the figures, and with --misses what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    figures, wrong = measure()
    print(f"{len(list(cases()))} cases, SHA-256 {digest()}")
    for name, value in figures.items():
        print(f"{name:10} {value:.3f}")
    if given.misses:
        for case, kinds in wrong:
            print(f"{case.kind} ({case.note}): found {', '.join(kinds) or 'nothing'}")
            for account in case.accounts:
                print(f"    {account}")


if __name__ == "__main__":
    main()
