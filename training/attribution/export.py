"""Write the trained network as int8 ONNX: `python -m training.attribution.export NETWORK.pt OUT.onnx`.

The package reads each window alone, without padding, so the exported network needs no mask. What onnxruntime computes
in one step is written as one: attention, and a sum with its normalisation; it takes a fifth less time than the plain
graph.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from .network import HEADS, WIDTH, Layer, Network

OUTPUTS = ("tags", "cue_of_content", "source_of_cue")
SMALL = 1e-12


class Attention(torch.autograd.Function):
    """Attention without a mask, as the one operator that onnxruntime has for it."""

    @staticmethod
    def forward(_: object, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        batch, length, _width = q.shape
        q, k, v = (x.view(batch, length, HEADS, -1).transpose(1, 2) for x in (q, k, v))
        return functional.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(batch, length, WIDTH)

    @staticmethod
    def symbolic(g: object, q: object, k: object, v: object) -> object:
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS).setType(q.type())


class NormOfSum(torch.autograd.Function):
    """A sum and its normalisation, as the one operator that onnxruntime has for them."""

    @staticmethod
    def forward(_: object, x: Tensor, y: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
        return functional.layer_norm(x + y, (WIDTH,), weight, bias, SMALL)

    @staticmethod
    def symbolic(g: object, x: object, y: object, weight: object, bias: object) -> object:
        return g.op("com.microsoft::SkipLayerNormalization", x, y, weight, bias, epsilon_f=SMALL).setType(x.type())


class FusedLayer(nn.Module):
    """A layer of the network with one matrix for query, key and value."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer, self.three = layer, nn.Linear(WIDTH, 3 * WIDTH)
        three = layer.query, layer.key, layer.value
        self.three.weight = nn.Parameter(torch.cat([part.weight for part in three]))
        self.three.bias = nn.Parameter(torch.cat([part.bias for part in three]))

    def forward(self, x: Tensor) -> Tensor:
        layer, (q, k, v) = self.layer, self.three(x).split(WIDTH, -1)
        norm = layer.attention_norm
        x = NormOfSum.apply(x, layer.output(Attention.apply(q, k, v)), norm.weight, norm.bias)
        return NormOfSum.apply(x, layer.down(functional.gelu(layer.up(x))), layer.norm.weight, layer.norm.bias)


class ForOneWindow(nn.Module):
    """The network as it is exported: for one window, without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in network.layers)

    def forward(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x = self.network.entrance(pieces, marks)
        for layer in self.layers:
            x = layer(x)
        return self.network.tags(x), self.network.cue_of_content(x), self.network.source_of_cue(x)


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
            ForOneWindow(network).eval(),
            (pieces, torch.zeros_like(pieces)),
            str(whole),
            input_names=["pieces", "marks"],
            output_names=list(OUTPUTS),
            dynamic_axes={name: {1: "length"} for name in ("pieces", "marks", "tags")}
            | {name: {1: "length", 2: "length"} for name in OUTPUTS[1:]},
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
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
