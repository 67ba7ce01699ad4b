"""Signing in and out, one's own password, the people of the desk, and the book of what was done."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response

from firsthand.api.asking import Anyone, Leaver, Manager, Reader
from firsthand.api.forms import session_cookie
from firsthand.api.sessions import keep_session, path_here, sign_in_here, sign_out_here
from firsthand.api.state import TheStore
from firsthand.desk import access

from ..words import link
from .doorway import ThePages, see
from .stories import Cursor

router = APIRouter()
Name = Annotated[str, Form(max_length=200)]
Password = Annotated[str, Form(max_length=1000)]


@router.get("/sign-in")
def sign_in_form(
    request: Request, person: Anyone, pages: ThePages, to: Annotated[str, Query(max_length=2000)] = "/"
) -> Response:
    """Name and password."""
    return pages.answer(request, "sign-in.html", to=path_here(to), refused=False)


@router.post("/sign-in")
def sign_in(
    request: Request,
    person: Anyone,
    pages: ThePages,
    name: Name,
    password: Password,
    to: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """A session, and on to where she wanted to go."""
    session = sign_in_here(request, name, password)
    if session is None:
        return pages.answer(request, "sign-in.html", status=403, to=path_here(to), refused=True)
    answer = see(path_here(to))
    keep_session(request, answer, session)
    return answer


@router.post("/sign-out")
def sign_out(request: Request, person: Leaver) -> Response:
    """The session ends."""
    answer = see("/sign-in")
    sign_out_here(request, answer)
    return answer


@router.get("/account")
def account(request: Request, person: Reader, store: TheStore, pages: ThePages) -> Response:
    """Who one is here."""
    return pages.answer(request, "account.html", person=person, alone=not access.anybody(store))


@router.post("/account/password")
def change_password(request: Request, person: Leaver, store: TheStore, old: Password, new: Password) -> Response:
    """One's own password."""
    access.change_password(store, person.name, old, new, keep=request.cookies.get(session_cookie(request), ""))
    request.state.subject = "own password"
    return see("/account?changed=1")


@router.get("/people")
def people(request: Request, person: Manager, store: TheStore, pages: ThePages) -> Response:
    """Who may do what."""
    return pages.answer(request, "people.html", members=access.members(store), person=person)


@router.post("/people")
def add_person(
    request: Request,
    person: Manager,
    store: TheStore,
    name: Name,
    role: Annotated[str, Form(max_length=20)],
    password: Password,
) -> Response:
    """A new person."""
    added = access.add_person(store, name, role, password, who=person.name)
    request.state.subject = f"{added} added as {role}"
    return see("/people")


@router.post("/people/change")
def change_person(
    request: Request, person: Manager, store: TheStore, name: Name, role: Annotated[str, Form(max_length=20)]
) -> Response:
    """Another role, or out."""
    if role == "out":
        access.shut_out(store, name)
    else:
        access.change_role(store, name, role)
    request.state.subject = f"{name}: {role}"
    return see("/people")


@router.get("/audit")
def audit(
    request: Request,
    person: Manager,
    store: TheStore,
    pages: ThePages,
    who: Annotated[str, Query(max_length=100)] = "",
    cursor: Cursor = None,
) -> Response:
    """Every change and every sign-in, the newest first."""
    found = access.audit_trail(store, who=who or None, cursor=cursor)
    following = link("/audit", (("who", who), ("cursor", found.next))) if found.next else None
    return pages.answer(request, "audit.html", rows=found.items, who=who, following=following)
