"""The report as one HTML file: nothing is loaded from elsewhere, everything can be read without a script."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from firsthand.model import Report

from . import wording
from .rendering import TEMPLATES, environment
from .views.story import story_view


def as_html(report: Report) -> str:
    """The page. A policy inside it lets the browser run and load only what this function wrote."""
    style, script = (_asset(name) for name in ("page.css", "page.js"))
    stories = [story_view(report, story, number) for number, story in enumerate(report.stories, start=1)]
    return (
        environment()
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


def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """As a content security policy wants it: over the characters between the tags."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
