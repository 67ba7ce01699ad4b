"""What a run over an archive may be told, and which of it a run that goes on must be told again."""

from __future__ import annotations

from dataclasses import dataclass


class ArchiveError(Exception):
    """A run over an archive that cannot begin or go on. The message says why, in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Sizes and bounds of one run. All of them shape the parts, so a run goes on only with those it began with."""

    part: int = 256
    """Pages of one part: some ten seconds of work, which is what a death costs at most."""
    part_text: int = 64_000_000
    """Code points of one part's pages, from which it is closed before it is full."""
    bundle: int = 1_000
    """Files that are read together, where they are small."""
    bundle_bytes: int = 64_000_000
    """Bytes of files that are read together; a larger file is read alone."""
    slab: int = 2_048
    """Articles of neighbouring days that are compared in one task: two slabs of features are in memory at once."""
    window: int = 45
    """Days between two articles beyond which they are not compared. A story told for longer is followed up by another:
    the same court case, the same day a year later."""
    posting: int = 32
    """Articles of one key, nearest in time, that each is paired with. A key that many share says little, and those of
    one event share others."""
    nearest: int = 48
    """Candidates of one article that are compared in full: those with the most and the rarest keys in common."""
    postings: int = 2_000_000
    """Postings of one partition of the keys, about: 50 MB."""
    bands: int = 4_000_000
    """Band keys of one partition of the near-copy step, about: 200 MB."""
    largest: int = 2_000
    """Articles that are grouped in one go; a chain of likenesses that ties together more is cut where it is weakest."""
