from __future__ import annotations

from itertools import combinations

import pytest

from firsthand.desk import reading
from firsthand.desk.besides import beside
from firsthand.desk.errors import NotThere
from firsthand.store.opening import Store


def test_the_runs_of_a_side_are_its_whole_text(filled: Store) -> None:
    (row, *_) = reading.stories(filled).items
    page = reading.story(filled, row.id)
    assert page is not None
    for one, two in combinations(page.report.articles, 2):
        both = beside(filled, one.id, two.id)
        assert "".join(run.text for run in both.left_runs) == one.text
        assert "".join(run.text for run in both.right_runs) == two.text


def test_a_reprint_is_mostly_shared_and_its_source_is_named(filled: Store) -> None:
    (row, *_) = reading.stories(filled).items
    page = reading.story(filled, row.id)
    assert page is not None
    overlap = next(o for o in page.report.stories[0].lineage.overlaps if o.relation == "reprint")
    both, turned = beside(filled, overlap.a, overlap.b), beside(filled, overlap.b, overlap.a)
    assert (both.relation, turned.relation) == ("reprint", "reprint")
    shared = sum(len(run.text) for run in both.left_runs if run.mark == "shared")
    assert shared > len(both.left.text) / 2
    assert (both.share_left, both.share_right) == (turned.share_right, turned.share_left)
    assert {run.passage for run in both.left_runs} == {run.passage for run in both.right_runs}


def test_an_article_that_is_not_there_is_told(filled: Store) -> None:
    with pytest.raises(NotThere):
        beside(filled, "art-nowhere", "art-nowhere-else")
