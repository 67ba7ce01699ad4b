"""Model files: only the very bytes that this version was measured with are used."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from firsthand.text.weights import ModelFileError, checked

MODEL = b"weights of a small model"
DIGEST = hashlib.sha256(MODEL).hexdigest()


def test_the_expected_bytes_are_accepted(tmp_path: Path) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(MODEL)
    assert checked(file, DIGEST) == file


@pytest.mark.parametrize("found", [MODEL[:-1], MODEL + b"\n", MODEL.upper(), b""])
def test_other_bytes_are_refused_and_both_digests_named(tmp_path: Path, found: bytes) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(found)
    with pytest.raises(ModelFileError) as refused:
        checked(file, DIGEST)
    for part in ("model.onnx", DIGEST, hashlib.sha256(found).hexdigest()):
        assert part in str(refused.value)


def test_a_missing_file_is_named_without_its_folder(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match=r"model file model\.onnx is missing") as refused:
        checked(tmp_path / "model.onnx", DIGEST)
    assert str(tmp_path) not in str(refused.value)


def test_a_folder_is_no_model_file(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError):
        checked(tmp_path, DIGEST)
