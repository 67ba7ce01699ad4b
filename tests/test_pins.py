"""What is installed is what the lock files name, by version and by hash.

Whether a pinned version has a known hole is asked of an advisory service (`pip-audit`), which needs a network; what can
be held offline is that nothing comes in that was not pinned.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = ("requirements.txt", "requirements-dev.txt")
PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;\\]+)(?:\s*;\s*([^\\]+?))?\s*\\?$")


def entries(name: str) -> list[list[str]]:
    """The entries of a lock file, each with the lines that belong to it."""
    found: list[list[str]] = []
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace():
            found[-1].append(line.strip())
        else:
            found.append([line])
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_has_one_version_and_its_hashes(name: str) -> None:
    assert len(entries(name)) > 30
    for first, *rest in entries(name):
        assert PIN.match(first), first
        assert rest and all(re.match(r"--hash=sha256:[0-9a-f]{64}\b", line) for line in rest), first


@pytest.mark.parametrize("name", FILES)
def test_nothing_comes_from_anywhere_but_the_index(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|^-(?!-hash)|^--(?!hash)|git\+|file:", text, re.MULTILINE)


@pytest.mark.parametrize("name", FILES)
def test_what_is_installed_is_what_is_pinned(name: str) -> None:
    """Packages for other platforms are not installed, and say so by a marker."""
    other, seen = [], 0
    for first, *_ in entries(name):
        package, pinned, marker = PIN.match(first).groups()  # type: ignore[union-attr]
        try:
            installed = version(package)
        except PackageNotFoundError:
            if not marker:
                other.append(f"{package} is not installed")
            continue
        seen += 1
        if installed != pinned:
            other.append(f"{package} {installed}, pinned {pinned}")
    assert not other
    assert seen > 30
