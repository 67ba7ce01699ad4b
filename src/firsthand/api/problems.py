"""Problems: one table from exception to answer, told as `application/problem+json` (RFC 9457).

Nothing of the inside gets out: no trace, no path, no text of an exception that was not written for the reader.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.requests import Request

from firsthand.desk.errors import Busy, NotThere, Refused
from firsthand.report.neutral import escaped_json

MEDIA_TYPE = "application/problem+json"
_MOST_ERRORS = 20
_LONGEST = 300
_log = logging.getLogger("firsthand.api")


class Problem(HTTPException):
    """Something to be told as a problem. `detail` is written for the reader."""

    def __init__(self, status: int, detail: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(int(status), detail, dict(headers or {}))


STATUS_OF: dict[type[Exception], int] = {
    NotThere: HTTPStatus.NOT_FOUND,
    Refused: HTTPStatus.UNPROCESSABLE_ENTITY,
    Busy: HTTPStatus.CONFLICT,
}
"""Errors of the desk whose message is for the reader."""


def problem(
    status: int,
    detail: str,
    *,
    headers: Mapping[str, str] | None = None,
    errors: Sequence[Mapping[str, Any]] = (),
) -> Response:
    """The answer for a problem."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail[:_LONGEST],
    }
    if errors:
        body["errors"] = list(errors)
    content = escaped_json(json.dumps(body, ensure_ascii=False)).encode()
    return Response(content, status, headers={**(headers or {}), "Cache-Control": "no-store"}, media_type=MEDIA_TYPE)


async def answer(request: Request, error: Exception) -> Response:
    """What a request is told of an exception; what nobody foresaw is logged, and told as 500 without a word of it."""
    if isinstance(error, Problem):
        return told(request, error.status_code, error.detail, headers=error.headers)
    if isinstance(error, RequestValidationError):
        return told(
            request, HTTPStatus.UNPROCESSABLE_ENTITY, "The request is not of the described form.", errors=_errors(error)
        )
    if isinstance(error, HTTPException):
        return told(request, error.status_code, _DETAILS.get(error.status_code, ""), headers=error.headers)
    for kind, status in STATUS_OF.items():
        if isinstance(error, kind):
            return told(request, status, sentence(str(error)))
    _log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return told(request, HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong here. It has been written to the log.")


HANDLED: tuple[type[Exception], ...] = (RequestValidationError, HTTPException, *STATUS_OF)
"""What the application hands to `answer` by itself; the outermost guard catches the rest."""

Pages = Callable[[Request, int, str, str], Response]
"""What tells a problem (status, title, detail) to a person who reads pages: `app.state.problem_page`."""


def told(
    request: Request,
    status: int,
    detail: str,
    *,
    headers: Mapping[str, str] | None = None,
    errors: Sequence[Mapping[str, Any]] = (),
) -> Response:
    """The problem as a page where a page was asked for and there are pages, else as data."""
    app = request.scope.get("app")
    page: Pages | None = getattr(app.state, "problem_page", None) if app is not None else None
    if (
        page is None
        or request.scope["path"].startswith("/api/")
        or "text/html" not in request.headers.get("accept", "")
    ):
        return problem(status, detail, headers=headers, errors=errors)
    response = page(request, int(status), HTTPStatus(status).phrase, detail[:_LONGEST])
    response.status_code = int(status)
    response.headers.update({**(headers or {}), "Cache-Control": "no-store"})
    return response


_DETAILS = {
    400: "The request cannot be read.",
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
    413: "The request is larger than is taken.",
    415: "This type of content is not taken here.",
}


def sentence(text: str) -> str:
    """Words that an error brings, as a sentence of their own."""
    return text[:1].upper() + text[1:] + ("" if not text or text.endswith((".", "…", "?")) else ".")


def _errors(error: RequestValidationError) -> list[dict[str, Any]]:
    """Where and why, without the values that were sent: they may be a password."""
    return [
        {
            "where": [part if isinstance(part, int) else str(part)[:100] for part in one["loc"]],
            "why": str(one["msg"])[:200],
        }
        for one in error.errors()[:_MOST_ERRORS]
    ]
