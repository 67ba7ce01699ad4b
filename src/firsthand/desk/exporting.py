"""A story as a file to hand on."""

from __future__ import annotations

from firsthand.report.handover import FORMATS, NoFormatError, handed_over
from firsthand.store import pages
from firsthand.store.clock import now
from firsthand.store.opening import Store

from . import reading
from .errors import NotThere, Refused

__all__ = ["FORMATS", "export"]


def export(store: Store, story: str, format: str) -> tuple[str, str, bytes]:
    """File name, media type and content of one story. A case folder has the pages as found, and the day of today.

    Raises:
        NotThere: there is no such story.
        Refused: there is no such format.
    """
    told = reading.story(store, story)
    if told is None:
        raise NotThere("there is no such story")

    def bytes_of(page: str) -> bytes | None:
        with store.read() as connection:
            kept = pages.page_of(connection, page)
        return kept.data if kept else None

    try:
        made = handed_over(told.report, format, pages=bytes_of, made=now()[:10])
    except NoFormatError as error:
        raise Refused(str(error)) from error
    return made.name, made.media_type, made.content
