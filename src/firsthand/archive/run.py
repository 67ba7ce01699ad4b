"""The run over an archive: its steps in order, and what is known once it is done.

No step looks at all pairs of anything. What one task holds in memory is one part, one partition or two slabs; the two
tasks that see every article (`families`, `components`) hold some tens of bytes for each.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import rmtree
from typing import TypeVar

from firsthand.model import Failure
from firsthand.pages import Found, list_files

from . import jobs
from .engines import Engine
from .estimate import Progress
from .folder import SCHEMA, begin, had
from .parts import Receipt, read_receipt, write_part, write_receipt, write_whole
from .rows import failure_table
from .settings import Settings
from .steps.articles import write_articles
from .steps.candidates import write_candidates
from .steps.components import write_components
from .steps.copies import write_bands, write_copies, write_families
from .steps.features import write_features
from .steps.pages import write_pages
from .steps.pairs import write_pairs
from .steps.stories import write_stories

AnyJob = TypeVar("AnyJob", bound=jobs.Job)
Told = Callable[[Progress], None]
"""Called at the beginning of every step and whenever a task is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run made."""

    pages: int
    articles: int
    copies: int
    stories: int
    several: int
    """Stories of two articles or more."""
    failures: int


def run_archive(
    source: Path, out: Path, engine: Engine, settings: Settings | None = None, told: Told | None = None
) -> Outcome:
    """Read every page under `source` and write articles, stories and placements to `out`, as Parquet.

    A run that was stopped goes on where it was, if it is given the same.

    Raises:
        ArchiveError: `out` holds something else, or the workers of one task died time after time.
    """
    found = list(list_files([source]))
    files = [one for one in found if isinstance(one, Found)]
    root, chosen = out.resolve(), settings or Settings()
    begin(root, source, files, chosen)
    write_part(root, "failures/files.parquet", failure_table([one for one in found if isinstance(one, Failure)]))
    with engine:
        return _Run(root, engine, chosen, told or _silent).all(files)


class _Run:
    """One run: its folder, and the steps one after another."""

    def __init__(self, root: Path, engine: Engine, settings: Settings, told: Told) -> None:
        self.root, self.engine, self.settings, self.told = root, engine, settings, told
        self.articles = 0
        self.characters: float | None = None
        self.distinct: float | None = None

    def all(self, files: Sequence[Found]) -> Outcome:
        """Every step."""
        receipts = self._articles(files)
        held = jobs.had_of(self.root, self.settings, receipts)
        self.articles = held.articles
        bands = self._step("bands", write_bands, jobs.band_jobs(held))
        self._step("copies", write_copies, jobs.copy_jobs(held, len(bands)))
        (families,) = self._step("families", write_families, [jobs.family_job(held)])
        self.distinct = 1 - families.notes["copies"] / max(1, held.articles)
        self._step("features", write_features, jobs.feature_jobs(held, families))
        self._step("candidates", write_candidates, jobs.candidate_jobs(held))
        self._step("pairs", write_pairs, jobs.pair_jobs(held))
        (components,) = self._step("components", write_components, [jobs.component_job(held)])
        stories = self._step("stories", write_stories, jobs.story_jobs(held, components, families))
        return self._end(receipts, families, stories)

    def _articles(self, files: Sequence[Found]) -> list[Receipt]:
        """Pages to articles; the pages' parts are then used up."""
        done = read_receipt(self.root, "steps/articles")
        if done is None:
            pages = self._step("pages", write_pages, jobs.page_jobs(self.root, files, self.settings))
            parts = [part for receipt in pages for part in receipt.parts if part.path.startswith("pages/")]
            self.articles = sum(part.rows for part in parts)
            self.characters = sum(receipt.notes["characters"] for receipt in pages) / max(1, self.articles)
            made = self._step("articles", write_articles, jobs.article_jobs(self.root, parts))
        else:
            made = [had(self.root, task) for task in done.notes["tasks"]]
        rmtree(self.root / "pages", ignore_errors=True)
        return made

    def _step(self, name: str, task: Callable[[AnyJob], Receipt], given: Iterable[AnyJob]) -> list[Receipt]:
        """The receipts of all jobs in order; what is done already is not done again."""
        todo = list(given)
        found = [read_receipt(self.root, job.name) for job in todo]
        whole = sum(job.size for job in todo)
        done = sum(job.size for job, receipt in zip(todo, found, strict=True) if receipt)
        missing = [number for number, receipt in enumerate(found) if receipt is None]
        self._tell(name, done, whole)
        for at, receipt in self.engine.each(task, [todo[number] for number in missing]):
            found[missing[at]] = receipt
            done += todo[missing[at]].size
            self._tell(name, done, whole)
        write_receipt(self.root, f"steps/{name}", (), {"tasks": [job.name for job in todo]})
        return [receipt for receipt in found if receipt is not None]

    def _tell(self, step: str, done: int, whole: int) -> None:
        self.told(
            Progress(
                step=step,
                done=done,
                whole=whole,
                articles=self.articles,
                characters=self.characters,
                distinct=self.distinct,
            )
        )

    def _end(self, articles: Sequence[Receipt], families: Receipt, stories: Sequence[Receipt]) -> Outcome:
        """The list of what was made, with hashes, and its sum."""
        tasks = had(self.root, "steps/pages").notes["tasks"]
        pages = [had(self.root, task, used_up=True) for task in tasks]
        failed = [part for receipt in (*pages, *articles) for part in receipt.parts if part.path[:9] == "failures/"]
        parts = [receipt.parts[0] for receipt in articles] + [part for one in stories for part in one.parts] + failed
        outcome = Outcome(
            pages=sum(receipt.notes["pages"] for receipt in pages),
            articles=self.articles,
            copies=families.notes["copies"],
            stories=sum(receipt.notes["stories"] for receipt in stories),
            several=sum(receipt.notes["several"] for receipt in stories),
            failures=sum(part.rows for part in failed),
        )
        whole = {"schema": SCHEMA, **asdict(outcome), "parts": [asdict(part) for part in parts if part.rows]}
        write_whole(self.root / "manifest.json", (json.dumps(whole, indent=1) + "\n").encode())
        return outcome


def _silent(at: Progress) -> None:
    """No one is watching."""
