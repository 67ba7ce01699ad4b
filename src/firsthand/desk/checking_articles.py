"""An article to be checked: which story it belongs to, what it shares with that story's accounts, and what it says
otherwise. It is not placed: the store stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from firsthand.model import Article, Direction, Overlap, Statement
from firsthand.store import claims as kept
from firsthand.store.articles import articles_of, shown
from firsthand.store.opening import Store
from firsthand.store.searching import Wanted
from firsthand.store.stories import stories_of

from .checking import best_of, read_candidates, why_of
from .close_reading import as_article
from .nearest import ranked, rare_terms
from .rows import article_row, shown_row
from .values import ArticleRow, Check, Match, Shared

if TYPE_CHECKING:
    from firsthand.stories.features import Features

HEAD = 600
"""Characters whose rare words find the article's neighbours: title and lead."""
COMPARED = 24
"""Articles of the store that it is compared with: those that share most pairs of its rare words."""
TRACED = 12
"""Of its story's articles those that it is laid beside for shared text, the nearest first."""
READ = 16
"""Pairs of a sentence and a claim that are read closely."""
EACH = 2
"""Of these for one sentence."""
NEAR = 0.55
"""Cosine that a claim must have with a sentence to be read closely beside it."""
SHOWN = 6
LONGEST_QUOTE = 400


def check_article(store: Store, article: Article, *, limit: int) -> Check:
    """The story of an article, its shared text, and the claims that it agrees with or differs from."""
    with store.read() as connection:
        near = neighbours(connection, article)
        story = _story(connection, near)
        matches: tuple[Match, ...] = ()
        overlaps: tuple[Shared, ...] = ()
        if story is not None:
            own = [one for one in near if one[2] == story]
            overlaps = _overlaps(connection, article, [one for one, _, _ in own][:TRACED])
            matches = best_of(_matches(connection, article, story), limit)
        row = shown_row(connection, story) if story else None
    if row is None:
        why = "No story of the store is near enough."
    else:
        why = f"It reports the event of “{row.title}”. {why_of(matches)}"
    return Check(kind="article", story=row, matches=matches, overlaps=overlaps, why=why, title=article.title)


def neighbours(connection: Connection, article: Article) -> list[tuple[Article, float, str]]:
    """Articles of the store that could report the same event, the strongest first: each with the strength of the
    evidence, as `stories.similarity` has it, and its story."""
    from firsthand.stories.features import features_of
    from firsthand.stories.similarity import strength
    from firsthand.text.embeddings import embed

    mine: Features = features_of(article, embed)
    names = [one for one in _sharing(connection, article) if one != article.id]
    found = [(one, strength(mine, features_of(one, embed))) for one in articles_of(connection, names)]
    where: Mapping[str, str] = stories_of(connection, names)
    strong = [(one, power, where[one.id]) for one, power in found if one.id in where and power > 0]
    return sorted(strong, key=lambda one: (-round(one[1], 6), one[0].id))


def _sharing(connection: Connection, article: Article) -> list[str]:
    """The articles that share most pairs of the rare words of title and lead."""
    votes: dict[str, float] = {}
    rare = [term for term, _ in rare_terms(f"{article.title or ''} {article.text[:HEAD]}")]
    for pair in combinations(rare, 2):
        wanted = Wanted(phrases=tuple((term,) for term in pair))
        for name in kept.articles_with(connection, wanted, COMPARED):
            votes[name] = votes.get(name, 0.0) + 1.0
    return sorted(votes, key=lambda name: (-votes[name], name))[:COMPARED]


def _story(connection: Connection, near: Sequence[tuple[Article, float, str]]) -> str | None:
    """The story whose articles are near enough: by the mean of its three strongest, held against what two accounts of
    one event mostly have."""
    from firsthand.stories.grouping import ENOUGH, TYPICAL

    powers: dict[str, list[float]] = {}
    for _, power, story in near:
        powers.setdefault(story, []).append(power)
    means = {story: sum(all_[:3]) / len(all_[:3]) for story, all_ in powers.items()}
    best = min(means, key=lambda story: (-means[story], story), default=None)
    return best if best is not None and means[best] > ENOUGH * TYPICAL else None


def _overlaps(connection: Connection, article: Article, others: Sequence[Article]) -> tuple[Shared, ...]:
    """What it shares with articles of its story."""
    from firsthand.lineage import trace_lineage

    rows = {row.id: article_row(row) for row in shown(connection, [one.id for one in others])}
    found = [
        _shared(article, rows[one.b if one.a == article.id else one.a], one)
        for one in trace_lineage((article, *others)).overlaps
        if article.id in (one.a, one.b)
    ]
    return tuple(sorted(found, key=lambda one: (-one.share, one.article.id)))


def _shared(article: Article, other: ArticleRow, overlap: Overlap) -> Shared:
    first = overlap.a == article.id
    spans = [one.a if first else one.b for one in overlap.passages]
    turned = {Direction.A_TO_B: "to the other", Direction.B_TO_A: "from the other"}
    if not first:
        turned = {Direction.A_TO_B: "from the other", Direction.B_TO_A: "to the other"}
    return Shared(
        article=other,
        relation=str(overlap.relation),
        direction=turned.get(overlap.direction, str(overlap.direction)),
        share=overlap.share_a if first else overlap.share_b,
        share_of_other=overlap.share_b if first else overlap.share_a,
        passages=tuple(article.text[span.start : span.end][:LONGEST_QUOTE] for span in spans[:SHOWN]),
        why=overlap.why,
    )


def _matches(connection: Connection, article: Article, story: str) -> list[Match]:
    """The claims of the story beside what the article says: the nearest pairs are read closely."""
    from firsthand.statements import statements_of
    from firsthand.text.embeddings import embed

    rows = kept.claims_of(connection, story)
    sentences = _sentences(article, statements_of(article))
    vectors = embed(sentences)
    pairs = [
        (one.score, sentence, one)
        for sentence, vector in zip(sentences, vectors, strict=True)
        for one in ranked(sentence, rows, vector)[:EACH]
        if one.cosine >= NEAR
    ]
    pairs.sort(key=lambda pair: (-round(pair[0], 6), pair[1]))
    found: list[Match] = []
    for _, sentence, candidate in pairs[:READ]:
        found += read_candidates(connection, as_article(sentence), sentence, [candidate])
    return found


def _sentences(article: Article, statements: Sequence[Statement]) -> list[str]:
    """The sentences that the article's statements stand in, each once."""
    spans = dict.fromkeys(statement.sentence for statement in statements)
    return list(dict.fromkeys(" ".join(article.text[span.start : span.end].split()) for span in spans))
