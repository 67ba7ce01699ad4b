from __future__ import annotations

from firsthand.desk import reading
from firsthand.desk.search import search
from firsthand.model import Report
from firsthand.store.opening import Store


def test_the_store_tells_what_the_report_tells(filled: Store, example: Report) -> None:
    rows = reading.stories(filled).items
    pages = [reading.story(filled, row.id) for row in rows]
    made = [page.report.stories[0] for page in pages if page is not None]
    told = {frozenset(one.story.articles): one for one in example.stories}
    assert {frozenset(one.story.articles) for one in made} == set(told)
    for one in made:
        same = told[frozenset(one.story.articles)]
        assert {claim.text for claim in one.claims} == {claim.text for claim in same.claims}
        assert [finding.why for finding in one.findings] == [finding.why for finding in same.findings]


def test_a_search_finds_the_story_by_its_words(filled: Store) -> None:
    hits = search(filled, "bridge").items
    assert {hit.kind for hit in hits} >= {"story", "claim", "article"}
    assert all("bridge" in hit.snippet[start:end].lower() for hit in hits for start, end in hit.marks)
