"""The lineage of one story: pairs, overlaps, named and common origins, and how many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Article, Lineage
from ..text.loading import paused
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
    with paused():  # nearly nothing here is in a circle
        return _traced(articles, furniture or {})


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
