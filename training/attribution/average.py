"""Write the mean of several checkpoints: `python -m training.attribution.average OUT.pt CHECKPOINT.pt ...`."""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Read the command line and average."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    args = parser.parse_args()
    states = [torch.load(path, map_location="cpu") for path in args.checkpoints]
    states = [state.get("network", state) for state in states]
    torch.save({name: sum(state[name] for state in states) / len(states) for name in states[0]}, args.out)


if __name__ == "__main__":
    main()
