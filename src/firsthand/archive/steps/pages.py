"""Files to parts of pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from firsthand.archive.parts import Part, Receipt, write_part, write_receipt
from firsthand.archive.rows import failure_table, page_table
from firsthand.archive.settings import Settings
from firsthand.model import Failure, Page
from firsthand.pages import Found, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesJob:
    """Files that are read together."""

    name: str
    size: int
    """In bytes."""
    root: Path
    files: tuple[Found, ...]
    settings: Settings


def write_pages(job: PagesJob) -> Receipt:
    """Read the files; so many pages at a time are in memory."""
    parts: list[Part] = []
    failures: list[Failure] = []
    characters = 0
    for pages in _runs(job, failures):
        characters += sum(len(page.text) for page in pages)
        parts.append(write_part(job.root, f"{job.name}-{len(parts):05}.parquet", page_table(pages)))
    failed = write_part(job.root, f"failures/{job.name}.parquet", failure_table(failures))
    notes = {"pages": sum(part.rows for part in parts), "characters": characters}
    return write_receipt(job.root, job.name, [*parts, failed], notes)


def _runs(job: PagesJob, failures: list[Failure]) -> Iterator[list[Page]]:
    """Pages of one part after the other."""
    run: list[Page] = []
    size = 0
    for found in job.files:
        for one in read_file(found):
            if isinstance(one, Failure):
                failures.append(one)
                continue
            run.append(one)
            size += len(one.text)
            if len(run) >= job.settings.part or size >= job.settings.part_text:
                yield run
                run, size = [], 0
    if run:
        yield run
