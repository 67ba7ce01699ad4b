"""The trained tagger: MiniLM-L6 with heads for tags and links, as int8 ONNX. See data/MODEL_CARD.md."""

from __future__ import annotations

import multiprocessing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firsthand.text.english import LONGEST
from firsthand.text.weights import checked

from .attributions import Attribution
from .decoding import decoded
from .encoding import Window, cuts_of, pieces_of, window_of
from .rereading import around, mean_of, unsure_stretches

if TYPE_CHECKING:
    from .spans import Scores

MODEL = Path(__file__).parent / "data" / "attribution.onnx"
MODEL_SHA256 = "31941a0f5282ea6426645c1a15873585be7d8669ae65e5705ef64fe6f76373df"


@cache
def _session() -> Any:
    model = checked(MODEL, MODEL_SHA256)
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1 if multiprocessing.parent_process() is not None else 2  # of several processes, one
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # spinning doubles its time
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


def attributions_by_model(text: str) -> tuple[Attribution, ...]:
    """The attributions of a text. Each window is read alone, so that nothing depends on what it is read beside."""
    text = text[:LONGEST]
    pieces = pieces_of(text)
    found: list[Attribution] = []
    for start, end in cuts_of(pieces, text):
        window = window_of(pieces, start, end)
        tags, cues, sources = _read(window)
        once = tags.copy()
        for stretch in unsure_stretches(pieces, text, (start, end), window.heads, once):
            since, until = around(pieces, stretch)
            (again,) = _read(window_of(pieces, since, until), ("tags",))
            here, there = (slice(stretch[0] - at + 1, stretch[1] - at + 1) for at in (start, since))
            tags[here] = mean_of(once[here], again[there])
        found.extend(decoded(window, tags, cues, sources))
    return tuple(sorted(found, key=lambda a: (a.content, a.cue or (0, 0))))


def _read(window: Window, wanted: tuple[str, ...] = ("tags", "cue_of_content", "source_of_cue")) -> list[Scores]:
    """The network's scores of a window: tags and the two links, or what of them is wanted."""
    import numpy as np
    import onnxruntime

    feed = {
        "pieces": np.array([window.pieces], dtype=np.int64),
        "marks": np.array([window.marks], dtype=np.int64),
    }
    options = onnxruntime.RunOptions()
    options.only_execute_path_to_fetches = True
    return [scores[0] for scores in _session().run(wanted, feed, options)]
