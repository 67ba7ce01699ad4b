"""The matcher: one small transformer layer over the word states of two clauses, and what else is known of the pair."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, INNER = 128, 4, 256
WORD, FIGURES = 388, 12
"""Figures of a word (`text/matching`) and of a pair (`claims/evidence.py`)."""


class Layer(nn.Module):
    """Attention and a network a word, each behind a norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mixed, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.before, self.between = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, absent: Tensor) -> Tensor:
        """`absent` is added to the attention that a word gets: far below zero where there is none."""
        batch, words, _ = x.shape
        parts = self.mixed(self.before(x)).split(WIDTH, dim=2)
        query, key, value = (part.reshape(batch, words, HEADS, WIDTH // HEADS).transpose(1, 2) for part in parts)
        heed = torch.softmax(query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + absent[:, None, None, :], -1)
        x = x + self.dropout(self.out((heed @ value).transpose(1, 2).reshape(batch, words, WIDTH)))
        return x + self.dropout(self.down(functional.gelu(self.up(self.between(x)))))


class Matcher(nn.Module):
    """`mean` and `spread` are those of the pairs' figures."""

    def __init__(self, mean: Tensor, spread: Tensor, dropout: float = 0.1) -> None:
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("spread", spread)
        self.word, self.side = nn.Linear(WORD, WIDTH), nn.Embedding(2, WIDTH)
        self.layer, self.norm = Layer(dropout), nn.LayerNorm(WIDTH)
        self.figures, self.plain = nn.Linear(FIGURES, 32), nn.Linear(FIGURES, 1)
        self.gather, self.answer = nn.Linear(4 * WIDTH + 32, 64), nn.Linear(64, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor, sides: Tensor, there: Tensor, figures: Tensor) -> Tensor:
        """Scores, shape (batch,), of words (batch, length, WORD), their sides and whether there is one."""
        figures = (figures - self.mean) / self.spread
        x = self.norm(self.layer(self.word(words) + self.side(sides), (1 - there) * -1e4))
        second = there * sides.to(x.dtype)
        one, other = _mean(x, there - second), _mean(x, second)
        most = (x + (there[:, :, None] - 1) * 1e4).max(1).values
        known = functional.gelu(self.figures(figures))
        seen = torch.cat([one + other, (one - other).abs(), one * other, most, known], dim=1)
        hidden = functional.gelu(self.gather(self.dropout(seen)))
        return (self.answer(self.dropout(hidden)) + self.plain(figures))[:, 0]


def _mean(x: Tensor, kept: Tensor) -> Tensor:
    return (x * kept[:, :, None]).sum(1) / kept.sum(1).clamp(min=1)[:, None]
