"""Answers: a shape as JSON, with its tag, and a list with the way to what follows."""

from __future__ import annotations

import hashlib
import re
from http import HTTPStatus
from urllib.parse import urlencode

from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from firsthand import __version__

JSON = "application/json"
_TAG = re.compile(r'(?:W/)?("[^"]{0,200}")')


def answered(request: Request, shape: BaseModel, *, status: int = HTTPStatus.OK, tag: str | None = None) -> Response:
    """The shape as JSON; 304 without it where the asker has it already. The tag is made of the bytes, unless given."""
    content = shape.__pydantic_serializer__.to_json(shape)
    return tagged(request, content, JSON, tag or tag_of(content), status=status)


def listed(request: Request, shape: BaseModel, cursor: str | None, *, tag: str | None = None) -> Response:
    """A stretch of a list, with the address of what follows in the header Link (RFC 8288)."""
    response = answered(request, shape, tag=tag)
    if cursor is not None:
        kept = [(key, value) for key, value in request.query_params.multi_items() if key != "cursor"]
        where = f"{request.url.path}?{urlencode([*kept, ('cursor', cursor)], errors='replace')}"
        response.headers["Link"] = f'<{where}>; rel="next"'
    return response


def tagged(request: Request, content: bytes, media_type: str, tag: str, *, status: int = HTTPStatus.OK) -> Response:
    """Bytes under a tag."""
    known = unchanged(request, tag)
    if known is not None:
        return known
    return Response(content, status, headers={"ETag": tag, "Cache-Control": "private, no-cache"}, media_type=media_type)


def unchanged(request: Request, tag: str) -> Response | None:
    """The answer 304 where the asker has what this tag stands for, else None."""
    given = request.headers.get("if-none-match")
    if given is None or request.method not in ("GET", "HEAD"):
        return None
    if given.strip() != "*" and tag not in _TAG.findall(given):
        return None
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)


def tag_of(*parts: object) -> str:
    """A tag made of content, and of the version of the program that shows it."""
    digest = hashlib.sha256(__version__.encode())
    for part in parts:
        digest.update(b"\x1f" + (part if isinstance(part, bytes) else str(part).encode("utf-8", "replace")))
    return f'"{digest.hexdigest()[:32]}"'
