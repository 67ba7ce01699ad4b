"""The project's own example: its pages, and the answers of a careful editor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "examples" / "harbour-bridge"
PAGES = tuple(str(path) for path in sorted((FOLDER / "pages").iterdir()))
ANSWERS: dict[str, Any] = json.loads((FOLDER / "story.json").read_text(encoding="utf-8"))
PRESS_RELEASE = (FOLDER / "press-release.txt").read_text(encoding="utf-8")
