"""Stores with the reports of `tests.report` in them, written as the worker writes. No stage runs: it takes no time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import cast

import numpy as np
import numpy.typing as npt

from firsthand.desk.retelling import Reteller
from firsthand.desk.stages import Stages
from firsthand.model import Article, Page, Report, StoryReport
from firsthand.store import articles, pages, stories
from firsthand.store.opening import Store
from firsthand.store.packing import storable
from firsthand.store.stories import Dirty
from firsthand.store.values import PlacedArticle


class _Told(Reteller):
    """Writes a report that is there already."""

    def __init__(self, store: Store, report: StoryReport) -> None:
        def embed(texts: Sequence[str]) -> npt.NDArray[np.float32]:
            return np.zeros((len(texts), 384), dtype=np.float32)

        def not_called(*_: object) -> None:
            raise AssertionError

        stages = Stages(read=not_called, features=not_called, state=not_called, report=not_called, embed=embed)  # type: ignore[arg-type]
        super().__init__(store, stages, not_called)  # type: ignore[arg-type]
        self._made = report

    def _report(self, name: str, members: object, judged: object) -> StoryReport:
        return self._made


def fill(store: Store, report: Report, prefix: str = "story") -> list[str]:
    """Put a whole report into a store; the ids of its stories there."""
    report = cast(Report, _storable(report))
    own = {one.id: one for one in report.articles}
    for page in report.pages:
        text = next((one.text for one in report.articles if one.page == page.id), "")
        _keep(store, page, text)
    names = []
    for number, told in enumerate(report.stories, start=1):
        name = f"{prefix}-{number}"
        members = [own[article] for article in told.story.articles]
        tell(store, name, members, replace(told, story=replace(told.story, id=name)))
        names.append(name)
    return names


def tell(store: Store, name: str, members: list[Article], told: StoryReport) -> None:
    """Write one story's report, anew or for the first time."""
    with store.write() as connection:
        for article in members:
            placed = PlacedArticle(article=article, placed_in=name, nearest=None, placing={}, statements=())
            articles.add_article(connection, placed)
        rows = articles.placed_rows(connection, [one.id for one in members])
        stories.set_members(connection, [(row.id, name, row.number) for row in rows])
        stories.mark(connection, [name])
        dirty = stories.next_dirty(connection)
    assert dirty is not None
    while dirty is not None:
        assert _Told(store, told).retell(Dirty(story=name, stamp=dirty.stamp))
        with store.read() as connection:
            dirty = stories.next_dirty(connection)


def _storable(value: object) -> object:
    """The value with every text as a store can hold it, as pages are when they are read."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, tuple):
        return tuple(_storable(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _storable(getattr(value, one.name)) for one in fields(value)})
    return value


def _keep(store: Store, page: Page, text: str) -> None:
    fields = {
        "id": page.id,
        "path": page.path,
        "place": page.path,
        "part": "",
        "url": page.url,
        "media_type": None,
        "read_as": "text/plain",
        "charset": "utf-8",
        "as_text": True,
        "hints": None,
        "fetched": None,
    }
    with store.write() as connection:
        pages.add_page(connection, fields, storable(text).encode(), "ada")
        pages.end_page(connection, page.id, "done")
