from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from firsthand.desk import reading
from firsthand.desk.errors import NotThere, Refused
from firsthand.desk.exporting import FORMATS, export
from firsthand.store.cases import what_is_broken
from firsthand.store.opening import Store

from ..example import PAGES


@pytest.fixture(scope="session")
def story(filled: Store) -> str:
    return max(reading.stories(filled).items, key=lambda row: row.articles).id


@pytest.mark.parametrize("format_", FORMATS)
def test_a_story_goes_out_in_every_format(filled: Store, story: str, format_: str) -> None:
    name, media_type, content = export(filled, story, format_)
    assert name.startswith(story)
    assert content
    if media_type == "application/zip":
        assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None


def test_a_case_folder_has_the_pages_as_they_came(filled: Store, story: str, tmp_path: Path) -> None:
    _, _, content = export(filled, story, "bag")
    zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path)
    assert what_is_broken(tmp_path / story) == ()
    kept = {path.read_bytes() for path in (tmp_path / story / "data" / "pages").glob("page-*")}
    assert kept <= {Path(path).read_bytes() for path in PAGES}
    index = (tmp_path / story / "data" / "pages" / "index.csv").read_text(encoding="utf-8-sig")
    assert index.count('"as found"') == len(kept) > 3


def test_what_is_not_there_is_said(filled: Store, story: str) -> None:
    with pytest.raises(NotThere):
        export(filled, "story-of-nobody", "json")
    with pytest.raises(Refused, match="there is no format pdf"):
        export(filled, story, "pdf")
