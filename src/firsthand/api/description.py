"""The description of the API (OpenAPI 3.1), told at /api/v1/openapi.json."""

from __future__ import annotations

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import iter_route_contexts

from firsthand import __version__
from firsthand.desk.access import NEEDS

from .asking import needs_of
from .problems import MEDIA_TYPE
from .shapes.problems import ProblemTold

_ABOUT = """\
What stands behind the news: stories, claims, lineage and differences, with the exact words for everything.

Send a token as `Authorization: Bearer fh_…` (made by `firsthand people token`). On the machine that the desk runs on,
as long as it knows no people, none is needed. Lists are walked by `cursor`; answers have an `ETag`; whatever goes wrong
is told as `application/problem+json`. Offsets are code points of an article's text. Text of pages is quoted as it was
found: show it as text, never as markup.
"""
_REF = {"$ref": "#/components/schemas/ProblemTold"}
_PROBLEMS = {
    "401": "Nobody is known: sign in, or send a token.",
    "403": "Somebody is known, and may not.",
    "404": "There is nothing of that name.",
    "409": "Something has changed since, or is busy.",
    "413": "The request is larger than is taken.",
    "422": "The request is not of the described form, or is refused; `detail` says why.",
    "429": "Too many requests; `Retry-After` says when to come back.",
    "default": "Any other problem.",
}
_LINK = {"description": '`<…>; rel="next"`: where the list goes on.', "schema": {"type": "string"}}
_TAG = {"description": "Hand it back in `If-None-Match`.", "schema": {"type": "string"}}


def description_of(app: FastAPI) -> dict[str, Any]:
    """The description of the routes that the application has by now."""
    whole = get_openapi(
        title="Firsthand",
        version=__version__,
        description=_ABOUT,
        routes=[one for one in iter_route_contexts(app.routes) if (one.path or "").startswith("/api/")],
        servers=[{"url": "/"}],
    )
    schemas = whole["components"]["schemas"]
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    schemas.update(_schemas_of_problems())
    whole["components"]["securitySchemes"] = {
        "bearer": {"type": "http", "scheme": "bearer", "description": "A token of `firsthand people token`."}
    }
    whole["security"] = [{"bearer": []}, {}]
    roles = _roles(app)
    for path, operations in whole["paths"].items():
        for method, operation in operations.items():
            _complete(operation, method, path, roles.get((method, path)))
    return whole


def described(app: FastAPI) -> bytes:
    """The description as it travels."""
    return json.dumps(description_of(app), ensure_ascii=False).encode()


def _complete(operation: dict[str, Any], method: str, path: str, role: str | None) -> None:
    """Problems, headers and the role that it takes."""
    if role is not None:
        operation["description"] = f"{operation.get('description', '')}\n\nFor: {role}.".strip()
    responses = operation["responses"]
    for status, text in _PROBLEMS.items():
        if status == "404" and "{" not in path and path not in _LOOKS_UP:
            continue
        responses[status] = {"description": text, "content": {MEDIA_TYPE: {"schema": _REF}}}
    for status, response in responses.items():
        if method == "get" and status == "200":
            response.setdefault("headers", {})["ETag"] = _TAG
            if any(one.get("name") == "cursor" for one in operation.get("parameters", ())):
                response["headers"]["Link"] = _LINK
    if method == "get" and "text/event-stream" not in responses.get("200", {}).get("content", {}):
        responses["304"] = {"description": "What `If-None-Match` names is still so."}
    if "/stories/{story}" in path:
        responses["308"] = {"description": "The story has gone into another one: `Location` says which."}


_LOOKS_UP = frozenset({"/api/v1/beside", "/api/v1/decisions", "/api/v1/feeds", "/api/v1/watches", "/api/v1/stories"})
"""Routes without an id in their path that may yet miss something."""


def _schemas_of_problems() -> dict[str, Any]:
    schema = ProblemTold.model_json_schema(ref_template="#/components/schemas/{model}")
    inner = schema.pop("$defs", {})
    return {"ProblemTold": schema, **inner}


def _roles(app: FastAPI) -> dict[tuple[str, str], str]:
    found = {}
    for context in iter_route_contexts(app.routes):
        for need in needs_of(getattr(context, "dependant", None)):
            least = NEEDS[need.action]
            for method in context.methods or ():
                found[method.lower(), context.path_format or ""] = least.value if least else "anybody"
    return found
