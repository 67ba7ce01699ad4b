"""Whatever a file holds, it ends as pages whose articles point to their characters, or as recorded failures."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing.checks import read_all
from tests.fuzzing.run import changed
from tests.fuzzing.seeds import SEEDS, WORDS

ANY = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
PIECE = st.one_of(st.sampled_from(WORDS), st.binary(max_size=20), st.sampled_from(list(SEEDS.values())))
PIECES = st.lists(PIECE, max_size=12)
Factory = pytest.TempPathFactory


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_the_seeds_themselves_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SEEDS[name])
    pages, articles, _ = read_all(tmp_path / name)
    assert bool(articles) == bool(pages) == (name != "sitemap.xml")


@ANY
@given(PIECES, st.sampled_from(sorted(SEEDS)), st.booleans())
def test_any_bytes_under_any_name(tmp_path_factory: Factory, pieces: list[bytes], name: str, packed: bool) -> None:
    data = b"".join(pieces)
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(gzip.compress(data) if packed else data)
    read_all(path)


@ANY
@given(st.sampled_from(sorted(SEEDS)), st.integers(0, 2**32))
def test_any_change_to_a_page_of_any_format(tmp_path_factory: Factory, name: str, seed: int) -> None:
    path = tmp_path_factory.mktemp("changed") / name
    path.write_bytes(changed(SEEDS[name], random.Random(seed)))
    read_all(path)


def test_the_same_file_gives_the_same_pages(tmp_path: Path) -> None:
    for name, data in SEEDS.items():
        (tmp_path / name).write_bytes(data)
        assert read_all(tmp_path / name) == read_all(tmp_path / name)
