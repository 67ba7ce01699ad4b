"""A story in the formats that are handed over."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response

from firsthand.desk import exporting

from ..answers import tag_of, tagged
from ..asking import Reader
from ..naming import attachment
from ..parameters import StoryInPath
from ..state import TheStore

router = APIRouter(tags=["stories"])
BYTES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file.",
        "content": {"*/*": {}},
    }
}


@router.get("/stories/{story}/export/{format}", response_class=Response, responses=BYTES)
def export(
    request: Request,
    store: TheStore,
    who: Reader,
    story: StoryInPath,
    format: Annotated[
        str, Path(description="What to make of it.", json_schema_extra={"enum": list(exporting.FORMATS)})
    ],
) -> Response:
    """The story as a file, to be kept or handed on."""
    name, media_type, content = exporting.export(store, story, format)
    response = tagged(request, content, media_type, tag_of(content))
    response.headers["Content-Disposition"] = attachment(name)
    return response
