"""Pages that were given just now, while they arrive: what has come of each so far."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from dataclasses import replace

from firsthand.desk import reading
from firsthand.desk.errors import DeskError
from firsthand.desk.values import Taken
from firsthand.store.opening import Store

_FETCHING = threading.Semaphore(3)  # lists of addresses that are fetched at once
_log = logging.getLogger("firsthand.web")


class Arriving:
    """One list of pages. Reading it while it grows is safe."""

    def __init__(self) -> None:
        self.taken: list[Taken] = []
        self.waiting = 0
        """Addresses that have not been asked yet."""
        self.refused = ""

    def take(self, pages: Iterator[Taken]) -> None:
        """Take pages that are at hand."""
        try:
            self.taken.extend(pages)
        except DeskError as error:
            self.refused = str(error)

    def fetch(self, count: int, pages: Iterator[Taken]) -> None:
        """Take pages that have to be fetched, beside everything else."""
        self.waiting = count
        threading.Thread(target=self._fetch, args=(pages,), daemon=True).start()

    def _fetch(self, pages: Iterator[Taken]) -> None:
        with _FETCHING:
            try:
                for one in pages:
                    self.taken.append(one)
                    self.waiting = max(0, self.waiting - 1)
            except DeskError as error:
                self.refused = str(error)
            except Exception:
                _log.exception("fetching for the form of pages broke off")
                self.refused = "Fetching broke off. What went wrong has been written to the log."
            finally:
                self.waiting = 0

    def now(self, store: Store) -> list[Taken]:
        """What has come of each page by now."""
        return [_now(store, one) for one in list(self.taken)]


def _now(store: Store, taken: Taken) -> Taken:
    row = reading.page(store, taken.page) if taken.page else None
    return replace(taken, state=row.state, reason=row.reason) if row else taken
