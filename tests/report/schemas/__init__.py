"""Schemas that what leaves the house is held against."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker

HERE = Path(__file__).parent
FORMATS = FormatChecker(formats=())


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    """RFC 3986, as far as it matters here: a scheme, and only characters that a URI may hold."""
    allowed = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%")
    if not isinstance(value, str):
        return True
    parts = urlsplit(value)
    return bool(parts.scheme and (parts.netloc or parts.path)) and set(value) <= allowed


@FORMATS.checks("date-time")
def is_moment(value: object) -> bool:
    """RFC 3339: a day, a time to the second, a zone."""
    if not isinstance(value, str):
        return True
    return "T" in value and len(value) >= 20 and datetime.fromisoformat(value).tzinfo is not None


def schema_at(path: Path) -> Draft202012Validator:
    """A schema in a file, itself checked first."""
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FORMATS)


def faults(validator: Draft202012Validator, data: Any) -> list[str]:
    """What is wrong with data, and where."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(data)]
