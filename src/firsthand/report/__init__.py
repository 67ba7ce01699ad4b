"""The report in its formats, one file a format. Nothing heavy is imported before it is used.

A format of one file is a text; one of several files gives each one's name and bytes. `only` takes one story out of a
report, so that every format can show it alone.
"""

from __future__ import annotations

from firsthand.model import Report

from .annotations import as_annotations
from .bag import sealed
from .json import as_json
from .markdown import as_markdown
from .ninjs import as_ninjs
from .only import NoStoryError, only
from .packing import zipped
from .prov import as_prov, as_provn
from .tables import as_tables
from .text import as_text

__all__ = [
    "NoStoryError", "as_annotations", "as_html", "as_json", "as_markdown", "as_ninjs", "as_prov", "as_provn",
    "as_tables", "as_text", "only", "sealed", "zipped",
]  # fmt: skip


def as_html(report: Report) -> str:
    """One self-contained HTML file."""
    from .html import as_html as render  # brings in the template engine

    return render(report)
