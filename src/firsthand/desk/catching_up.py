"""The stream beside the store: opened, and brought up to the store where its file is behind or was lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from firsthand.model import Article
from firsthand.store import stories
from firsthand.store.opening import Store
from firsthand.store.packing import unpacked
from firsthand.store.tables import ARTICLES

if TYPE_CHECKING:
    from firsthand.stories.stream import Stream

    from .stages import Stages

BATCH = 200


def open_stream(store: Store, path: Path, stages: Stages) -> Stream:
    """The stream in a file, with every article of the store in it.

    Articles that it lacks (the machine lost power before they were on its disk, or the file was taken away) are placed
    again in their order of arrival, which gives the same stories and the same log.
    """
    from firsthand.stories.stream import Stream

    stream = Stream(path)
    with store.read() as connection:
        last = int(stories.get_meta(connection, "stream") or 0)
        known = connection.scalar(select(func.count()).select_from(ARTICLES)) or 0
    if len(stream) < known:
        _place_again(store, stream, stages)
    logged = max((change.number for change in stream.log(last)), default=0)
    if logged < last:
        with store.write() as connection:
            stories.set_meta(connection, "stream", logged)
    return stream


def _place_again(store: Store, stream: Stream, stages: Stages) -> None:
    last = 0
    while True:
        with store.read() as connection:
            asked = select(ARTICLES.c.number, ARTICLES.c.value).where(ARTICLES.c.number > last)
            rows = connection.execute(asked.order_by(ARTICLES.c.number).limit(BATCH)).all()
        if not rows:
            return
        for row in rows:
            stream.place(stages.features(unpacked(row.value, Article)))
        last = rows[-1].number
