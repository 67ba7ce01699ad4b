"""PolNeAR documents as training examples: windows with a tag a word and the links between words."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path

from firsthand.statements.encoding import LONGEST_WINDOW, Window, windows_of

ROLES = ("source", "cue", "content")
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NOWHERE = 0
"""The position that a link points to when there is no partner in the window: that of [CLS]."""
IGNORED = -100


@dataclass(frozen=True, slots=True)
class Example:
    """A window and, for each position, the tag, the content's cue, and the cue's source (`IGNORED`: none to learn)."""

    window: Window
    tags: list[int]
    cue_of_content: list[int]
    source_of_cue: list[int]


def documents(path: Path) -> list[dict]:
    """The lines of a data file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def examples_of(document: dict, rng: random.Random | None = None) -> list[Example]:
    """The windows of a document; with `rng` the first one is cut short by chance, so that each epoch cuts otherwise."""
    first = rng.randint(LONGEST_WINDOW // 3, LONGEST_WINDOW) if rng else None
    return [_example(window, document["attributions"]) for window in windows_of(document["text"], first=first)]


def _example(window: Window, attributions: list[dict]) -> Example:
    size = len(window.pieces)
    tags, cue_of, source_of = ([IGNORED] * size for _ in range(3))
    for head in window.heads:
        tags[head] = 0
    for attribution in attributions:
        at = {role: _spans(window, attribution[role]) for role in ROLES}
        for role in ROLES:
            for span in at[role]:
                for i, head in enumerate(span):
                    tags[head] = 1 + 2 * ROLES.index(role) + (i > 0)
        cue = at["cue"][0][0] if at["cue"] else NOWHERE
        source = at["source"][0][0] if at["source"] else NOWHERE
        for span in at["content"]:
            for head in span:
                cue_of[head] = cue
        for span in at["cue"]:
            for head in span:
                source_of[head] = source
    return Example(window, tags, cue_of, source_of)


def _spans(window: Window, mentions: list) -> list[list[int]]:
    """For each piece of the mentions that touches the window, the positions of its words."""
    pieces = sorted((start, end) for mention in mentions for start, end in mention)
    found = []
    low, high = window.words[0][0], window.words[-1][1]
    for start, end in pieces:
        if start >= high or end <= low:
            continue
        heads = [h for h, (a, b) in zip(window.heads, window.words, strict=True) if a < end and start < b]
        if heads:
            found.append(heads)
    return found
