"""What people decide: on findings, claims and stories. Every line of the book stays, and every one can be taken back.

A decision is in the lists at once; the story's report follows when the worker has made it anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from firsthand.model import Claim, StoryReport, content_id
from firsthand.store import decisions as book
from firsthand.store import events, pages, stories
from firsthand.store.clock import now
from firsthand.store.opening import Store
from firsthand.store.packing import unpacked
from firsthand.store.tables import CLAIMS, FINDINGS, STORIES

from .arranging import joining, parting
from .cursors import after
from .cursors import cursor as _cursor
from .errors import NotThere, Refused
from .judging import decision_of
from .membership import settle
from .values import Decision, Listing, SubjectKind, Verdict

LONGEST_NOTE = 10_000
MOST = 200
Detail = Mapping[str, Any]


def decide(
    store: Store,
    *,
    who: str,
    subject_kind: SubjectKind,
    subject: str,
    story: str,
    verdict: Verdict,
    note: str = "",
    detail: Detail | None = None,
) -> Decision:
    """Write one decision down and have it honoured.

    `right` and `wrong` are said of a finding, a claim or a story; `note` of anything. `merge` puts the story `subject`
    into another (`detail={"into": story id}`); `split` takes articles out of it (`detail={"articles": [ids]}`), and the
    decision's `detail["to"]` is the story that they make. Of a claim, `merge` puts it together with another of the
    story (`detail={"into": claim id}`), and `split` parts statements from it (`detail={"statements": [ids]}`).

    Raises:
        NotThere: the subject is not there.
        Refused: the decision makes no sense (a story into itself, all its articles out of it).
    """
    if len(note) > LONGEST_NOTE:
        raise Refused(f"a note of more than {LONGEST_NOTE:,} characters")
    find = _FOUND.get((subject_kind, verdict))
    if find is None:
        raise Refused(f"“{verdict}” cannot be said of a {subject_kind}")
    if verdict == "note" and not note.strip():
        raise Refused("an empty note")
    with store.write() as connection:
        story = stories.root_of(connection, story)
        if not stories.members_of(connection, story):
            raise NotThere("no such story")
        line = {"who": who, "subject_kind": subject_kind, "subject": subject, "story": story, "verdict": verdict}
        found = find(connection, story, subject, dict(detail or {}))
        number = book.add(connection, {**line, "note": note, "detail": found, "undoes": None})
        made = _read(connection, number)
        _honour(connection, made)
        _tell(connection, made)
    return made


def undo(store: Store, number: int, who: str) -> Decision:
    """Take a decision back.

    Raises:
        NotThere: there is no such decision.
        Refused: it was taken back before, or is itself an undo.
    """
    with store.write() as connection:
        row = book.line(connection, number)
        if row is None:
            raise NotThere("no such decision")
        if row.verdict == "undo":
            raise Refused("what was taken back is decided anew, not taken back again")
        if book.undone(connection, [number]):
            raise Refused("it was taken back before")
        line = {"who": who, "subject_kind": row.subject_kind, "subject": row.subject, "story": row.story}
        again = book.add(connection, {**line, "verdict": "undo", "note": "", "detail": {}, "undoes": number})
        _take_back(connection, decision_of(row))
        made = _read(connection, again)
        _tell(connection, made)
    return made


def decisions(store: Store, story: str | None = None, cursor: str | None = None, limit: int = 50) -> Listing[Decision]:
    """The book of decisions, the last line first.

    Raises:
        Refused: the cursor is none of this list's.
    """
    place = after(cursor, int)
    limit = max(1, min(limit, MOST))
    with store.read() as connection:
        rows = book.lines(connection, story, place[0] if place else None, limit + 1)
        undone = book.undone(connection, [row.number for row in rows])
    return Listing(
        items=tuple(decision_of(row, undone=row.number in undone) for row in rows[:limit]),
        next=_cursor(rows[limit - 1].number) if len(rows) > limit else None,
    )


def _on_finding(connection: Connection, story: str, subject: str, detail: Detail) -> Detail:
    """The words that the finding is about: by them it is known again."""
    asked = select(FINDINGS.c.words).where(FINDINGS.c.story == story, FINDINGS.c.id == subject)
    words = connection.scalar(asked)
    if words is None:
        raise NotThere("no such finding in this story")
    return {"words": words}


def _on_claim(connection: Connection, story: str, subject: str, detail: Detail) -> Detail:
    """What is said in the claim: by that it is known again when more accounts have joined it."""
    found = next((claim for claim in _claims(connection, story) if claim.id == subject), None)
    if found is None:
        raise NotThere("no such claim in this story")
    return {"quotes": sorted({" ".join(statement.quote.split()) for statement in found.statements})}


def _joining(connection: Connection, story: str, subject: str, detail: Detail) -> Detail:
    return joining(_claims(connection, story), subject, str(detail.get("into", "")))


def _parting(connection: Connection, story: str, subject: str, detail: Detail) -> Detail:
    return parting(_claims(connection, story), subject, detail.get("statements"))


def _claims(connection: Connection, story: str) -> tuple[Claim, ...]:
    """The claims of a story as its report has them."""
    report = connection.scalar(select(STORIES.c.report).where(STORIES.c.id == story))
    made: StoryReport | None = unpacked(report, StoryReport) if report else None
    return made.claims if made else ()


def _on_story(connection: Connection, story: str, subject: str, detail: Detail) -> Detail:
    if stories.root_of(connection, subject) != story:
        raise NotThere("no such story")
    return {}


def _merging(connection: Connection, story: str, subject: str, detail: Detail) -> Detail:
    into = stories.root_of(connection, str(detail.get("into", "")))
    if not stories.members_of(connection, into):
        raise NotThere("no such story to merge it with")
    if into == story:
        raise Refused("a story cannot be merged with itself")
    return {"into": into, "articles": stories.members_of(connection, story)}


def _splitting(connection: Connection, story: str, subject: str, detail: Detail) -> Detail:
    asked = detail.get("articles")
    named = set(asked) if isinstance(asked, list | tuple) and all(isinstance(one, str) for one in asked) else set()
    members = stories.members_of(connection, story)
    taken = [one for one in members if one in named]
    if not taken or len(taken) < len(named):
        raise NotThere("name articles of this story")
    if len(taken) == len(members):
        raise Refused("some of its articles must stay in the story")
    return {
        "articles": taken,
        "to": content_id("stream-story", "parted by a person", *taken, now()),
        "seen": pages.last_page(connection),
    }


_FOUND: dict[tuple[str, str], Callable[[Connection, str, str, Detail], Detail]] = {
    **{("finding", verdict): _on_finding for verdict in ("right", "wrong", "note")},
    **{("claim", verdict): _on_claim for verdict in ("right", "wrong", "note")},
    **{("story", verdict): _on_story for verdict in ("right", "wrong", "note")},
    ("note", "note"): lambda connection, story, subject, detail: {},
    ("claim", "merge"): _joining,
    ("claim", "split"): _parting,
    ("story", "merge"): _merging,
    ("story", "split"): _splitting,
}


def _honour(connection: Connection, made: Decision) -> None:
    """What follows at once: the lists show it, and the stories that it touches are made anew."""
    if made.subject_kind == "claim" and made.verdict in ("merge", "split"):
        _made_anew(connection, made)
    elif made.verdict == "merge":
        book.pull(connection, made.detail["articles"], made.id, made.detail["into"])
        stories.set_gone(connection, made.story, made.detail["into"], made.id)
        settle(connection, made.detail["articles"])
    elif made.verdict == "split":
        book.pull(connection, made.detail["articles"], made.id, made.detail["to"])
        settle(connection, made.detail["articles"])
    elif made.verdict in ("right", "wrong"):
        _show(connection, made, made.verdict)


def _take_back(connection: Connection, made: Decision) -> None:
    if made.subject_kind == "claim" and made.verdict in ("merge", "split"):
        _made_anew(connection, made)
    elif made.verdict in ("merge", "split"):
        other = made.detail["into" if made.verdict == "merge" else "to"]
        were = stories.members_of(connection, stories.root_of(connection, other))
        book.let_go(connection, made.id)
        stories.come_back(connection, made.id)
        settle(connection, dict.fromkeys([*made.detail["articles"], *were]))
        found = stories.stories_of(connection, made.detail["articles"][:1])
        for story in (made.story, other):
            if not stories.members_of(connection, stories.root_of(connection, story)) and found:
                stories.set_gone(connection, story, next(iter(found.values())))
    elif made.verdict in ("right", "wrong"):
        _show(connection, made, None)


def _show(connection: Connection, made: Decision, verdict: Verdict | None) -> None:
    """The verdict in the rows that lists are made of, until the report is made anew with it."""
    if made.subject_kind == "finding":
        same = FINDINGS.c.words == made.detail["words"]
        stories.mark(connection, connection.scalars(select(FINDINGS.c.story).where(same)).all())
        connection.execute(update(FINDINGS).where(same).values(judged=verdict, dismissed=verdict == "wrong"))
    elif made.subject_kind == "claim":
        asked = update(CLAIMS).where(CLAIMS.c.story == made.story, CLAIMS.c.id == made.subject)
        connection.execute(asked.values(judged=verdict))
    else:
        connection.execute(update(STORIES).where(STORIES.c.id == made.story).values(judged=verdict))
    story = stories.root_of(connection, made.story)
    if stories.members_of(connection, story):
        stories.mark(connection, [story])


def _made_anew(connection: Connection, made: Decision) -> None:
    """Claims are arranged when the stories that hold their words now are made anew."""
    named = {mark["article"] for name in ("points", "with", "from") for mark in made.detail.get(name, ())}
    stories.mark(connection, stories.stories_of(connection, named).values())


def _read(connection: Connection, number: int) -> Decision:
    row = book.line(connection, number)
    assert row is not None
    return decision_of(row)


def _tell(connection: Connection, made: Decision) -> None:
    told = {"id": made.id, "who": made.who, "verdict": made.verdict, "subject": made.subject}
    events.tell(connection, "decision", made.story, {**told, "subject_kind": made.subject_kind, "undoes": made.undoes})
