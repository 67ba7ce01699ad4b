"""A decision in one sentence."""

from __future__ import annotations

from firsthand.desk.values import Decision
from firsthand.report.neutral import one_line

_SUBJECTS = {"finding": "a finding", "claim": "a claim", "story": "the story", "note": "a note"}
_VERDICTS = {
    "right": "judged {subject} right",
    "wrong": "judged {subject} wrong",
    "merge": "merged {subject} with another",
    "split": "split {subject}",
    "note": "wrote a note on {subject}",
    "undo": "took a decision back",
}


def told(decision: Decision) -> str:
    """ "Judged a finding wrong: another quake"."""
    words = _VERDICTS[decision.verdict].format(subject=_SUBJECTS[decision.subject_kind])
    note = f": {one_line(decision.note)}" if decision.note else ""
    return f"{words[:1].upper()}{words[1:]}{note}{' (taken back)' if decision.undone else ''}"
