"""PolNeAR documents as training examples: windows with a tag a word and the links between words."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from firsthand.statements.encoding import LONGEST_WINDOW, Window, cuts_of, pieces_of, window_of

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
    shares: np.ndarray | None
    """How likely the teacher finds each tag, (positions, 7)."""
    labelled: bool
    """Whether tags are a person's."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What a teacher says of a text's word pieces."""

    shares: np.ndarray
    """How likely each tag is, (pieces, 7)."""
    cue_of_content: np.ndarray
    source_of_cue: np.ndarray
    """The piece that a piece is linked to; -1, none."""


def documents(path: Path) -> list[dict]:
    """The lines of a data file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def examples_of(
    document: dict, rng: random.Random | None = None, taught: Mapping[str, Taught] | None = None
) -> list[Example]:
    """The windows of a document; with `rng` the first one is cut short by chance, so that each epoch cuts otherwise.

    A document without attributions is learned from what the teacher says of it.
    """
    first = rng.randint(LONGEST_WINDOW // 3, LONGEST_WINDOW) if rng else None
    text, told = document["text"], (taught or {}).get(document["id"])
    pieces = pieces_of(text)
    return [
        _example(window_of(pieces, start, end), document.get("attributions"), told, start)
        for start, end in cuts_of(pieces, text, first=first)
    ]


def _example(window: Window, attributions: list[dict] | None, told: Taught | None, since: int) -> Example:
    size = len(window.pieces)
    shares = None
    if told:
        shares = np.zeros((size, len(TAGS)), dtype=np.float32)
        shares[1:-1] = told.shares[since : since + size - 2]
    if attributions is None:
        assert told, "neither labels nor a teacher's word"
        return Example(window, *_as_taught(window, told, since), shares, labelled=False)
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
    return Example(window, tags, cue_of, source_of, shares, labelled=True)


def _as_taught(window: Window, told: Taught, since: int) -> tuple[list[int], list[int], list[int]]:
    """Tags and links as the teacher has them; links only from what it finds to be a content or a cue."""
    size = len(window.pieces)
    tags, cue_of, source_of = ([IGNORED] * size for _ in range(3))
    for head in window.heads:
        piece = since + head - 1
        tags[head] = int(told.shares[piece].argmax())
        role = ROLES[(tags[head] - 1) // 2] if tags[head] else None
        for asks, of, links in (("content", cue_of, told.cue_of_content), ("cue", source_of, told.source_of_cue)):
            if role == asks:
                to = int(links[piece]) - since + 1
                of[head] = to if 0 < to < size - 1 else NOWHERE
    return tags, cue_of, source_of


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
