"""The network: MiniLM-L6 over both sides at once, with marks of form at its entrance and four answers at its end."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.attribution.network import WIDTH
from training.attribution.network import Network as Base
from training.attribution.network import from_base as base_from

MARKS = 13
ANSWERS = ("same", "ab", "ba", "contra")
"""One point; the first side entails the second; the second the first; they contradict each other."""


class Network(nn.Module):
    def __init__(self, base: Base, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.position, self.kind, self.norm = base.word, base.position, base.kind, base.norm
        self.layers, self.dropout = base.layers, nn.Dropout(dropout)
        self.mark = nn.Embedding(MARKS, WIDTH)
        nn.init.zeros_(self.mark.weight)
        self.gather = nn.Linear(5 * WIDTH, WIDTH)
        self.answers = nn.Linear(WIDTH, len(ANSWERS))

    def forward(self, pieces: Tensor, sides: Tensor, marks: Tensor) -> Tensor:
        """Scores (batch, 4). Piece 0 is padding."""
        there = pieces != 0
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(pieces) + self.position(at)[None] + self.kind(sides) + self.mark(marks)
        x = self.dropout(self.norm(x))
        absent = (~there).to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, absent[:, None, None, :])
        words = (marks != 0).to(x.dtype)
        second = words * sides.to(x.dtype)
        a, b = _mean(x, words - second), _mean(x, second)
        seen = torch.cat([x[:, 0], a, b, (a - b).abs(), a * b], dim=1)
        return self.answers(self.dropout(functional.gelu(self.gather(self.dropout(seen)))))


def _mean(x: Tensor, kept: Tensor) -> Tensor:
    return (x * kept[:, :, None]).sum(1) / kept.sum(1).clamp(min=1.0)[:, None]


def from_base(path: Path) -> Network:
    """A network whose encoder has the weights of the base model's safetensors file."""
    return Network(base_from(path))
