"""What the documents say can be typed, opened and imported."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import firsthand
from firsthand.cli.arguments import parser

ROOT = Path(__file__).parents[1]
DOCUMENTS = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("examples/*/*.md")))
MADE = set(re.findall(r"^([a-z%-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
BLOCK = re.compile(r"```\w*\n(.*?)```", re.DOTALL)


def commands(document: Path) -> list[str]:
    """Lines of the document's code blocks, without their comments."""
    blocks = BLOCK.findall(document.read_text(encoding="utf-8"))
    return [line.partition(" #")[0].strip() for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_to_files_of_ours_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8"))
    dead = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert not dead


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_are_understood(document: Path) -> None:
    for line in commands(document):
        if re.match(r"(\.venv/bin/)?firsthand ", line):
            parser().parse_args(shlex.split(line)[1:])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_to_be_made_is_in_the_makefile(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = {
        *re.findall(r"`make ([a-z_-]+)", text),
        *(line.split()[1] for line in commands(document) if line[:5] == "make "),
    }
    assert not {name for name in named if name not in MADE and not name.startswith("bench-")}
    assert all((ROOT / "bench" / f"{name[6:]}.py").exists() for name in named if name.startswith("bench-"))


def test_every_function_at_the_front_door_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [name for name in firsthand.__all__ if f"{name}(" not in text]
