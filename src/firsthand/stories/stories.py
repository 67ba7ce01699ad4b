"""Articles into stories: the articles that report one event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from firsthand.model import Article, Event, Placing, Story, content_id
from firsthand.text.embeddings import embed
from firsthand.text.english import parse_ahead

from .candidates import candidate_pairs
from .days import days_of, head_of
from .describe import event_by, title_of
from .features import Features, features_of
from .grouping import cluster
from .parting import events_in
from .similarity import cosine, strength
from .why import why_here

if TYPE_CHECKING:
    import numpy.typing as npt


def group_articles(
    articles: Sequence[Article], *, features: Sequence[Features] | None = None, with_events: bool = True
) -> tuple[Story, ...]:
    """Every article in exactly one story, grouped by the event they report.

    What comes out depends on the articles alone: not on their order, save that stories and the articles in them stand
    in the order in which they first appear. Without events, day and place are left open for `dated_and_placed`: they
    ask for a parse of every lead, which several processes can share; so can they the `features` of the distinct
    articles, in the order of their ids.
    """
    rank = {article.id: i for i, article in reversed(list(enumerate(articles)))}
    distinct = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
    features = features or [features_of(article, embed) for article in distinct]
    pairs = candidate_pairs(features)
    groups = cluster_features(features, pairs)
    placings = _placings(features, pairs, groups)
    stories = [
        _story([distinct[i] for i in group], [features[i] for i in group], rank, [placings[i] for i in group])
        for group in groups
    ]
    stories.sort(key=lambda story: rank[story.articles[0]])
    by_id = {article.id: article for article in distinct}
    return tuple(dated_and_placed(story, by_id) if with_events else story for story in stories)


def dated_and_placed(story: Story, articles: Mapping[str, Article]) -> Story:
    """The story with day and place of its event, given its articles by id."""
    own = [articles[key] for key in sorted(story.articles)]
    parse_ahead([head_of(article) for article in own])
    return replace(story, event=event_by(own, [days_of(article).own for article in own]))


def group_features(features: Sequence[Features]) -> Sequence[tuple[int, ...]]:
    """The indexes of the articles that report one event, given their features in the order of the articles' ids."""
    return cluster_features(features, candidate_pairs(features))


def cluster_features(
    features: Sequence[Features],
    pairs: Iterable[tuple[int, int]],
    same: Callable[[Features, Features], float] = strength,
) -> Sequence[tuple[int, ...]]:
    """The same, given which pairs are worth comparing, and what says how strongly two speak of one event."""

    import numpy as np

    known: dict[tuple[int, int], float] = {}

    def score(left: int, right: int) -> float:
        pair = (left, right) if left < right else (right, left)
        if pair not in known:
            known[pair] = same(features[pair[0]], features[pair[1]])
        return known[pair]

    def strengths(some: Sequence[int], others: Sequence[int]) -> npt.NDArray[np.float64]:
        return np.array([[score(a, b) for b in others] for a in some]).reshape(len(some), len(others))

    def numbers(some: Sequence[int], others: Sequence[int]) -> npt.NDArray[np.float64]:
        return np.array([[cosine(features[a].numbers, features[b].numbers) for b in others] for a in some])

    groups = cluster(len(features), pairs, score)
    return sorted(found for group in groups for found in events_in(group, strengths, numbers))


def _placings(
    features: Sequence[Features], pairs: Sequence[tuple[int, int]], groups: Sequence[tuple[int, ...]]
) -> list[Placing]:
    """Why each article is where it is, by the articles it was compared with."""
    story = {i: number for number, group in enumerate(groups) for i in group}
    beside: dict[int, list[int]] = {i: [] for i in range(len(features))}
    for left, right in pairs:
        beside[left].append(right)
        beside[right].append(left)
    return [
        why_here(
            features[i],
            [features[j] for j in near if story[j] == story[i]],
            [features[j] for j in near if story[j] != story[i]],
        )
        for i, near in beside.items()
    ]


def _story(
    articles: Sequence[Article], features: Sequence[Features], rank: dict[str, int], placings: Sequence[Placing]
) -> Story:
    """One story; its id is made of its articles' ids, so it is the same in any order."""
    return Story(
        id=content_id("story", *(article.id for article in articles)),
        title=title_of(articles, features),
        articles=tuple(sorted((article.id for article in articles), key=lambda one: rank[one])),
        event=Event(date=None, place=None),
        placings=tuple(
            sorted((one for one in placings if one.nearest or one.left_out), key=lambda one: rank[one.article])
        ),
    )
