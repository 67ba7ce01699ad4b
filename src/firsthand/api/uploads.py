"""Files that are brought, for the API and the pages: bounded in number and size, and on disk while they are read."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request

from firsthand.desk import intake
from firsthand.desk.values import Taken

from .forms import form_of
from .problems import Problem
from .state import Desk

FILES: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 100,
                            "items": {"type": "string", "format": "binary"},
                            "description": "The files, each as a part of its own called `file`.",
                        }
                    },
                }
            }
        },
    }
}
"""How the description tells of an upload."""
_LONGEST_NAME = 200


async def take_uploads(request: Request, desk: Desk, who: str, field: str = "file") -> list[Taken]:
    """Keep every file of the form's field.

    Raises:
        Problem: the form holds no file, or more or larger ones than are taken.
    """
    form = await form_of(request)
    files = [value for value in form.getlist(field) if isinstance(value, UploadFile)]
    if not files:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"Send files as multipart/form-data, in parts called “{field}”.")
    taken: list[Taken] = []
    for file in files:
        data = await file.read()
        found = await run_in_threadpool(_take, desk, file, data, who)
        taken.extend(found)
    request.state.subject = ", ".join(one.page or one.path for one in taken)
    return taken


def _take(desk: Desk, file: UploadFile, data: bytes, who: str) -> list[Taken]:
    return list(intake.take_bytes(desk.store, _name_of(file), data, file.content_type, who))


def _name_of(file: UploadFile) -> str:
    """The name alone: what a browser says of folders is not ours to know, and no path is ever made of it."""
    name = (file.filename or "").replace("\\", "/").rpartition("/")[2]
    return "".join(sign if sign.isprintable() else "-" for sign in name)[-_LONGEST_NAME:] or "upload"
