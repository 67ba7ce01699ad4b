"""A story as a file to hand on."""

from __future__ import annotations

from firsthand.store.opening import Store

FORMATS = ("json", "html", "md", "csv", "parquet", "ninjs", "prov", "annotations", "bag")


def export(store: Store, story: str, format: str) -> tuple[str, str, bytes]:
    """File name, media type and content of one story.

    Raises:
        NotThere: there is no such story.
        Refused: there is no such format.
    """
    raise NotImplementedError
