"""Case folders read back: whether what was sealed is still whole (see `report.bag`)."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from firsthand.report.addresses import safe_id
from firsthand.report.neutral import one_line


def what_is_broken(folder: str | os.PathLike[str]) -> tuple[str, ...]:
    """What is wrong with a case folder, one sentence each; nothing where it is whole.

    Any bag of BagIt is checked as the standard says: every file there that is listed, no other, each with its hash. Of
    one that Firsthand made, also that the pages named as found are those that the report was made of.
    """
    root = Path(folder)
    if not root.is_dir():
        return (f"{one_line(str(root))} is no folder",)
    links = sorted(one_line(str(path.relative_to(root))) for path in _links(root))
    if links:  # what they lead to is not in the bag, and reading it is not ours to do
        return tuple(f"{name} is a symbolic link" for name in links)
    return tuple(_broken_bag(root)) or tuple(_other_pages(root))


def _links(root: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(root, followlinks=False):
        yield from (path for name in (*folders, *names) if (path := Path(parent) / name).is_symlink())


def _broken_bag(root: Path) -> Iterator[str]:
    import bagit  # type: ignore[import-untyped,unused-ignore]

    try:
        with _silent("bagit"):
            bagit.Bag(str(root)).validate()
    except bagit.BagValidationError as error:
        details = sorted(_sentence(one) for one in error.details or ())
        yield from details or (one_line(str(error)),)
    except (bagit.BagError, OSError, ValueError, UnicodeError) as error:
        yield one_line(str(error)) or "it cannot be read"


def _sentence(detail: object) -> str:
    import bagit  # type: ignore[import-untyped,unused-ignore]

    path = one_line(str(getattr(detail, "path", "")))
    if isinstance(detail, bagit.ChecksumMismatch):
        return f"{path} was changed"
    if isinstance(detail, bagit.FileMissing):
        return f"{path} is missing"
    if isinstance(detail, bagit.UnexpectedFile):
        return f"{path} was added"
    return one_line(str(detail))


def _other_pages(root: Path) -> Iterator[str]:
    """Pages of a whole bag that are not those of its report; nothing where it is none of ours."""
    report = root / "data" / "report.json"
    if not report.is_file():
        return
    try:
        pages = json.loads(report.read_bytes())["pages"]
        hashes = {page["id"]: page["sha256"] for page in pages}
    except (ValueError, KeyError, TypeError):
        yield "data/report.json is no report"
        return
    files = {path.name.partition(".")[0]: path for path in sorted((root / "data" / "pages").glob("*.txt"))}
    for page, expected in hashes.items():
        file = files.get(safe_id(page))
        if file is None:
            yield f"{one_line(str(page))} of the report is not among the pages"
        elif ".decoded." not in file.name and hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            yield f"data/pages/{one_line(file.name)} is not the page that the report was made of"


@contextmanager
def _silent(logger: str) -> Iterator[None]:
    """A library's log kept off standard error: what it finds is in the exception, too."""
    log = logging.getLogger(logger)
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before
