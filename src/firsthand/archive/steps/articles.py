"""Parts of pages to parts of articles, with what tells near-copies."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa

from firsthand.archive.families import DAYLESS
from firsthand.archive.parts import Receipt, read_part, write_part, write_receipt
from firsthand.archive.rows import Kept, article_table, day_number, failure_table, pages_in
from firsthand.archive.signatures import BANDS, SKETCH, signatures_of
from firsthand.articles import NoArticle, read_page
from firsthand.model import Article, Failure, Page
from firsthand.stories.days import published_day

LONGEST = 100_000
"""Code points of an article that tell its near-copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesJob:
    """One part of pages."""

    name: str
    size: int
    root: Path
    pages: str


def write_articles(job: ArticlesJob) -> Receipt:
    """Every article of every page, or why there is none."""
    kept: list[Kept] = []
    failures: list[Failure] = []
    for page in pages_in(read_part(job.root, job.pages)):
        try:
            kept.extend(_kept(article, page) for article in read_page(page))
        except NoArticle as none:
            failures.append(Failure(stage="articles", subject=page.path, reason=str(none)))
    written = [
        write_part(job.root, f"{job.name}.parquet", article_table(kept)),
        write_part(job.root, f"signatures/{job.name}.parquet", _signatures(kept)),
        write_part(job.root, f"failures/{job.name}.parquet", failure_table(failures)),
    ]
    days = Counter("" if one.day is None else str(day_number(one.day)) for one in kept)
    return write_receipt(job.root, job.name, written, {"articles": len(kept), "days": dict(days)})


def _kept(article: Article, page: Page) -> Kept:
    around = (line for f in article.furniture for line in page.text[f.page_start : f.page_end].splitlines())
    return Kept(
        article=article,
        day=published_day(article) or _fetched(page),
        around="\n".join(line for line in around if line.strip()).encode("utf-8", "replace").decode(),
        page_url=page.url,
        sha256=page.sha256,
        media_type=page.media_type,
    )


def _fetched(page: Page) -> date | None:
    try:
        return date.fromisoformat((page.fetched or "")[:10])
    except ValueError:
        return None


def _signatures(kept: list[Kept]) -> pa.Table:
    """A row an article: its band keys and sketch, empty where it is too short to be a near-copy, and its day."""
    keys, sketches, usable = signatures_of([one.article.text[:LONGEST] for one in kept])
    days = [day_number(one.day) for one in kept]
    columns = {
        "keys": pa.array(_rows(keys.astype("<u8"), usable), pa.binary(BANDS * 8)),
        "sketch": pa.array(_rows(sketches, usable), pa.binary(SKETCH)),
        "day": pa.array([DAYLESS if day is None else day for day in days], pa.int32()),
    }
    return pa.table(columns)


def _rows(matrix: np.ndarray[tuple[int, int], np.dtype[np.uint64 | np.uint8]], usable: object) -> list[bytes | None]:
    return [row.tobytes() if use else None for row, use in zip(matrix, np.asarray(usable), strict=True)]
