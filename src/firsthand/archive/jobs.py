"""Which jobs each step has. A job is small: it names parts and carries no data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from firsthand.pages import Found

from .parts import Part, Receipt, Series
from .settings import Settings
from .slabs import Slabs, slabs_of
from .steps.articles import ArticlesJob
from .steps.candidates import CandidatesJob
from .steps.components import ComponentsJob
from .steps.copies import BandsJob, CopiesJob, FamiliesJob
from .steps.features import FeaturesJob
from .steps.pages import PagesJob
from .steps.pairs import PairsJob
from .steps.stories import StoriesJob

KEYS = 72
"""Keys of an article, at most."""
BANDS = 16
BANDS_TOGETHER = 64
"""Parts of signatures that one task sends to the partitions."""


class Job(Protocol):
    """What every job has: the name of its task, and how much it is (bytes of files, else articles)."""

    @property
    def name(self) -> str:
        """`articles/0000012`."""
        ...

    @property
    def size(self) -> int:
        """Its share of its step's work."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Had:
    """What is known of the archive once its articles are there."""

    root: Path
    settings: Settings
    receipts: tuple[Receipt, ...]
    """Of the articles' tasks."""
    firsts: tuple[int, ...]
    """The row of each part's first article."""
    articles: int
    slabs: Slabs

    @property
    def keys(self) -> int:
        """Partitions of the keys."""
        return _cuts(self.articles * KEYS, self.settings.postings)

    @property
    def bands(self) -> int:
        """Partitions of the band keys."""
        return _cuts(self.articles * BANDS, self.settings.bands)

    def paths(self, part: int) -> Iterator[tuple[str, int]]:
        """One part of each task with its first row."""
        for receipt, first in zip(self.receipts, self.firsts, strict=True):
            yield receipt.parts[part].path, first


def had_of(root: Path, settings: Settings, receipts: Sequence[Receipt]) -> Had:
    """The archive behind the receipts of its articles."""
    firsts, row, days = list[int](), 0, Counter[int | None]()
    for receipt in receipts:
        firsts.append(row)
        row += receipt.notes["articles"]
        days.update({int(day) if day else None: count for day, count in receipt.notes["days"].items()})
    slabs = slabs_of(days, settings.slab, row)
    return Had(root=root, settings=settings, receipts=tuple(receipts), firsts=tuple(firsts), articles=row, slabs=slabs)


def page_jobs(root: Path, files: Iterable[Found], settings: Settings) -> Iterator[PagesJob]:
    """Large files one by one, small ones in bundles."""
    number, size, bundle = 0, 0, list[Found]()
    for found in files:
        here = Path(found.path).stat().st_size
        if bundle and (size + here > settings.bundle_bytes or len(bundle) >= settings.bundle):
            yield _page_job(root, number, size, bundle, settings)
            number, size, bundle = number + 1, 0, []
        bundle.append(found)
        size += here
    if bundle:
        yield _page_job(root, number, size, bundle, settings)


def _page_job(root: Path, number: int, size: int, files: Sequence[Found], settings: Settings) -> PagesJob:
    return PagesJob(name=_name("pages", number), size=size, root=root, files=tuple(files), settings=settings)


def article_jobs(root: Path, pages: Sequence[Part]) -> Iterator[ArticlesJob]:
    """A part of pages each."""
    for number, part in enumerate(pages):
        yield ArticlesJob(name=_name("articles", number), size=part.rows, root=root, pages=part.path)


def band_jobs(had: Had) -> Iterator[BandsJob]:
    """Some parts of signatures each."""
    signatures = list(had.paths(1))
    for at in range(0, len(signatures), BANDS_TOGETHER):
        run = tuple(signatures[at : at + BANDS_TOGETHER])
        name = _name("bands", at // BANDS_TOGETHER)
        yield BandsJob(name=name, size=len(run), root=had.root, parts=run, partitions=had.bands)


def copy_jobs(had: Had, bands: int) -> Iterator[CopiesJob]:
    """A partition of the band keys each."""
    for number in range(had.bands):
        keyed = Series("bands", bands)
        yield CopiesJob(name=_name("copies", number), size=1, root=had.root, bands=keyed, partition=number)


def family_job(had: Had) -> FamiliesJob:
    """The one that sees all pairs of near-copies."""
    copies = Series("copies", had.bands)
    articles = tuple(had.paths(0))
    return FamiliesJob(name="families/all", size=had.articles, root=had.root, copies=copies, articles=articles)


def feature_jobs(had: Had, families: Receipt) -> Iterator[FeaturesJob]:
    """A part of articles each."""
    for number, (path, first) in enumerate(had.paths(0)):
        yield FeaturesJob(
            name=_name("features", number),
            size=had.receipts[number].notes["articles"],
            root=had.root,
            articles=path,
            first=first,
            families=families.parts[0].path,
            slabs=had.slabs,
            partitions=had.keys,
        )


def candidate_jobs(had: Had) -> Iterator[CandidatesJob]:
    """A partition of the keys each."""
    postings = Series("postings/features", len(had.receipts))
    for number in range(had.keys):
        name = _name("candidates", number)
        yield CandidatesJob(
            name=name, size=1, root=had.root, postings=postings, partition=number, settings=had.settings
        )


def pair_jobs(had: Had) -> Iterator[PairsJob]:
    """A slab each."""
    for slab in range(had.slabs.count):
        yield PairsJob(
            name=_name("pairs", slab),
            size=1,
            root=had.root,
            candidates=Series("candidates", had.keys),
            features=Series("features", len(had.receipts)),
            slab=slab,
            settings=had.settings,
        )


def component_job(had: Had) -> ComponentsJob:
    """The one that sees all strong pairs."""
    return ComponentsJob(
        name="components/all",
        size=had.articles,
        root=had.root,
        pairs=Series("pairs", had.slabs.count),
        features=Series("features", len(had.receipts)),
        rows=had.articles,
        settings=had.settings,
    )


def story_jobs(had: Had, components: Receipt, families: Receipt) -> Iterator[StoriesJob]:
    """A pack of components each."""
    for pack in range(components.notes["packs"]):
        yield StoriesJob(
            name=_name("stories", pack),
            size=1,
            root=had.root,
            components=components.parts[0].path,
            pack=pack,
            pairs=Series("pairs", had.slabs.count),
            features=Series("features", len(had.receipts)),
            families=families.parts[1].path,
        )


def _name(step: str, number: int) -> str:
    return f"{step}/{number:07}"


def _cuts(whole: int, size: int) -> int:
    return max(1, -(-whole // size))
