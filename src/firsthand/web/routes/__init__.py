"""What a browser may ask for: a router a subject, each endpoint a doorway. `add_pages` mounts them all."""

from __future__ import annotations

from .mounting import add_pages

__all__ = ["add_pages"]
