"""Pages are given to the desk: addresses, pasted text, files, or what the bookmarklet hands over."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile

from firsthand.api.asking import Adder, Reader
from firsthand.api.state import TheDesk
from firsthand.desk import intake, working
from firsthand.desk.errors import NotThere

from ..arriving import Arriving
from ..words import is_web
from .doorway import ThePages, TheReceipts, see

router = APIRouter()
_LONGEST_TEXT = 1_000_000
_LONGEST_URL = 8_000


@router.get("/add")
def form(
    request: Request,
    person: Adder,
    pages: ThePages,
    url: Annotated[str, Query(max_length=_LONGEST_URL)] = "",
    text: Annotated[str, Query(max_length=8000)] = "",
) -> Response:
    """Every way to give a page. What the bookmarklet puts into the address is filled in, and sent by nobody but her."""
    answer = pages.answer(request, "add.html", url=url if is_web(url) else "", text=text)
    # the bookmarklet's window hands over the page that she reads: it must still know us
    answer.headers["Cross-Origin-Opener-Policy"] = "unsafe-none"
    return answer


@router.post("/add")
def add(
    request: Request,
    person: Adder,
    desk: TheDesk,
    receipts: TheReceipts,
    urls: Annotated[str, Form(max_length=_LONGEST_TEXT)] = "",
    text: Annotated[str, Form(max_length=_LONGEST_TEXT)] = "",
    url: Annotated[str, Form(max_length=_LONGEST_URL)] = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Take what was given. Addresses are fetched after the answer, politely, so that nobody waits for them."""
    arriving = Arriving()
    for file in files or ():
        if file.filename or file.size:
            arriving.take(
                intake.take_bytes(desk.store, file.filename or "", file.file.read(), file.content_type, person.name)
            )
    if text.strip():
        arriving.take(intake.take_text(desk.store, text, url.strip() or None, person.name))
    wanted = list(dict.fromkeys(filter(None, (line.strip() for line in urls.splitlines()))))
    if wanted:
        arriving.fetch(len(wanted), intake.take_urls(desk.store, wanted, desk.policy, person.name))
    request.state.subject = f"{len(arriving.taken) + arriving.waiting} pages"
    return see(f"/add/{receipts.keep(arriving)}")


@router.get("/add/{receipt}")
def added(
    request: Request, person: Reader, desk: TheDesk, pages: ThePages, receipts: TheReceipts, receipt: str
) -> Response:
    """What became of it."""
    arriving = cast("Arriving | None", receipts.get(receipt))
    if arriving is None:
        raise NotThere("That is no longer kept. What came of every page is under Work.")
    taken = arriving.now(desk.store)
    return pages.answer(
        request, "added.html", taken=taken, arriving=arriving, progress=working.progress(desk.store),
        busy=arriving.waiting > 0 or any(one.state == "new" for one in taken),
    )  # fmt: skip
