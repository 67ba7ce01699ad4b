"""The house rules of docs/architecture.md, read from the source itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "firsthand"
STAGES = ("pages", "articles", "stories", "lineage", "statements", "claims", "findings")
FACES = ("cli", "api", "web")
# What each part may import of ours, besides itself. Anything not named here is a face or the package's own front door.
MAY_IMPORT = {
    "model": set[str](),
    "text": {"model"},
    **{stage: {"text", "model"} for stage in STAGES},
    "report": {"model", "text"},
    "store": {"model", "text", "report"},
    "pooling": set[str](),
    "archive": {*STAGES, "text", "model"},
    "pipeline": {*STAGES, "pooling", "text", "model"},
    "desk": {*STAGES, "pipeline", "store", "report", "pooling", "text", "model"},
}
# Loaded by the function that needs them, never with the file; what stands here is itself loaded only by as_html, and by
# read_page when it meets the first page of HTML.
HEAVY = (
    "spacy",
    "onnxruntime",
    "tokenizers",
    "numpy",
    "lxml",
    "trafilatura",
    "htmldate",
    "jinja2",
    "dateutil",
    "pyarrow",
    "prov",
    "bagit",
    "rensa",
    "ray",
    "sqlalchemy",
    "alembic",
    "pydantic",
)
LOADED_LATE = {
    "report/rendering.py": {"jinja2"},
    **{f"archive/{name}.py": {"numpy"} for name in ("families", "shingling", "signatures")},
    "archive/rows.py": {"pyarrow"},
    "report/tables/parquet.py": {"pyarrow"},
    **{f"archive/steps/{path.name}": {"numpy", "pyarrow"} for path in SOURCE.glob("archive/steps/*.py")},
    **{f"articles/{name}.py": {"numpy"} for name in ("containers", "evidence", "forest", "ruling_out")},
    # only what opens a store imports these: the desk's commands and the server
    **{path.relative_to(SOURCE).as_posix(): {"sqlalchemy", "alembic"} for path in SOURCE.glob("store/**/*.py")},
    **{path.relative_to(SOURCE).as_posix(): {"sqlalchemy"} for path in SOURCE.glob("desk/**/*.py")},
    "desk/sensing.py": {"numpy", "sqlalchemy"},  # a check loads it
    **{path.relative_to(SOURCE).as_posix(): {"pydantic", "sqlalchemy"} for path in SOURCE.glob("api/**/*.py")},
    **{f"stories/stream/{path.name}": {"numpy"} for path in SOURCE.glob("stories/stream/*.py")},  # nothing loads it
}
LONGEST_FILE = 400  # most hold 60 to 200 lines; what passes 400 has two subjects

FILES = sorted(SOURCE.rglob("*.py"))


def part_of(path: Path) -> str:
    """The folder (or module) right below the package that a file belongs to."""
    inner = path.relative_to(SOURCE).parts
    return inner[0].removesuffix(".py")


def imported_parts(path: Path, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and part of everything of ours that a file imports, at any depth."""
    package = ("firsthand", *path.relative_to(SOURCE).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            stem = ".".join(piece for piece in (base, node.module) if piece)
            names = [f"{stem}.{alias.name}" for alias in node.names] if stem == "firsthand" else [stem]
        else:
            continue
        for name in names:
            first, _, rest = name.partition(".")
            if first == "firsthand" and rest:
                yield node.lineno, rest.split(".")[0]


def top_level_imports(tree: ast.Module) -> Iterator[str]:
    """Packages that importing a file imports at once: not what stands in a function or under TYPE_CHECKING."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_run_one_way(path: Path) -> None:
    part = part_of(path)
    allowed = MAY_IMPORT.get(part)
    if allowed is None:
        assert part in (*FACES, "__init__"), f"{part}: say in MAY_IMPORT what this part may import"
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    wrong = [(line, name) for line, name in imported_parts(path, tree) if name not in {part, *allowed}]
    assert not wrong, f"{part} must not import {wrong}"


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_no_other_stage(stage: str) -> None:
    for path in sorted((SOURCE / stage).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        others = {name for _, name in imported_parts(path, tree)} & set(STAGES) - {stage}
        assert not others, f"{path.relative_to(SOURCE)} imports {sorted(others)}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_has_one_subject(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{lines} lines: split it"


@pytest.mark.parametrize("package", sorted({path.parent for path in FILES}), ids=lambda path: path.name)
def test_a_package_says_what_it_is_for(package: Path) -> None:
    front = package / "__init__.py"
    assert front.exists(), f"{package} has no __init__.py"
    assert ast.get_docstring(ast.parse(front.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_heavy_is_imported_at_the_top_of_a_file(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late = LOADED_LATE.get(path.relative_to(SOURCE).as_posix(), set[str]())
    heavy = sorted(set(top_level_imports(tree)) & set(HEAVY) - late)
    assert not heavy, f"import {heavy} inside the function that needs it"


def test_help_loads_no_model() -> None:
    asked = "\n".join(
        (
            "import sys",
            "from firsthand.cli.main import run",
            "sys.argv = ['firsthand', '--help']",
            "try: run()",
            "except SystemExit: pass",
            f"print('LOADED', sorted({set(HEAVY)!r} & set(sys.modules)))",
        )
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=60)
    assert done.stdout.endswith("LOADED []\n"), done.stdout[-300:] + done.stderr[-600:]


@pytest.mark.parametrize(
    "path", [path for path in FILES if part_of(path) not in FACES], ids=lambda path: str(path.relative_to(SOURCE))
)
def test_the_library_neither_prints_nor_reads_the_environment(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"line {node.lineno} prints"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            assert node.attr not in ("environ", "getenv"), f"line {node.lineno} reads the environment"


def test_tokens_are_compared_by_their_place() -> None:
    """spaCy makes token objects anew: `head is token` may never hold, and a climb up the tree then never ends."""
    identity = re.compile(r"\.(?:head|root)\s+is\s+(?!None|not\s+None)|\bis\s+(?:not\s+)?\w+\.(?:head|root)\b")
    found = [str(path) for path in sorted(SOURCE.rglob("*.py")) if identity.search(path.read_text(encoding="utf-8"))]
    assert found == []
