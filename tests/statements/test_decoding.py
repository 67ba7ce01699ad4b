"""From scores to attributions, without the model."""

from __future__ import annotations

import numpy as np

from firsthand.statements.decoding import TAGS, decoded
from firsthand.statements.encoding import OPENS_LINE, windows_of

TEXT = "The mayor said it rained. It snowed, she added."


def test_contents_go_to_the_cue_that_they_point_to() -> None:
    (window,) = windows_of(TEXT)
    words = [TEXT[start:end] for start, end in window.words]
    told = ["B-source", "I-source", "B-cue", "B-content", "I-content", "I-content"]
    told += ["B-content", "I-content", "O", "B-source", "B-cue", "O"]
    size = len(window.pieces)
    tags, cues, sources = (
        np.zeros((size, 7), np.float32),
        np.zeros((size, size), np.float32),
        np.zeros((size, size), np.float32),
    )
    for head, tag in zip(window.heads, told, strict=True):
        tags[head, TAGS.index(tag)] = 9
    at = dict(zip(words, window.heads, strict=True))
    cues[:, at["said"]] = 1
    cues[at["It"] :, at["added"]] = 5
    sources[at["said"], at["The"]] = 5
    sources[at["added"], at["she"]] = 5
    shown = [
        [TEXT[a:b] for a, b in (x.source or (0, 0), x.cue or (0, 0), *x.content)]
        for x in decoded(window, tags, cues, sources)
    ]
    assert shown == [["The mayor", "said", "it rained."], ["she", "added", "It snowed"]]


def test_no_span_runs_into_the_next_line() -> None:
    (window,) = windows_of("He left\nShe stayed")
    assert [bool(window.marks[head] & OPENS_LINE) for head in window.heads] == [True, False, True, False]
    size = len(window.pieces)
    tags = np.zeros((size, 7), np.float32)
    tags[list(window.heads), TAGS.index("I-content")] = 9
    nothing = np.zeros((size, size), np.float32)
    contents = [x.content for x in decoded(window, tags, nothing, nothing)]
    assert all(end <= 7 or start >= 8 for content in contents for start, end in content)


def test_windows_cover_every_word_once() -> None:
    text = "The river rose again overnight. " * 200
    words = [word for window in windows_of(text) for word in window.words]
    assert words == sorted(set(words))
    assert len(words) == 200 * 6
