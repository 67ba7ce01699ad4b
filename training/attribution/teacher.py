"""The teacher: the lower ten layers of MPNet, 768 wide, with the marks and heads of the network that learns from it."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from firsthand.text.embeddings import VOCABULARY

from .network import MARKS, TAGS, Dropout, Link, attended
from .network import VOCABULARY as OURS

WIDTH, HEADS, LAYERS, INNER, POSITIONS, PIECES = 768, 12, 10, 3072, 514, 30527
KEPT = 3
"""So many of the lowest layers stay as they are; the marks of form come in after them."""
BUCKETS, FARTHEST = 32, 128
"""Distances of two positions share a bias in this many buckets, the last of them from this many pieces on."""
NORM_AT_LEAST = 1e-5
FIRST_POSITION = 2
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm, self.norm = (nn.LayerNorm(WIDTH, eps=NORM_AT_LEAST) for _ in range(2))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = attended(q, k, v, bias)
        x = self.attention_norm(x + self.dropout(self.output(seen.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Teacher(nn.Module):
    """Reads the word pieces of BERT, as the network does, and gives the same three scores."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(PIECES, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.mark = nn.Embedding(MARKS, WIDTH)
        nn.init.zeros_(self.mark.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=NORM_AT_LEAST)
        self.apart = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)
        self.tags = nn.Linear(WIDTH, TAGS)
        self.cue_of_content, self.source_of_cue = Link(WIDTH), Link(WIDTH)
        self.register_buffer("numbers", torch.zeros(OURS, dtype=torch.long))

    def forward(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tag scores (batch, length, 7) and the two links (batch, length, length). Piece 0 is padding."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(self.numbers[pieces]) + self.position(at + FIRST_POSITION)[None]
        x = self.dropout(self.norm(x))
        absent = (pieces == 0).to(torch.float32) * -1e4
        with torch.no_grad():
            near = self.apart(buckets(at[None, :] - at[:, None])).permute(2, 0, 1)
            bias = near[None] + absent[:, None, None, :]
        for n, layer in enumerate(self.layers):
            x = layer(x, bias) if n != KEPT else layer(x + self.mark(marks), bias)
        x = self.dropout(x)
        return self.tags(x), self.cue_of_content(x) + absent[:, None], self.source_of_cue(x) + absent[:, None]


def buckets(apart: Tensor) -> Tensor:
    """The bucket of each distance, as in T5: exact when near, by its logarithm when far, one half for either side."""
    half, far = BUCKETS // 2, apart.abs()
    exact = half // 2
    coarse = exact + (far.clamp(min=1) / exact).log() / math.log(FARTHEST / exact) * (half - exact)
    return (apart > 0) * half + torch.where(far < exact, far, coarse.long().clamp(max=half - 1))


def from_mpnet(folder: Path) -> Teacher:
    """A teacher with the weights of all-mpnet-base-v2."""
    weights = {name.removeprefix("mpnet."): value for name, value in load_file(folder / "model.safetensors").items()}
    number = {piece: n for n, piece in enumerate((folder / "vocab.txt").read_text("utf-8").splitlines())}
    known = VOCABULARY.read_text(encoding="utf-8").splitlines()
    teacher = Teacher()
    teacher.numbers.copy_(torch.tensor([number[SPECIAL.get(piece, piece)] for piece in known]))
    names = {
        "word": "embeddings.word_embeddings",
        "position": "embeddings.position_embeddings",
        "norm": "embeddings.LayerNorm",
        "apart": "encoder.relative_attention_bias",
    }
    parts = {
        "query": "attention.attn.q",
        "key": "attention.attn.k",
        "value": "attention.attn.v",
        "output": "attention.attn.o",
        "attention_norm": "attention.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm": "output.LayerNorm",
    }
    for n in range(LAYERS):
        names |= {f"layers.{n}.{part}": f"encoder.layer.{n}.{theirs}" for part, theirs in parts.items()}
    taken = {
        f"{ours}.{end}": weights[f"{name}.{end}"]
        for ours, name in names.items()
        for end in ("weight", "bias")
        if f"{name}.{end}" in weights
    }
    for part in (teacher.word, teacher.position, teacher.norm, teacher.apart, *teacher.layers[:KEPT]):
        part.requires_grad_(False)
    left = set(teacher.load_state_dict(taken, strict=False).missing_keys)
    assert {name.split(".")[0] for name in left} <= {"mark", "tags", "cue_of_content", "source_of_cue", "numbers"}, left
    return teacher
