"""Write the trained network as int8 ONNX: `python -m training.comparison.export NETWORK.pt OUT.onnx NEWS`.

Prints the file's SHA-256 and how far the answers of the file lie from those of the network on pairs of NEWS.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.attribution.network import Network as Base

from .examples import of_news
from .network import Network

INPUTS = ("pieces", "sides", "marks")
LOOKED_AT = 400
"""Pairs that both are asked about."""


def export(weights: Path, out: Path) -> Network:
    """Write the network with 8-bit weights."""
    network = Network(Base(dropout=0.0), dropout=0.0)
    state = torch.load(weights, map_location="cpu")
    network.load_state_dict(state.get("network", state))
    network.eval()
    pieces = torch.randint(1000, 20000, (1, 40))
    sides = torch.tensor([[0] * 20 + [1] * 20])
    marks = torch.tensor([[0, *[1] * 18, 0, *[3] * 19, 0]])
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network,
            (pieces, sides, marks),
            str(whole),
            input_names=list(INPUTS),
            output_names=["answers"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in INPUTS} | {"answers": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
        # 7 bits: u8 times s8 can overflow its 16-bit sums on processors without VNNI, and results would differ there
        quantize_dynamic(whole, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    return network


@torch.no_grad()
def differences(network: Network, out: Path, news: Path) -> np.ndarray:
    """How far the probabilities of the file lie from those of the network, one row a pair."""
    from firsthand.text.comparing.encoding import encode_pair

    session = onnxruntime.InferenceSession(str(out), providers=["CPUExecutionProvider"])
    made = of_news(news)
    found = []
    for example in made[:: max(1, len(made) // LOOKED_AT)]:
        pair = encode_pair(example.a, example.b)
        rows = [np.array([row], dtype=np.int64) for row in (pair.pieces, pair.sides, pair.marks)]
        whole = torch.sigmoid(network(*map(torch.from_numpy, rows))).numpy()[0]
        small = 1 / (1 + np.exp(-session.run(None, dict(zip(INPUTS, rows, strict=True)))[0][0]))
        found.append(np.abs(whole - small))
    return np.array(found)


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("weights", "out", "news"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    network = export(args.weights, args.out)
    print(hashlib.sha256(args.out.read_bytes()).hexdigest(), args.out.stat().st_size)
    far = differences(network, args.out, args.news)
    print("mean difference of same, ab, ba, contra:", far.mean(axis=0).round(4), "largest:", far.max(axis=0).round(3))


if __name__ == "__main__":
    main()
