"""The stages as the worker calls them: the pipeline's own functions, in one value so that tests can put lighter ones
in their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.model import Article, Claim, Judgement, Page, Statement, Story, StoryReport

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from firsthand.stories.features import Features

Arranging = Callable[[tuple[Claim, ...]], tuple[Claim, ...]]
Reporting = Callable[
    [
        Story,
        Mapping[str, Article],
        Mapping[str, tuple[Statement, ...]],
        Mapping[str, str],
        Mapping[str, Judgement],
        Arranging,
    ],
    StoryReport,
]
"""Of one story: its articles, their statements, the text of their pages, what people have judged its findings, and how
they have put its claims together and parted them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """One function a stage. Each is pure: what it makes depends on what it is given alone."""

    read: Callable[[Page], tuple[Article, ...]]
    """Raises `articles.NoArticle` for a page that holds none."""
    features: Callable[[Article], Features]
    state: Callable[[Article], tuple[Statement, ...]]
    report: Reporting
    embed: Callable[[Sequence[str]], npt.NDArray[np.float32]]
    """Unit vectors of sentences, for finding claims by their sense."""


def real_stages() -> Stages:
    """The stages of the pipeline. Models are loaded when they are first needed."""
    from firsthand.articles import read_page
    from firsthand.pipeline import report_story
    from firsthand.statements import statements_of
    from firsthand.stories.features import features_of
    from firsthand.text.embeddings import embed

    return Stages(
        read=read_page,
        features=lambda article: features_of(article, embed),
        state=statements_of,
        report=report_story,
        embed=embed,
    )
