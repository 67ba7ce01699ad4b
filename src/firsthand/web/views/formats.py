"""What a story can be handed on as, in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format."""

    name: str
    title: str
    about: str


FORMATS = (
    Format(name="html", title="One HTML file", about="to read anywhere, offline"),
    Format(name="md", title="Markdown brief", about="for a message or a document"),
    Format(name="csv", title="Tables (CSV, zipped)", about="for a spreadsheet, with a data dictionary"),
    Format(name="parquet", title="Tables (Parquet)", about="for analysis"),
    Format(name="json", title="JSON", about="the whole report"),
    Format(name="ninjs", title="ninjs", about="for a newsroom system"),
    Format(name="prov", title="W3C PROV", about="where everything comes from"),
    Format(name="annotations", title="Web Annotations", about="every span, in its page"),
    Format(name="bag", title="Case folder (BagIt)", about="sealed, with the pages as found"),
)
"""The names are those of `desk.exporting`; a test holds the two against each other."""
