"""The network of an exported file, to go on training from: 8-bit weights back to floating point.

The weights of the shipped file are all that is kept of an earlier training; they lie on a grid of 128 steps a channel,
which a few hundred steps of training smooth out.
"""

from __future__ import annotations

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

from training.attribution.network import Network as Base

from .network import Network

IN_A_LAYER = ("query", "key", "value", "output", "up", "down")
"""The matrices of one layer, in the order in which they are multiplied with."""


def restored(path: Path, dropout: float = 0.1) -> Network:
    """A network with the weights of an exported file."""
    held = {one.name: numpy_helper.to_array(one) for one in onnx.load(str(path)).graph.initializer}
    network = Network(Base(dropout=dropout), dropout=dropout)
    state = {name: torch.from_numpy(held[name].copy()) for name in network.state_dict() if name in held}
    for name in ("word.weight", "position.weight", "kind.weight", "mark.weight"):
        state[name] = _floats(held, name)
    stored = [name.removesuffix("_quantized") for name in held if name.endswith("_quantized") and "MatMul" in name]
    layers = range(len(network.layers))
    wanted = [f"layers.{n}.{part}" for n in layers for part in IN_A_LAYER]
    if len(stored) != len(wanted):
        raise ValueError(f"{path} holds {len(stored)} matrices, not {len(wanted)}")
    for name, into in zip(stored, wanted, strict=True):
        state[f"{into}.weight"] = _floats(held, name).T.contiguous()
    for name in ("gather.weight", "answers.weight"):
        state[name] = _floats(held, name).T.contiguous()
    network.load_state_dict(state)
    return network


def _floats(held: dict[str, object], name: str) -> torch.Tensor:
    whole = torch.from_numpy(held[f"{name}_quantized"].astype("float32"))  # type: ignore[attr-defined]
    scale, zero = (torch.as_tensor(held[f"{name}_{part}"]).float() for part in ("scale", "zero_point"))
    return (whole - zero) * scale
