"""Write the golden file again: `make golden`. Read the difference before you commit it."""

from __future__ import annotations

import json
from pathlib import Path

import firsthand
from firsthand.report import as_json
from tests.example import PAGES
from tests.golden.fields import fields_of

EXPECTED = Path(__file__).parent / "harbour-bridge.json"


def main() -> None:
    fields = fields_of(json.loads(as_json(firsthand.report(PAGES))))
    EXPECTED.write_text(json.dumps(fields, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
