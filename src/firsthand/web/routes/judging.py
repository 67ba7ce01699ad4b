"""A person decides: right, wrong, merge, split, note, and back."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Path, Query, Request, Response

from firsthand.api.asking import Decider
from firsthand.api.state import TheStore
from firsthand.desk import deciding, reading
from firsthand.desk.errors import NotThere, Refused
from firsthand.desk.values import Decision
from firsthand.report import wording
from firsthand.store.opening import Store

from ..views.subjects import cut, other_claims, subject_of
from .doorway import LONGEST_QUERY, ThePages, back_to
from .story import StoryId, page_of

router = APIRouter()
Kind = Literal["finding", "claim", "story"]
Button = Literal["right", "wrong", "undo"]
KINDS: tuple[Kind, ...] = ("finding", "claim", "story")
BUTTONS: tuple[Button, ...] = ("right", "wrong", "undo")
Decided = Literal["right", "wrong", "merge", "split", "note"]
SubjectId = Annotated[str, Path(max_length=80)]


@router.post("/stories/{story}/decide")
def decide_at_once(
    request: Request,
    person: Decider,
    store: TheStore,
    story: StoryId,
    decision: Annotated[str, Form(max_length=200)],
    back: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """One press of a button beside a finding: its kind, its id and the verdict. The page comes back where it was."""
    kind, subject, verdict = _pressed(decision)
    found = page_of(store, story)
    if verdict == "undo":
        held = found.judged.get(subject)
        if held is None:
            raise NotThere("There is no decision on that to take back.")
        made = deciding.undo(store, held.id, person.name)
    else:
        made = deciding.decide(
            store, who=person.name, subject_kind=kind, subject=subject, story=found.row.id, verdict=verdict
        )
    request.state.subject = f"{kind} {subject} {verdict}"
    anchor = subject_of(found, kind, subject).anchor
    return back_to(f"{back or f'/stories/{found.row.id}'}#{anchor}", made.id, f"/stories/{found.row.id}")


@router.get("/stories/{story}/judge/{kind}/{subject}")
def form(
    request: Request,
    person: Decider,
    store: TheStore,
    pages: ThePages,
    story: StoryId,
    kind: Kind,
    subject: SubjectId,
    near: Annotated[str, Query(max_length=LONGEST_QUERY)] = "",
) -> Response:
    """Everything that can be decided on one finding, claim or story."""
    found = page_of(store, story)
    shown = subject_of(found, kind, subject)
    others: tuple[tuple[str, str], ...] = ()
    if kind == "story":
        rows = reading.stories(store, order="newest", text=near.strip() or None, limit=31).items
        others = tuple(
            (row.id, f"{cut(row.title)} ({wording.count(row.articles, 'article')})")
            for row in rows
            if row.id != found.row.id
        )[:30]
    elif kind == "claim":
        others = other_claims(found, subject)
    return pages.answer(
        request,
        "judge.html",
        story=found.row,
        subject=shown,
        kind=kind,
        near=near,
        others=others,
        held=[*((found.judged[subject],) if subject in found.judged else ()), *found.arranged.get(subject, ())],
        notes=[note for note in found.notes if note.subject == subject],
    )


@router.post("/stories/{story}/judge/{kind}/{subject}")
def decide(
    request: Request,
    person: Decider,
    store: TheStore,
    story: StoryId,
    kind: Kind,
    subject: SubjectId,
    verdict: Annotated[Decided, Form()],
    note: Annotated[str, Form(max_length=4000)] = "",
    other: Annotated[str, Form(max_length=80)] = "",
    part: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """The decision, into the book."""
    found = page_of(store, story)
    shown = subject_of(found, kind, subject)
    if verdict == "note" and not note.strip():
        raise Refused("The note is empty.")
    made = _decided(store, person.name, found.row.id, kind, subject, verdict, note.strip(), other, part or [])
    request.state.subject = f"{kind} {subject} {verdict}"
    return back_to(f"{shown.href}#{shown.anchor}", made.id, f"/stories/{found.row.id}")


def _decided(
    store: Store,
    who: str,
    story: str,
    kind: Kind,
    subject: str,
    verdict: Decided,
    note: str,
    other: str,
    parts: list[str],
) -> Decision:
    detail: dict[str, Any] = {}
    if verdict == "merge":
        if not other:
            raise Refused("Choose what it is to be merged with.")
        detail = {"into": other}
    elif verdict == "split":
        if not parts:
            raise Refused("Choose what is to be taken out.")
        detail = {"statements" if kind == "claim" else "articles": parts}
    return deciding.decide(
        store, who=who, subject_kind=kind, subject=subject, story=story, verdict=verdict, note=note, detail=detail
    )


def _pressed(decision: str) -> tuple[Kind, str, Button]:
    kind, subject, verdict = (*decision.split(" "), "", "", "")[:3]
    for known in KINDS:
        for button in BUTTONS:
            if (kind, verdict) == (known, button):
                return known, subject, button
    raise Refused("That button is not one of ours.")
