"""Write the trained network as int8 ONNX: `python -m training.attribution.export NETWORK.pt OUT.onnx`."""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from .network import Network

OUTPUTS = ("tags", "cue_of_content", "source_of_cue")


def export(weights: Path, out: Path) -> str:
    """Write the network with 8-bit weights and give the file's SHA-256."""
    network = Network(dropout=0.0)
    state = torch.load(weights, map_location="cpu")
    network.load_state_dict(state.get("network", state))
    network.eval()
    pieces = torch.randint(1000, 20000, (1, 40))
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network,
            (pieces, torch.zeros_like(pieces)),
            str(whole),
            input_names=["pieces", "marks"],
            output_names=list(OUTPUTS),
            dynamic_axes={name: {0: "batch", 1: "length"} for name in ("pieces", "marks", "tags")}
            | {name: {0: "batch", 1: "length", 2: "length"} for name in OUTPUTS[1:]},
            opset_version=17,
            dynamo=False,
        )
        # 7 bits: u8 times s8 can overflow its 16-bit sums on processors without VNNI, and results would differ there
        quantize_dynamic(whole, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    return hashlib.sha256(out.read_bytes()).hexdigest()


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    print(export(args.weights, args.out), args.out.stat().st_size)


if __name__ == "__main__":
    main()
