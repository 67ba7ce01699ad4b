"""The network: MiniLM-L6 (BERT, 6 layers of 384) with marks of form at its entrance and three heads at its end."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS, INNER, POSITIONS, VOCABULARY = 384, 12, 6, 1536, 512, 30522
MARKS, TAGS, LINK = 16, 7, 128
FARTHEST = 64
"""Links know how far apart two positions stand, up to this many pieces either way."""


class Dropout(nn.Module):
    """Dropout whose masks are stretches of a long one: to draw each anew takes an eighth of the training's time."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.kept = 1 - share
        self.long: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        if self.long is None or self.long.dtype != x.dtype or len(self.long) < 2 * x.numel():
            self.long = (torch.rand(4 * x.numel(), device=x.device) < self.kept).to(x.dtype) / self.kept
        first = int(torch.randint(len(self.long) - x.numel(), ()))
        return x * self.long[first : first + x.numel()].view(x.shape)


def attended(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """Attention by plain products, which bfloat16 does several times faster than the fused operator's way back."""
    shares = ((query * query.shape[-1] ** -0.5) @ key.transpose(2, 3) + bias.to(query.dtype)).softmax(-1)
    return shares.to(value.dtype) @ value


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm, self.norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = attended(q, k, v, mask)
        x = self.attention_norm(x + self.dropout(self.output(seen.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Link(nn.Module):
    """Scores of every position as the partner of every position."""

    def __init__(self, width: int = WIDTH) -> None:
        super().__init__()
        self.asks, self.answers = nn.Linear(width, LINK), nn.Linear(width, LINK)
        self.distance = nn.Embedding(2 * FARTHEST + 1, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, x: Tensor) -> Tensor:
        at = torch.arange(x.shape[1], device=x.device)
        apart = (at[None, :] - at[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        return self.asks(x) @ self.answers(x).transpose(1, 2) / LINK**0.5 + self.distance(apart).squeeze(-1)


class Network(nn.Module):
    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Embedding(2, WIDTH)
        self.mark = nn.Embedding(MARKS, WIDTH)
        nn.init.zeros_(self.mark.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)
        self.tags = nn.Linear(WIDTH, TAGS)
        self.cue_of_content, self.source_of_cue = Link(), Link()

    def forward(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tag scores (batch, length, 7) and the two links (batch, length, length). Piece 0 is padding."""
        x = self.dropout(self.entrance(pieces, marks))
        absent = (pieces == 0).to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, absent[:, None, None, :])
        x = self.dropout(x)
        return self.tags(x), self.cue_of_content(x) + absent[:, None], self.source_of_cue(x) + absent[:, None]

    def entrance(self, pieces: Tensor, marks: Tensor) -> Tensor:
        """The vectors that the first layer reads."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        return self.norm(self.word(pieces) + self.position(at)[None] + self.kind.weight[0] + self.mark(marks))


def from_base(path: Path) -> Network:
    """A network whose encoder has the weights of the base model's safetensors file."""
    network, weights = Network(), load_file(path)
    embeddings = {
        "word": "word_embeddings",
        "position": "position_embeddings",
        "kind": "token_type_embeddings",
        "norm": "LayerNorm",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm": "output.LayerNorm",
    }
    taken = {}
    for ours, theirs in embeddings.items():
        taken |= {
            f"{ours}.{end}": weights[f"embeddings.{theirs}.{end}"] for end in _ends(weights, f"embeddings.{theirs}")
        }
    for n in range(LAYERS):
        for ours, theirs in parts.items():
            name = f"encoder.layer.{n}.{theirs}"
            taken |= {f"layers.{n}.{ours}.{end}": weights[f"{name}.{end}"] for end in _ends(weights, name)}
    left = set(network.load_state_dict(taken, strict=False).missing_keys)
    assert all(name.split(".")[0] in ("mark", "tags", "cue_of_content", "source_of_cue") for name in left), left
    return network


def _ends(weights: dict[str, Tensor], name: str) -> list[str]:
    return [end for end in ("weight", "bias") if f"{name}.{end}" in weights]
