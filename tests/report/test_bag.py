"""Case folders: valid to those who know BagIt, the same again for the same report, and broken where they are."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import bagit  # type: ignore[import-untyped,unused-ignore]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Report
from firsthand.report import as_html, as_json, as_markdown, only, sealed, zipped
from firsthand.store.cases import what_is_broken

from .ferry import ferry_report
from .hostile import hostile_report
from .wild import QUICK, WILD

SAFE_NAME = re.compile(r"[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*")
PAGES = {page.id: f"<p>{page.path}</p><script>alert(1)</script>".encode() for page in ferry_report().pages}


def as_read(report: Report, found: dict[str, bytes]) -> Report:
    """The report as if its pages had been read from these bytes."""
    pages = tuple(replace(one, sha256=hashlib.sha256(found[one.id]).hexdigest()) for one in report.pages)
    return replace(report, pages=pages)


FERRY = as_read(ferry_report(), PAGES)


def written(folder: Path, report: Report = FERRY, pages: dict[str, bytes] | None = None) -> Path:
    for name, data in sealed(report, PAGES if pages is None else pages, made="2026-03-12"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def index_in(bag: Path) -> list[dict[str, str]]:
    text = (bag / "data" / "pages" / "index.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_bag_is_valid_to_the_library_of_congress(tmp_path: Path) -> None:
    bag = bagit.Bag(str(written(tmp_path / "case")))
    bag.validate()
    assert bag.algorithms == ["sha256"]
    assert bag.info["Bagging-Date"] == "2026-03-12"
    assert bag.info["External-Description"] == "Firsthand's report on 2 stories"
    assert what_is_broken(tmp_path / "case") == ()


def test_it_holds_the_report_as_the_formats_give_it(tmp_path: Path) -> None:
    data = written(tmp_path / "case") / "data"
    assert (data / "report.json").read_text(encoding="utf-8") == as_json(FERRY)
    assert (data / "report.html").read_text(encoding="utf-8") == as_html(FERRY)
    assert (data / "report.md").read_text(encoding="utf-8") == as_markdown(FERRY)
    assert (data / "tables" / "statements.csv").exists()


def test_it_holds_the_pages_byte_by_byte(tmp_path: Path) -> None:
    bag = written(tmp_path / "case")
    index = index_in(bag)
    assert [row["page"] for row in index] == [page.id for page in FERRY.pages]
    for row in index:
        assert row["state"] == "as found"
        assert (bag / "data" / "pages" / row["file"]).read_bytes() == PAGES[row["page"]]
        assert row["file"].endswith(".txt")  # nothing in a page runs when it is opened


def test_pages_may_be_handed_over_by_a_function(tmp_path: Path) -> None:
    assert list(sealed(FERRY, PAGES.get, made="2026-03-12")) == list(sealed(FERRY, PAGES, made="2026-03-12"))


def test_where_the_bytes_are_gone_or_changed_the_text_is_kept_and_that_is_said(tmp_path: Path) -> None:
    first, second, *_ = (page.id for page in FERRY.pages)
    pages = {key: data for key, data in PAGES.items() if key != first} | {second: b"rewritten since"}
    texts = tuple(replace(page, text=f"text of {page.path} \ud800") for page in FERRY.pages)
    bag = written(tmp_path / "case", replace(FERRY, pages=texts), pages)
    gone, changed, kept, *_ = index_in(bag)
    assert gone["state"] == "decoded text: its bytes were not to be had"
    assert changed["state"] == "decoded text: its bytes have changed since it was read"
    assert kept["state"] == "as found"
    assert b"text of merrow/courier.html" in (bag / "data" / "pages" / gone["file"]).read_bytes()
    assert not any(path.read_bytes() == b"rewritten since" for path in bag.rglob("*.txt"))
    assert what_is_broken(bag) == ()


def test_one_story_can_be_sealed_alone(tmp_path: Path) -> None:
    bag = written(tmp_path / "case", only(FERRY, "oysters"))
    assert bagit.Bag(str(bag)).info["External-Identifier"] == "urn:firsthand:story-oysters"
    assert len(index_in(bag)) == 1
    assert what_is_broken(bag) == ()


def test_the_same_report_gives_the_same_bytes_and_no_day_of_its_own() -> None:
    assert list(sealed(FERRY, PAGES)) == list(sealed(FERRY, PAGES))
    assert b"Bagging-Date" not in dict(sealed(FERRY, PAGES))["bag-info.txt"]
    packed = [zipped(sealed(FERRY, PAGES, made="2026-03-12")) for _ in range(2)]
    assert packed[0] == packed[1]
    assert len(zipfile.ZipFile(io.BytesIO(packed[0])).namelist()) == len(list(sealed(FERRY, PAGES)))


def _change(bag: Path) -> None:
    (bag / "data" / "report.md").write_text("all is well", encoding="utf-8")


def _lose(bag: Path) -> None:
    next((bag / "data" / "pages").glob("page-*")).unlink()


def _add(bag: Path) -> None:
    (bag / "data" / "more.txt").write_text("x", encoding="utf-8")


def _reword(bag: Path) -> None:
    (bag / "bag-info.txt").write_text("Bagging-Date: 1999-01-01\n", encoding="utf-8")


def _link(bag: Path) -> None:
    (bag / "data" / "pages" / "page.txt").symlink_to("/etc/passwd")


def _link_folder(bag: Path) -> None:
    (bag / "data" / "etc").symlink_to("/etc")


def _no_manifest(bag: Path) -> None:
    (bag / "manifest-sha256.txt").unlink()


def _no_declaration(bag: Path) -> None:
    (bag / "bagit.txt").unlink()


def _lead_out(bag: Path) -> None:
    manifest = bag / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text() + f"{'0' * 64}  data/../../../etc/passwd\n")


def _garble(bag: Path) -> None:
    (bag / "manifest-sha256.txt").write_bytes(b"\xff\xfe\x00 no manifest\n" * 9)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_change, r"report\.md was changed|Oxum"),
        (_lose, r"missing|Oxum"),
        (_add, r"added|Oxum"),
        (_reword, r"bag-info\.txt was changed"),
        (_link, "symbolic link"),
        (_link_folder, "symbolic link"),
        (_no_manifest, "manifest"),
        (_no_declaration, "bagit.txt"),
        (_lead_out, "unsafe"),
        (_garble, "."),
    ],
)
def test_what_is_broken_is_said(
    tmp_path: Path, harm: Callable[[Path], None], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    bag = written(tmp_path / "case")
    harm(bag)
    found = what_is_broken(bag)
    assert found
    assert re.search(said, " ".join(found))
    printed = capsys.readouterr()
    assert printed.out + printed.err == ""


def test_each_file_that_is_not_as_it_was_is_named(tmp_path: Path) -> None:
    """Sizes are right, contents are not: only the hashes can tell."""
    bag = written(tmp_path / "case")
    for name in ("report.md", "report.json"):
        data = (bag / "data" / name).read_bytes()
        (bag / "data" / name).write_bytes(data[:-2] + b"?\n")
    assert what_is_broken(bag) == ("data/report.json was changed", "data/report.md was changed")


def test_a_whole_bag_with_another_page_is_broken(tmp_path: Path) -> None:
    """Who changes a page and seals the folder again has to change the report, too."""
    bag = written(tmp_path / "case")
    report = json.loads((bag / "data" / "report.json").read_bytes())
    report["pages"][0]["sha256"] = "f" * 64
    data = json.dumps(report).encode()
    files = [(name, data if name == "data/report.json" else (bag / name).read_bytes()) for name in _names(bag)]
    again = tmp_path / "again"
    for name, found in files:
        (again / name).parent.mkdir(parents=True, exist_ok=True)
        (again / name).write_bytes(found)
    lines = [
        f"{hashlib.sha256((again / name).read_bytes()).hexdigest()}  {name}" for name in _names(again / "data", again)
    ]
    (again / "manifest-sha256.txt").write_text("\n".join(lines) + "\n")
    (again / "bag-info.txt").write_text("Bagging-Date: 2026-03-12\n")
    (again / "tagmanifest-sha256.txt").unlink()
    bagit.Bag(str(again)).validate()
    assert [one for one in what_is_broken(again) if "is not the page that the report was made of" in one]


def _names(folder: Path, root: Path | None = None) -> list[str]:
    return sorted(path.relative_to(root or folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_no_folder_is_no_bag(tmp_path: Path) -> None:
    assert what_is_broken(tmp_path / "gone") == (f"{tmp_path / 'gone'} is no folder",)
    assert what_is_broken(tmp_path)


@settings(QUICK, max_examples=5)
@given(WILD, st.lists(WILD, min_size=7, max_size=7, unique=True))
def test_names_of_files_are_never_those_of_pages(
    tmp_path_factory: pytest.TempPathFactory, attack: str, ids: list[str]
) -> None:
    report = hostile_report(attack)
    found = {name: PAGES[page.id] for name, page in zip(ids, report.pages, strict=True)}
    renamed = tuple(replace(page, id=name) for name, page in zip(ids, report.pages, strict=True))
    bag = as_read(replace(report, pages=renamed), found)
    names = [name for name, _ in sealed(bag, found, made="2026-03-12")]
    assert all(SAFE_NAME.fullmatch(name) and ".." not in name for name in names)
    assert len(set(names)) == len(names)
    folder = tmp_path_factory.mktemp("case")
    assert what_is_broken(written(folder, bag, found)) == ()
