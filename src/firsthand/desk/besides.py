"""Two articles side by side: what they share, what is changed in it, and what each has alone."""

from __future__ import annotations

from firsthand.store.opening import Store

from .values import SideBySide


def beside(store: Store, left: str, right: str) -> SideBySide:
    """Any two articles of the store as runs of text.

    Raises:
        NotThere: one of them is not there.
    """
    raise NotImplementedError
