"""From a page as the store keeps it to what its reader takes."""

from __future__ import annotations

from firsthand.pages.originals import Original
from firsthand.store.values import KeptPage


def original_of(kept: KeptPage) -> Original:
    """The original of a page."""
    return Original(**{name: getattr(kept, name) for name in Original.__dataclass_fields__})
