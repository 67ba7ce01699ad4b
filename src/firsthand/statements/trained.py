"""The trained tagger: MiniLM-L6 with heads for tags and links, as int8 ONNX. See data/MODEL_CARD.md."""

from __future__ import annotations

import multiprocessing
from functools import cache
from pathlib import Path
from typing import Any

from firsthand.text.english import LONGEST
from firsthand.text.weights import checked

from .attributions import Attribution
from .decoding import decoded
from .encoding import windows_of

MODEL = Path(__file__).parent / "data" / "attribution.onnx"
MODEL_SHA256 = "d9c39fd78738f154834a66026cbdad5c7a14dd1994ac42d145c59b9cb27fb7f6"


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
    import numpy as np

    found: list[Attribution] = []
    for window in windows_of(text[:LONGEST]):
        feed = {
            "pieces": np.array([window.pieces], dtype=np.int64),
            "marks": np.array([window.marks], dtype=np.int64),
        }
        tags, cues, sources = _session().run(None, feed)
        found.extend(decoded(window, tags[0], cues[0], sources[0]))
    return tuple(sorted(found, key=lambda a: (a.content, a.cue or (0, 0))))
