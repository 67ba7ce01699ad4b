"""The lineage of one story: pairs, overlaps, named and common origins, and how many there are."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from ..model import Article, Lineage
from .candidates import index_of
from .cited import cited_origins
from .counting import story_independence
from .furniture import furniture_overlaps
from .judging import judged
from .origins import origins_of
from .overlaps import as_overlap
from .pairs import pairs_of
from .story import Laid, links_of
from .words import words_of


def trace_lineage(articles: Sequence[Article], furniture: Mapping[str, Sequence[str]] | None = None) -> Lineage:
    """Who took text from whom among the articles of one story, and which origins stand behind it.

    Args:
        articles: the articles of one story, in any order.
        furniture: the lines of each article's page that are no article text, by article id, where the caller has them;
            two pages that share nothing else are then seen to share these.
    """
    with _uncollected():
        return _traced(articles, furniture or {})


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python's collector waits meanwhile: nearly nothing here is in a circle, and it would go through the gazetteer and
    the models again and again, which took an eighth of the time of 200 articles."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _traced(articles: Sequence[Article], furniture: Mapping[str, Sequence[str]]) -> Lineage:
    ordered = tuple(sorted(articles, key=lambda article: article.id))
    texts = tuple(words_of(article) for article in ordered)
    index = index_of(texts)
    pairs = tuple(judged(pairs_of(texts, index), ordered, texts, index))
    laid = Laid(articles=ordered, texts=texts, pairs=pairs, furniture=furniture)
    links = links_of(laid, (p for p in pairs if p.relation is not None))
    cited = cited_origins(laid, links)
    overlaps = tuple(as_overlap(p, laid, cited) for p in pairs if p.relation is not None)
    origins = origins_of(laid, cited, links, overlaps)
    overlaps += furniture_overlaps(ordered, furniture, overlaps)
    return Lineage(overlaps=overlaps, origins=origins, independence=story_independence(ordered, overlaps, origins))
