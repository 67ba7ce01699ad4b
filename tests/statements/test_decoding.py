"""From scores to attributions, without the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from firsthand.statements.decoding import decoded
from firsthand.statements.encoding import LONGEST_WINDOW, OPENS_LINE, Window, cuts_of, pieces_of, window_of
from firsthand.statements.spans import TAGS

if TYPE_CHECKING:
    from firsthand.statements.spans import Scores

TEXT = "The mayor said it rained. It snowed, she added."


def windows_of(text: str, longest: int = LONGEST_WINDOW) -> list[Window]:
    pieces = pieces_of(text)
    return [window_of(pieces, start, end) for start, end in cuts_of(pieces, text, longest)]


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


def test_what_is_hardly_an_attribution_is_left_out() -> None:
    (window,) = windows_of("The mayor said it rained.")
    told = ["B-source", "I-source", "B-cue", "B-content", "I-content", "I-content"]
    shown = [len(decoded(window, *_scores(window, told, by=by))) for by in (9.0, 0.5)]
    assert shown == [1, 0]


def test_a_cue_that_points_to_a_word_makes_it_a_source() -> None:
    (window,) = windows_of("Rain fell, she said.")
    told = ["B-content", "I-content", "I-content", "O", "B-cue", "O"]
    tags, cues, sources = _scores(window, told, by=9.0)
    she, said = window.heads[3], window.heads[4]
    tags[she, TAGS.index("B-source")] = 8.9
    without = decoded(window, tags, cues, sources)
    sources[said, [0, she]] = 0, 9
    (found,) = decoded(window, tags, cues, sources)
    assert [a.source for a in without] == [None]
    assert found.source == window.words[3]


def _scores(window: Window, told: list[str], by: float) -> tuple[Scores, Scores, Scores]:
    """Tags that are as told by so much, all contents linked to the first word of the cue, and it to nothing."""
    size = len(window.pieces)
    tags, cues, sources = (np.zeros((size, n), np.float32) for n in (len(TAGS), size, size))
    for head, tag in zip(window.heads, told, strict=True):
        tags[head, TAGS.index(tag)] = by
    cues[:, window.heads[told.index("B-cue")]] = by
    sources[:, 0] = by
    return tags, cues, sources


def test_what_a_colon_announces_stays_in_the_window_of_its_cue() -> None:
    line = "The river rose again overnight. " * 20
    text = f"{line}\n{line}\nThe mayor said:\n“We are safe.”\n{line}"
    openings = [opening for size in range(120, 300, 3) for opening in _openings(text, size)]
    assert any(opening.startswith("The mayor said:") for opening in openings)
    assert not any(opening.startswith("“We") for opening in openings)


def _openings(text: str, longest: int) -> list[str]:
    return [text[window.words[0][0] :] for window in windows_of(text, longest=longest)]
