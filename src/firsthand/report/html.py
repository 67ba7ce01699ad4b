"""The report as one HTML file: nothing is loaded from elsewhere, everything can be read without a script."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from firsthand.model import Report

from . import wording
from .neutral import neutral
from .views.story import story_view

_TEMPLATES = Path(__file__).parent / "templates"


def as_html(report: Report) -> str:
    """The page. A policy inside it lets the browser run and load only what this function wrote."""
    style, script = (_asset(name) for name in ("page.css", "page.js"))
    stories = [story_view(report, story, number) for number, story in enumerate(report.stories, start=1)]
    return (
        _environment()
        .get_template("page.html")
        .render(
            report=report,
            stories=stories,
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
            "base-uri 'none'; form-action 'none'",
            counts=", ".join(
                (
                    wording.count(len(report.pages), "page"),
                    wording.count(len(report.articles), "article"),
                    wording.count(len(report.stories), "story", "stories"),
                )
            ),
        )
    )


def _environment() -> Environment:
    """Every value is escaped, and made harmless before that."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    environment.filters["percent"] = wording.percent
    environment.filters["count"] = wording.count
    return environment


def _shown(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return neutral(value)


def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """As a content security policy wants it: over the characters between the tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
