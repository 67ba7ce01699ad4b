"""The report in its formats, one file a format. Nothing heavy is imported before it is used."""

from __future__ import annotations

from firsthand.model import Report

from .json import as_json
from .markdown import as_markdown
from .text import as_text

__all__ = ["as_html", "as_json", "as_markdown", "as_text"]


def as_html(report: Report) -> str:
    """One self-contained HTML file."""
    from .html import as_html as render  # brings in the template engine

    return render(report)
