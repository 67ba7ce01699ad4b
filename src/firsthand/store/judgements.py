"""Judgements: a file of JSON lines, only ever added to, each with who decided and when."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from firsthand.model import Judgement, Verdict


class BadJudgementsError(Exception):
    """A file that does not hold judgements. The message says which line and why."""


def read_judgements(path: str | os.PathLike[str]) -> dict[str, Judgement]:
    """The judgements that hold, by the words they are about: of several on the same words the last, and none that was
    taken back. A last line that was cut off (the machine went down while it was written) is passed over.

    Raises:
        BadJudgementsError: another line is no judgement.
        OSError: the file cannot be read.
    """
    text = Path(path).read_text(encoding="utf-8")
    held: dict[str, Judgement] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found = _judgement(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            if number == len(lines):
                break
            raise BadJudgementsError(f"{path}, line {number}: no judgement ({error})") from error
        held.pop(found.words, None)
        if found.verdict is not None:
            held[found.words] = found
    return held


def add_judgement(path: str | os.PathLike[str], judgement: Judgement) -> None:
    """Add one line, in the place of one that was cut off.

    Raises:
        OSError: the file cannot be written.
    """
    line = json.dumps(
        {
            "words": judgement.words,
            "verdict": str(judgement.verdict) if judgement.verdict else None,
            "by": judgement.by,
            "when": judgement.when,
            "note": judgement.note,
        },
        ensure_ascii=False,
    )
    with Path(path).open("ab+") as file:
        file.seek(0)
        whole = file.read()
        file.truncate(whole.rfind(b"\n") + 1)
        file.write(line.encode("utf-8") + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _judgement(data: Any) -> Judgement:
    words, verdict = data["words"], data["verdict"]
    if not isinstance(words, str):
        raise TypeError("“words” is no text")
    return Judgement(
        words=words,
        verdict=None if verdict is None else Verdict(verdict),
        by=str(data.get("by", "")),
        when=str(data.get("when", "")),
        note=str(data.get("note", "")),
    )
