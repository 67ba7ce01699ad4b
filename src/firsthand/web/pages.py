"""The frame around every page: who visits, where things are, what was just done; and how a page becomes an answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from firsthand.api.forms import csrf_token
from firsthand.desk.access import Action, Person, Role, may
from firsthand.report import wording

from .assets import address
from .keymap import KEYMAP
from .words import clock, is_web

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
_PLACES = (
    ("Stories", "/"),
    ("Sources", "/sources"),
    ("Check", "/check"),
    ("Add", "/add"),
    ("Feeds", "/feeds"),
    ("Work", "/work"),
    ("Decisions", "/decisions"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page that the frame leads to."""

    name: str
    href: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Who looks at a page, and what its forms carry."""

    who: str
    role: str
    csrf: str
    signed_in: bool

    def may(self, action: Action) -> bool:
        """Whether she may do it."""
        return may(Role(self.role) if self.role else None, action)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What was just done; `undo` is the number of a decision that can be taken back."""

    text: str
    undo: int | None = None
    back: str = "/"


class Pages:
    """The template engine of one server."""

    def __init__(self) -> None:
        self.engine = engine()

    def answer(
        self,
        request: Request,
        template: str,
        *,
        status: int = 200,
        notice: Notice | None = None,
        **context: Any,
    ) -> HTMLResponse:
        """A page of the desk."""
        return HTMLResponse(self.text(request, template, notice=notice, **context), status)

    def text(self, request: Request, template: str, *, notice: Notice | None = None, **context: Any) -> str:
        """The same as text."""
        visit = visit_of(request)
        return self.engine.get_template(f"desk/{template}").render(
            visit=visit,
            notice=notice,
            places=places_of(request.url.path),
            may_edit=visit.may(Action.DECIDE),
            **context,
        )

    def problem(self, request: Request, status: int, title: str, detail: str) -> Response:
        """A page that says in plain words what did not work."""
        return self.answer(request, "problem.html", status=status, title=title, detail=detail, status_code=status)


def engine() -> Environment:
    """The report's template engine with the desk's templates and words."""
    from firsthand.report.rendering import environment  # brings in the template engine

    made = environment([_TEMPLATES])
    made.globals.update(asset=address, keymap=KEYMAP, figures=wording.figures, single_origin=wording.single_origin)
    made.filters["moment"] = clock
    made.tests["is_web"] = is_web
    made.filters["is_web"] = is_web
    return made


def visit_of(request: Request) -> Visit:
    """The visit that a request is part of."""
    person: Person | None = getattr(request.state, "person", None)
    return Visit(
        who=person.name if person else "",
        role=str(person.role) if person else "",
        csrf=csrf_token(request),
        signed_in=person is not None and not person.local,
    )


def places_of(path: str) -> tuple[Place, ...]:
    """Where the frame leads, with the place that a path belongs to."""

    def holds(href: str) -> bool:
        return path in ("", "/") or path.startswith("/stories") if href == "/" else path.startswith(href)

    return tuple(Place(name=name, href=href, here=holds(href)) for name, href in _PLACES)


def pages_of(request: Request) -> Pages:
    """The template engine of the server that a request came to."""
    made: Pages = request.app.state.pages
    return made
