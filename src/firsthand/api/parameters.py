"""The parameters that several routes take."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated

from fastapi import Path, Query
from pydantic import AfterValidator, BeforeValidator, Field

from firsthand.desk.access import told

MOST = 100
"""Items of a list in one answer."""
LAST = 2**53 - 1
"""The greatest number: what JSON's readers keep exact."""
_SIGNS = r"^[A-Za-z0-9._:~-]+$"


def _flag(value: object) -> object:
    """Only the two words: `0`, `on` and `yes` mean other things to other people."""
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value, value + " is neither true nor false")
    return value


def _no_nul(text: str | None) -> str | None:
    return text.replace("\x00", " ") if text else text


def _instant(text: str) -> str:
    """A time as rows have it."""
    try:
        if not _WITH_TIME.match(text):
            raise ValueError
        return told(datetime.fromisoformat(text.upper()))
    except (ValueError, OverflowError):
        raise ValueError("no time like 2026-03-14T07:02:11Z") from None


_WITH_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)\Z", re.ASCII)
Instant = Annotated[
    str,
    Field(json_schema_extra={"format": "date-time", "examples": ["2026-03-14T07:02:11Z"]}),
    AfterValidator(_instant),
]
Flag = Annotated[bool | None, BeforeValidator(_flag)]
Cursor = Annotated[
    str | None, Query(max_length=500, description="What the answer before gave as `next`."), AfterValidator(_no_nul)
]
Limit = Annotated[int, Query(ge=1, le=MOST, description="Items at most.")]
StoryInPath = Annotated[str, Path(max_length=100, pattern=_SIGNS, examples=["story-1f3a09c2b7de"])]
ArticleInPath = Annotated[str, Path(max_length=100, pattern=_SIGNS, examples=["article-0c9d7a51e2f4"])]
PageInPath = Annotated[str, Path(max_length=100, pattern=_SIGNS, examples=["page-8d1c44f0a6b3"])]
SourceInPath = Annotated[str, Path(max_length=200, examples=["harbour-authority"]), AfterValidator(_no_nul)]
Number = Annotated[int, Path(ge=1, le=LAST)]
Filter = Annotated[str | None, Query(min_length=1, max_length=300), AfterValidator(_no_nul)]
"""Words to look for."""
Asked = Annotated[str, Query(min_length=1, max_length=300), AfterValidator(_no_nul)]
