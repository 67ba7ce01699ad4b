"""Small made pages for the light stages: some events, each told by several outlets, one page with two articles, one
that holds none, and one that comes twice under two names."""

from __future__ import annotations

import random
from pathlib import Path

EVENTS = (
    ("Ferry Halder runs aground off Brannock", "The ferry Halder ran aground off Brannock with passengers aboard"),
    ("Quarry wall at Tessen gives way", "A wall of the Tessen quarry gave way above the workers' road"),
    ("Choir of Ostvik wins the Maren prize", "The choir of Ostvik won the Maren prize before a full hall"),
    ("Kelmar council sells its tram depot", "The council of Kelmar sold its tram depot to the Ryd family"),
)
OUTLETS = ("Morning Ledger", "Coast Wire", "The Tern", "Upland Post", "Harbour Week")


def made_pages(folder: Path, count: int, seed: int = 7) -> list[Path]:
    """So many pages, the same for the same seed."""
    draw = random.Random(seed)
    files = []
    for number in range(count):
        file = folder / f"{number:03}.txt"
        parts = [_account(draw, number)]
        if number % 5 == 3:
            parts.append(_account(draw, number + 1000))
        file.write_text("no article\n" if number == 7 else "\n\n\n".join(parts), encoding="utf-8")
        files.append(file)
    return files


def _account(draw: random.Random, number: int) -> str:
    title, lead = draw.choice(EVENTS)
    lines = [
        lead,
        f"Those who saw it numbered {draw.choice((12, 12, 14, 20))}",
        f"Ada Holm: we were there at {draw.choice(('dawn', 'noon'))}",
        f"{draw.choice(('Police', 'Neighbours', 'Two clerks'))} spoke of {draw.choice(('luck', 'haste', 'a warning'))}",
    ]
    order = lines[:1] + draw.sample(lines[1:], 3)
    return "\n".join([f"{title}, account {number}", f"[{draw.choice(OUTLETS)}]", *order])
