"""What must hold of whatever was read: nothing raises but the recorded failure, and every offset lies where it says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from firsthand.articles import NoArticle, read_page
from firsthand.model import Article, Failure, Page
from firsthand.pages import read_paths
from tests.test_spans import assert_article_holds


def read_all(path: Path) -> tuple[list[Page], list[Article], list[Failure]]:
    """Everything a file gives, checked."""
    found = list(read_paths([path]))
    pages = [one for one in found if isinstance(one, Page)]
    articles: list[Article] = []
    for page in pages:
        assert_page_holds(page, path)
        try:
            own = read_page(page)
        except NoArticle as none:
            assert str(none)
            continue
        for article in own:
            assert_article_holds(article, page)
            article.text.encode("utf-8")
        articles += own
    failures = [one for one in found if isinstance(one, Failure)]
    assert pages or failures, "nothing was said of the file"
    assert_failures_hold(failures, path)
    assert len({page.id for page in pages}) == len(pages)
    return pages, articles, failures


def assert_page_holds(page: Page, path: Path) -> None:
    assert page.path == str(path)
    assert page.text.strip()
    page.text.encode("utf-8")
    assert page.media_type in {"text/plain", "text/markdown", "text/html"}
    assert page.url is None or page.url.lower().startswith(("http://", "https://"))
    reached = 0
    for repair in page.repairs:
        assert reached <= repair.start < repair.end <= len(page.text)
        assert repair.original != page.text[repair.start : repair.end]
        reached = repair.end


def assert_failures_hold(failures: Iterable[Failure], path: Path) -> None:
    for failure in failures:
        assert failure.stage == "pages"
        assert failure.subject.startswith(str(path))
        assert failure.reason
        assert len(failure.reason) < 3000
        (failure.subject + failure.reason).encode("utf-8")
