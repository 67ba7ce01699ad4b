"""Who asks, tokens, and the book of what was done."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from firsthand.desk.access import audit_trail, make_token, revoke
from firsthand.desk.access import tokens as all_tokens

from ..answers import JSON, answered, listed, tag_of, tagged
from ..asking import Anyone, Manager, Reader
from ..parameters import Cursor, Filter, Limit, Number
from ..shapes.access import AuditLines, Me, NewToken, Token, TokenAsked, Tokens
from ..shapes.base import shown
from ..state import TheStore

router = APIRouter(tags=["access"])


@router.get("/openapi.json", include_in_schema=False)
def openapi(request: Request, who: Anyone) -> Response:
    """This description."""
    content: bytes = request.app.state.description
    return tagged(request, content, JSON, tag_of(content))


@router.get("/me", response_model=Me)
def me(request: Request, who: Reader) -> Response:
    """Who asks, and with what role."""
    return answered(request, Me(name=who.name, role=who.role.value, local=who.local))


@router.get("/tokens", response_model=Tokens)
def tokens(request: Request, store: TheStore, who: Manager, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """All tokens, without their secrets."""
    found = all_tokens(store, cursor, limit)
    return listed(request, Tokens.model_validate(found), found.next)


@router.post("/tokens", response_model=NewToken, status_code=201)
def add_token(request: Request, store: TheStore, who: Manager, asked: TokenAsked) -> Response:
    """Make a token. The answer holds its secret, this once."""
    made, secret = make_token(store, asked.name, asked.role, who=who.name)
    request.state.subject = f"token {made.id} ({made.name}, {made.role})"
    response = answered(request, NewToken.model_validate({**shown(Token, made), "secret": secret}), status=201)
    response.headers["Cache-Control"] = "no-store"
    return response


@router.delete("/tokens/{number}", response_model=Token)
def remove_token(request: Request, store: TheStore, who: Manager, number: Number) -> Response:
    """Let a token hold no longer. It stays in the list."""
    request.state.subject = f"token {number} revoked"
    return answered(request, Token.model_validate(revoke(store, number)))


@router.get("/audit", response_model=AuditLines)
def audit(
    request: Request,
    store: TheStore,
    who: Manager,
    person: Annotated[Filter, Query(description="Only what this person did.")] = None,
    action: Annotated[Filter, Query(description="Only this.")] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Response:
    """Every change and every sign-in, the newest first."""
    found = audit_trail(store, who=person, action=action, cursor=cursor, limit=limit)
    return listed(request, AuditLines.model_validate(found), found.next)
