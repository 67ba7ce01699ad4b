"""The template engine of everything that is shown in a browser: every value is made harmless, then escaped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from . import wording
from .neutral import neutral

TEMPLATES = Path(__file__).parent / "templates"


def environment(folders: Sequence[Path] = ()) -> Environment:
    """The report's templates, with those of further folders. `desk` is None where a page has nothing to be done on it;
    on a server it holds the macros of what a person may do with a finding, a claim, an article. `here` is the address,
    in a drawing, of the place that one stands at."""
    made = Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    made.filters["percent"] = wording.percent
    made.filters["count"] = wording.count
    made.globals.update(desk=None, here=None)
    return made


def _shown(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return neutral(value)
