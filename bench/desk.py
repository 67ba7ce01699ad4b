"""The desk on a large store: a page added until its story page shows it, a check, lists, a search, a source.

usage: python bench/desk.py [--articles 100000] [--streamed N] [--pages 30] [--keep FOLDER] [--postgresql URL]

The store is filled with made articles: the stream places the made features of bench/streams.py as it places any; texts,
statements, claims and reports are by template, so that filling takes minutes and not days. Then real pages go through
the real worker: the project's example and the made pages of bench/made_pages.py, one by one, and what people ask is
timed. With --keep the filled store stays, and is taken again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

import numpy as np
from sqlalchemy import Connection, func, insert, select

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.made_pages import made
from bench.streams import SIZES, made_stream

from firsthand.desk import catching_up, checking, citing, reading
from firsthand.desk.indexing import claim_row, find_rows, said_rows, story_row
from firsthand.desk.intake import take_bytes
from firsthand.desk.search import search
from firsthand.desk.vectors import signs_of
from firsthand.desk.working import Worker, stream_path_of
from firsthand.model import (
    Article,
    Claim,
    Event,
    Independence,
    Lineage,
    Source,
    SourceKind,
    Span,
    Stance,
    Standing,
    Statement,
    Story,
    StoryReport,
    content_id,
)
from firsthand.store import stories
from firsthand.store.articles import articles_of
from firsthand.store.clock import now
from firsthand.store.opening import Store, open_store
from firsthand.store.packing import packed
from firsthand.store.tables import (
    ARTICLES,
    BLOBS,
    CLAIMS,
    FINDS,
    MEMBERSHIP,
    PAGES,
    SAID,
    SOURCES,
    STORIES,
)
from firsthand.store.words import joined
from firsthand.stories.stream import Stream

BATCH = 5000
OUTLETS = [f"Outlet {number}" for number in range(400)]
EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour-bridge" / "pages"
ASKED = (
    "Fourteen people were hurt when a ship hit the Tarrow Bridge.",
    "The harbour authority denied that the radar alarm was switched off.",
    "The Norvane Star carried 22,000 tonnes of barley.",
    "The mayor of Paris resigned on Friday.",
)


# ---------------------------------------------------------------------- filling


def fill(store: Store, count: int, streamed: int) -> None:
    """Articles, stories, claims, sources and the index of words of so many made articles."""
    began = time.monotonic()
    random = np.random.default_rng(5)
    with Stream(stream_path_of(store)) as stream:
        batch: list[Article] = []
        for number, one in enumerate(made_stream(streamed)):
            batch.append(_article(one.features.article, number, list(one.features.names), random))
            stream.place(one.features)
            if len(batch) == BATCH:
                _add_articles(store, batch, number + 1 - BATCH)
                batch = []
                print(f"  {number + 1:,} articles placed, {time.monotonic() - began:.0f} s", file=sys.stderr)
        _add_articles(store, batch, streamed - len(batch))
        changes = max((change.number for change in stream.log()), default=0)
        groups = [(one.id, one.articles) for one in stream.stories()]
    groups += _by_template(store, streamed, count, random)
    _add_stories(store, groups, random)
    with store.write() as connection:
        stories.set_meta(connection, "stream", changes)
        stories.set_meta(connection, "done", count)
        _count_sources(connection)
    print(f"  filled in {time.monotonic() - began:.0f} s", file=sys.stderr)


def _by_template(
    store: Store, first: int, count: int, random: np.random.Generator
) -> list[tuple[str, tuple[str, ...]]]:
    """Articles that the stream does not hold, in stories of sizes by the same power law."""
    groups, batch, at = [], [], first
    while first < count:
        size = min(count - first, 1 + int(np.searchsorted(SIZES, random.random())))
        names = [f"F{int(4000 ** random.random())}", f"N{random.integers(3_000_000)}"]
        own = [_article(f"t{first + number}", first + number, names, random) for number in range(size)]
        groups.append((content_id("stream-story", own[0].id), tuple(one.id for one in own)))
        batch += own
        first += size
        if len(batch) >= BATCH or first == count:
            _add_articles(store, batch, at)
            at, batch = first, []
    return groups


def _article(name: str, number: int, names: Sequence[str], random: np.random.Generator) -> Article:
    first, second, *_ = [*names, "Nobody", "Nowhere"]
    lines = [
        f"{first} told {second} that {random.integers(2, 900)} people had been there.",
        f"Ada {first}: the {second} question of {random.integers(1990, 2031)} is open.",
        f"Officials in {second} spoke of w{random.integers(50_000)} and w{random.integers(50_000)}.",
        f"Ben {second}: no decision has been taken on w{random.integers(50_000)}.",
        f"The cost was put at {random.integers(2, 900)} million by {first}.",
    ]
    return Article(
        id=name, page=f"page-{number}", path=f"{name}.html", title=f"{first} and {second}, account {number}",
        text="\n".join(lines), publisher=OUTLETS[int(random.integers(len(OUTLETS)))], byline=None, language="en",
        dateline=None, published=None, credits=(), page_spans=(),
    )  # fmt: skip


def _statements(article: Article) -> tuple[Statement, ...]:
    found, at = [], 0
    for line in article.text.split("\n"):
        span = Span(article.id, at, at + len(line))
        name, colon, _ = line.partition(": ")
        source = Source(name=name, kind=SourceKind.PERSON, key=name, span=None, entity=name) if colon else None
        found.append(Statement(
            id=content_id("statement", article.id, at), span=span, quote=line, sentence=span, stance=Stance.REPORTS,
            source=source, cue=None, pieces=(), quoted=(),
        ))  # fmt: skip
        at += len(line) + 1
    return tuple(found)


def _add_articles(store: Store, batch: Sequence[Article], first: int) -> None:
    at = now()
    numbered = list(enumerate(batch, start=first + 1))
    blobs = [
        {"sha256": f"{number:064}", "size": 0, "bytes": b"x\x9c\x03\x00\x00\x00\x00\x01"} for number, _ in numbered
    ]
    pages = [
        {"number": number, "id": one.page, "sha256": f"{number:064}", "path": one.path, "place": one.path, "part": "",
         "as_text": False, "added_at": at, "added_by": "bench", "state": "done", "attempts": 1}
        for number, one in numbered
    ]  # fmt: skip
    articles = [
        {"number": number, "id": one.id, "page": one.page, "path": one.path, "title": one.title,
         "publisher": one.publisher, "language": "en", "placed_in": "", "value": packed(one, Article),
         "statements": packed(_statements(one), tuple[Statement, ...])}
        for number, one in numbered
    ]  # fmt: skip
    with store.write() as connection:
        for table, rows in ((BLOBS, blobs), (PAGES, pages), (ARTICLES, articles)):
            if rows:
                connection.execute(insert(table), rows)


def _add_stories(store: Store, groups: Sequence[tuple[str, tuple[str, ...]]], random: np.random.Generator) -> None:
    with store.read() as connection:
        numbers = {row.id: row.number for row in connection.execute(select(ARTICLES.c.id, ARTICLES.c.number))}
    for at in range(0, len(groups), 500):
        _write_stories(store, groups[at : at + 500], numbers, random)


def _write_stories(
    store: Store, found: Sequence[tuple[str, tuple[str, ...]]], numbers: dict[str, int], random: np.random.Generator
) -> None:
    with store.write() as connection:
        made_rows: dict[str, list[dict[str, object]]] = {"stories": [], "claims": [], "said": [], "finds": []}
        for name, members in found:
            own = articles_of(connection, members)
            report = _report(name, own)
            said = said_rows(report, {one.id: one for one in own})
            row = story_row(report, own, None)
            told = {
                "first_seen": now(),
                "updated": now(),
                "version": 1,
                "digest": "",
                "report": packed(report, StoryReport),
            }
            made_rows["stories"].append({**row, **told, "weight": float(random.random() * 10)})
            for place, claim in enumerate(report.claims):
                vector = random.integers(-40, 41, 384, dtype=np.int8).tobytes()
                sense = {"vector": vector, "sense": signs_of(vector)}
                made_rows["claims"].append({**claim_row(name, place, claim, None), **sense})
            columns = {column.name for column in SAID.columns}
            made_rows["said"] += [{key: value for key, value in one.items() if key in columns} for one in said]
            made_rows["finds"] += find_rows(report, own, said)
            connection.execute(
                insert(MEMBERSHIP), [{"article": one, "story": name, "number": numbers[one]} for one in members]
            )
            connection.execute(ARTICLES.update().where(ARTICLES.c.id.in_(members[:500])).values(placed_in=name))
        for table, rows in ((STORIES, "stories"), (CLAIMS, "claims"), (SAID, "said"), (FINDS, "finds")):
            if made_rows[rows]:
                connection.execute(insert(table), made_rows[rows])


def _report(name: str, members: Sequence[Article]) -> StoryReport:
    claims = tuple(
        Claim(
            id=content_id("claim", one.id), text=one.quote, statements=(one,), standing=Standing.SINGLE_ARTICLE,
            independence=Independence(min=1, max=1, why=""), why="Only one account has it.",
        )
        for article in members
        for one in _statements(article)
    )  # fmt: skip
    return StoryReport(
        story=Story(id=name, title=members[0].title or "", articles=tuple(one.id for one in members),
                    event=Event(date=None, place=None)),
        lineage=Lineage(overlaps=(), origins=(), independence=Independence(min=1, max=len(members), why="")),
        claims=claims, findings=(), timeline=(),
    )  # fmt: skip


def _count_sources(connection: Connection) -> None:
    counted = connection.execute(
        select(SAID.c.source, func.min(SAID.c.name), func.count(func.distinct(SAID.c.story)), func.count()).group_by(
            SAID.c.source
        )
    ).all()
    for at in range(0, len(counted), BATCH):
        rows = counted[at : at + BATCH]
        told = {"kind": "person", "roles": []}
        made_rows = [{"id": a, "name": b, "stories": c, "statements": d, **told} for a, b, c, d in rows]
        connection.execute(insert(SOURCES), made_rows)
        terms = [{"kind": "source", "ref": a, "story": None, "terms": joined(b)} for a, b, _, _ in rows]
        connection.execute(insert(FINDS), terms)


# ---------------------------------------------------------------------- measuring


def real_pages(count: int) -> Iterator[tuple[str, bytes]]:
    """The example's pages, and made ones."""
    for file in sorted(EXAMPLE.iterdir()):
        yield file.name, file.read_bytes()
    for number, one in enumerate(made(count)):
        yield f"made-{number}.html", one.html().encode()


def adding(store: Store, count: int) -> None:
    """Seconds from a page's arrival until its story page shows it: before the report is made, and in the report."""
    listed, told, sizes, used = [], [], [], []
    with Worker(store) as worker:
        for number, (name, data) in enumerate(real_pages(count)):
            began, before = time.monotonic(), time.process_time()
            (taken, *_) = take_bytes(store, name, data, None, "bench")
            worker.step()
            row = reading.page(store, taken.page or "")
            first = time.monotonic() - began
            while worker.step():
                pass
            page = reading.story(store, row.articles[0].story) if row and row.articles else None
            shown = page is not None and row is not None and row.articles[0].id in {a.id for a in page.report.articles}
            if number and shown and page is not None:  # the first loads the models
                listed.append(first)
                told.append(time.monotonic() - began)
                used.append(time.process_time() - before)
                sizes.append(page.row.articles)
    print(f"a page added until its story page shows it ({len(told)} pages; stories of {min(sizes)} to {max(sizes)})")
    print(f"  as one of its articles  {_spread(listed)}")
    print(f"  in its report           {_spread(told)}; of the processor {median(used):.3f} s, most {max(used):.3f} s")
    for least, most in ((1, 1), (2, 4), (5, 9), (10, 99)):
        own = [seconds for seconds, size in zip(told, sizes, strict=True) if least <= size <= most]
        if own:
            print(f"    stories of {least} to {most}: {_spread(own)}")


def asking(store: Store) -> None:
    """Seconds that what people ask takes."""
    timed("check, a sentence", [lambda one=one: checking.check(store, one) for one in (ASKED[0], *ASKED * 3)][1:])
    with store.read() as connection:
        texts = connection.scalars(select(CLAIMS.c.text).where(CLAIMS.c.number % 977 == 0).limit(8)).all()
    timed("check, a made claim", [lambda one=one: checking.check(store, one) for one in texts])
    timed("stories, heaviest", [lambda: reading.stories(store)] * 10)
    timed("stories, newest", [lambda: reading.stories(store, order="newest")] * 10)
    timed("stories, disputed", [lambda: reading.stories(store, disputed=True)] * 10)
    timed(
        "stories with a word",
        [lambda w=w: reading.stories(store, text=w) for w in ("F12", "bridge", "w77", "officials")],
    )
    timed("search", [lambda w=w: search(store, w) for w in ("F12", "bridge", "F3 F5", "officials decision", "harbour")])
    names = [row.id for row in citing.sources(store, limit=5).items]
    timed("sources", [lambda: citing.sources(store)] * 5)
    timed("a source", [lambda n=n: citing.source(store, n) for n in names])
    timed("counts", [lambda: reading.counts(store)] * 3)


def timed(name: str, calls: Sequence[Callable[[], object]]) -> None:
    seconds, used = [], []
    for call in calls:
        began, before = time.monotonic(), time.process_time()
        call()
        seconds.append(time.monotonic() - began)
        used.append(time.process_time() - before)
    print(f"  {name:24}{_spread(seconds)}; of the processor {median(used):.3f} s", flush=True)


def _spread(seconds: Sequence[float]) -> str:
    return f"median {median(seconds):.3f} s, most {max(seconds):.3f} s ({len(seconds)})"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--streamed", type=int)
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--postgresql")
    parser.add_argument("--only-fill", action="store_true")
    parser.add_argument("--only-add", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="firsthand-desk-") as name:
        folder = arguments.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        with open_store(arguments.postgresql or folder / "large.db") as store:
            with store.read() as connection:
                empty = stories.get_meta(connection, "done") is None
            if empty:
                fill(store, arguments.articles, min(arguments.articles, arguments.streamed or arguments.articles))
            if arguments.only_fill:
                return
            with Stream(stream_path_of(store)) as stream:
                held = len(stream)
            print(f"{reading.counts(store)}; {held:,} articles in the stream")
            if held < arguments.articles:
                catching_up.open_stream = lambda store, path, stages: Stream(path)  # it is not to be brought up to it
            if not arguments.only_add:
                asking(store)
            adding(store, arguments.pages)


if __name__ == "__main__":
    main()
