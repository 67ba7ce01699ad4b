"""Names of files that are handed over."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

_LONGEST = 120


def attachment(name: str) -> str:
    """The header that makes a browser keep an answer under this name, and not show it as a page of ours (RFC 6266)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-.")[:_LONGEST] or "file"
    told = quote(re.sub(r"[\x00-\x1f\x7f/\\]", "-", name)[:_LONGEST], safe="", errors="replace")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{told}"
