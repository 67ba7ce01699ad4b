"""What a store promises, whichever database it lies in."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from firsthand.model import Hints
from firsthand.store import events, pages, stories
from firsthand.store.inserting import insert_new, put
from firsthand.store.opening import Store
from firsthand.store.packing import packed, storable, unpacked
from firsthand.store.searching import Wanted, found_rows
from firsthand.store.tables import BLOBS, FINDS, META, PAGES
from firsthand.store.words import joined, terms_of


def page(name: str, **changes: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": name, "path": f"{name}.html", "place": f"{name}.html", "part": "", "as_text": False}
    fields |= {"url": None, "media_type": None, "read_as": "text/html", "charset": None, "fetched": None, "hints": None}
    return fields | changes


def test_a_page_is_kept_once(store: Store) -> None:
    with store.write() as connection:
        assert pages.add_page(connection, page("one"), b"<p>The bridge closed.", "ada")
        assert not pages.add_page(connection, page("one"), b"<p>The bridge closed.", "ben")
    with store.read() as connection:
        assert pages.states(connection) == {"new": 1}
        kept = pages.page_of(connection, "one")
        assert kept is not None
        assert kept.data == b"<p>The bridge closed."


def test_the_same_bytes_are_kept_once_for_two_pages(store: Store) -> None:
    with store.write() as connection:
        pages.add_page(connection, page("one"), b"same", "ada")
        pages.add_page(connection, page("two"), b"same", "ada")
        assert connection.scalar(select(func.count()).select_from(BLOBS)) == 1
        assert connection.scalar(select(func.count()).select_from(PAGES)) == 2


def test_pages_come_out_in_the_order_in_which_they_came(store: Store) -> None:
    for name in ("b", "a", "c"):
        with store.write() as connection:
            pages.add_page(connection, page(name), name.encode(), "ada")
    order = []
    for _ in range(3):
        with store.write() as connection:
            found = pages.next_page(connection)
            assert found is not None
            order.append(found.id)
            pages.end_page(connection, found.id, "done")
    assert order == ["b", "a", "c"]


def test_a_page_at_which_the_process_dies_again_and_again_lets_others_pass(store: Store) -> None:
    with store.write() as connection:
        pages.add_page(connection, page("deadly"), b"x", "ada")
        pages.add_page(connection, page("harmless"), b"y", "ada")
        for _ in range(pages.PATIENCE):
            pages.begin_page(connection, "deadly")
        found = pages.next_page(connection)
        assert found is not None
        assert found.id == "harmless"
        pages.end_page(connection, "harmless", "done")
        last = pages.next_page(connection)
        assert last is not None
        assert last.id == "deadly"


def test_what_is_said_of_a_page_comes_back_as_it_was(store: Store) -> None:
    hints = Hints(title="Brücke – gesperrt “heute”", publisher="The Corvenna Ledger", published="2031-05-07")
    told = page("one", hints=hints, url="https://a.example/x?y=1", charset="utf-8", as_text=True)
    with store.write() as connection:
        pages.add_page(connection, told, "Brücke".encode(), "ada")
        kept = pages.page_of(connection, "one")
    assert kept is not None
    assert (kept.hints, kept.url, kept.charset, kept.as_text) == (hints, told["url"], "utf-8", True)


def test_characters_that_a_database_cannot_take_do_no_harm(store: Store) -> None:
    hostile = "a\x00b\ud800c‮<script>'; DROP TABLE pages; --"
    with store.write() as connection:
        pages.add_page(connection, page("one", path=hostile, hints=Hints(title=hostile)), b"\x00\xff", hostile)
        kept = pages.page_of(connection, "one")
    assert kept is not None
    assert kept.path == storable(hostile) == hostile.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert kept.data == b"\x00\xff"
    assert kept.hints == Hints(title=storable(hostile))


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write() as connection:
        pages.add_page(connection, page("one"), b"x", "ada")
        1 / 0  # noqa: B018
    with store.read() as connection:
        assert pages.states(connection) == {}


def test_a_reader_sees_one_state(store: Store) -> None:
    with store.read() as connection:
        assert pages.states(connection) == {}
        with store.write() as other:
            pages.add_page(other, page("one"), b"x", "ada")
        assert pages.states(connection) == {}
    with store.read() as connection:
        assert pages.states(connection) == {"new": 1}


def test_rows_are_put_in_the_place_of_others(store: Store) -> None:
    with store.write() as connection:
        assert insert_new(connection, META, {"key": "a", "value": "1"})
        assert not insert_new(connection, META, {"key": "a", "value": "2"})
        put(connection, META, [{"key": "a", "value": "3"}, {"key": "b", "value": "4"}], key=("key",))
        assert {row.key: row.value for row in connection.execute(select(META))} == {"a": "3", "b": "4"}


def test_a_story_that_changes_while_it_is_made_anew_stays_marked(store: Store) -> None:
    with store.write() as connection:
        stories.mark(connection, ["s"])
        dirty = stories.next_dirty(connection)
        assert dirty is not None
        stories.mark(connection, ["s"])
        assert not stories.unmark(connection, dirty)
        again = stories.next_dirty(connection)
        assert again is not None
        assert stories.unmark(connection, again)
        assert stories.next_dirty(connection) is None


def test_stories_that_went_into_others_are_followed_to_the_end(store: Store) -> None:
    with store.write() as connection:
        stories.set_gone(connection, "a", "b")
        stories.set_gone(connection, "b", "c", decision=1)
        stories.set_gone(connection, "c", "a")
        assert [stories.root_of(connection, one) for one in "abc"] == ["c", "c", "c"]
        stories.come_back(connection, 1)
        assert [stories.root_of(connection, one) for one in "abc"] == ["b", "b", "c"]


def test_events_of_many_writers_are_seen_in_order(store: Store) -> None:
    seen: list[int] = []
    stop = threading.Event()

    def listen() -> None:
        last = False
        while not last:
            last = stop.is_set()
            with store.read() as connection:
                seen.extend(row["number"] for row in events.events_after(connection, max(seen, default=0), None, 100))

    def tell() -> None:
        for _ in range(25):
            with store.write() as connection:
                events.tell(connection, "page", None, {})

    listener = threading.Thread(target=listen)
    tellers = [threading.Thread(target=tell) for _ in range(4)]
    for one in (listener, *tellers):
        one.start()
    for one in tellers:
        one.join()
    stop.set()
    listener.join()
    with store.read() as connection:
        assert seen == [row["number"] for row in events.events_after(connection, 0, None, 1000)]
    assert len(seen) == 100


TEXTS = (
    "The mayor's office said the Tarrow Bridge was closed on Tuesday.",
    "Naïve hopes: S-400 squadrons arrive in 2031, ministers said",
    "Bridges closed, ministers arrested",
    "Ελληνικά και 日本語のテキスト, наконец",
    "1e5 and 3.14 and a_b and https://a.example/tarrow?x=1",
)
ASKED: tuple[tuple[tuple[str, ...], list[int]], ...] = (
    (("bridge",), [0, 2]),
    (("Closing", "BRIDGE"), [0, 2]),
    (("tarrow bridge",), [0]),
    (("bridge tarrow",), []),
    (("naive",), [1]),
    (("s 400",), [1]),
    (("minister said",), [1]),
    (("日本語のテキスト",), [3]),
    (("ΕΛΛΗΝΙΚΆ",), [3]),
    (("1e5",), [4]),
    (("a b",), [4]),
    (("tarrow",), [0, 4]),
    (("the", "office"), [0]),
    (("nowhere",), []),
)


@pytest.mark.parametrize(("asked", "found"), ASKED, ids=[" + ".join(asked) for asked, _ in ASKED])
def test_the_index_finds_the_same_words(store: Store, asked: tuple[str, ...], found: list[int]) -> None:
    rows = [{"kind": "claim", "ref": str(i), "story": "s", "terms": joined(text)} for i, text in enumerate(TEXTS)]
    wanted = Wanted(phrases=tuple(tuple(terms_of(one)) for one in asked))
    with store.write() as connection:
        connection.execute(insert(FINDS), rows)
        got = [int(row.ref) for row in found_rows(connection, wanted, (), None, 10)]
    assert sorted(got) == found


def test_the_index_forgets_what_is_taken_away_or_changed(store: Store) -> None:
    row = {"kind": "claim", "ref": "c", "story": "s", "terms": "bridge"}
    bridge, ferry = Wanted(phrases=(("bridge",),)), Wanted(phrases=(("ferry",),))
    with store.write() as connection:
        connection.execute(insert(FINDS), [row])
        connection.execute(FINDS.update().values(terms="ferry"))
        assert not found_rows(connection, bridge, (), None, 10)
        assert found_rows(connection, ferry, (), None, 10)
        connection.execute(FINDS.delete())
        assert not found_rows(connection, ferry, (), None, 10)


def test_values_are_packed_and_come_back(store: Store) -> None:
    hints = Hints(title="Ж‮ \x1b[31m")
    assert unpacked(packed(hints, Hints), Hints) == hints
