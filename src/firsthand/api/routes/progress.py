"""How far the work is."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from firsthand.desk import reading, working

from ..answers import answered
from ..asking import Reader
from ..shapes.progress import Counts, Progress
from ..state import TheStore

router = APIRouter(tags=["work"])


@router.get("/progress", response_model=Progress)
def progress(request: Request, store: TheStore, who: Reader) -> Response:
    """How far the worker is."""
    return answered(request, Progress.model_validate(working.progress(store)))


@router.get("/counts", response_model=Counts)
def counts(request: Request, store: TheStore, who: Reader) -> Response:
    """What the store holds."""
    return answered(request, Counts.model_validate(reading.counts(store)))
