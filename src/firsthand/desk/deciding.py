"""What people decide: on findings, claims and stories. Every line of the book stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from firsthand.store.opening import Store

from .values import Decision, Listing, SubjectKind, Verdict


def decide(
    store: Store,
    *,
    who: str,
    subject_kind: SubjectKind,
    subject: str,
    story: str,
    verdict: Verdict,
    note: str = "",
    detail: Mapping[str, Any] | None = None,
) -> Decision:
    """Write one decision down and have it honoured.

    `right` and `wrong` are said of a finding, a claim or a story; `note` of anything. `merge` puts the story `subject`
    into another (`detail={"into": story id}`); `split` takes articles out of it (`detail={"articles": [ids]}`).

    Raises:
        NotThere: the subject is not there.
        Refused: the decision makes no sense (a story into itself, all its articles out of it).
    """
    raise NotImplementedError


def undo(store: Store, number: int, who: str) -> Decision:
    """Take a decision back.

    Raises:
        NotThere: there is no such decision.
        Refused: it was taken back before, or is itself an undo.
    """
    raise NotImplementedError


def decisions(store: Store, story: str | None = None, cursor: str | None = None, limit: int = 50) -> Listing[Decision]:
    """The book of decisions, the last line first."""
    raise NotImplementedError
