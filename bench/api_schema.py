"""The API against its own description (schemathesis), on a store with the example in it, and a fuzz of cursors and ids.

    python bench/api_schema.py                     200 examples an operation, valid and not, every check
    python bench/api_schema.py --examples 1000     longer
    python bench/api_schema.py --fuzz 120          cursors and ids, that many seconds

What is written goes to a copy of the store that is thrown away. Nothing is fetched: no name is resolved.
"""

from __future__ import annotations

import argparse
import logging
import socket
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, assume, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from firsthand.api.app import application
from firsthand.api.settings import Rates, Settings
from firsthand.desk import reading
from firsthand.desk.access import make_token
from firsthand.store.opening import Store

HOST = "127.0.0.1:8000"
STREAM = "/api/v1/events"
"""Does not end, so no answer of it can be looked at as a whole; tests/api/test_events.py reads it."""
REFUSALS = [400, 401, 403, 404, 405, 409, 413, 414, 415, 422, 429]
PATIENCE = 300.0
"""Seconds for one answer: a check reads with models, here on whatever the machine has left."""
MANY = Rates(all=10**9, check=10**9, add=10**9)


def no_names(*_: object, **__: object) -> Any:
    """A resolver that knows nobody."""
    raise socket.gaierror("no network here")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """The described operations over one store, and how to ask."""

    schema: Any
    headers: dict[str, str]
    token: int
    """The number of the token that is shown; to revoke it would end everything."""
    known: dict[str, list[str]]
    """Ids that are in the store, by the parameter that takes them: made-up ones find nothing to show."""


def subject_of(store: Store) -> Subject:
    """Everything that is asked of one store, by an admin."""
    app = application(store, Settings(rates=MANY))
    token, secret = make_token(store, "schema", "admin", who="bench")
    config = schemathesis.Config.from_dict({"checks": {"negative_data_rejection": {"expected-statuses": REFUSALS}}})
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=config, headers={"Host": HOST})
    rows = reading.stories(store, limit=100).items
    pages = [page for row in rows if (page := reading.story(store, row.id)) is not None]
    articles = [one.id for page in pages for one in page.report.articles]
    return Subject(
        schema=schema.exclude(path=STREAM),
        headers={"Host": HOST, "Authorization": f"Bearer {secret}"},
        token=token.id,
        known={
            "story": [row.id for row in rows],
            "article": articles,
            "left": articles,
            "right": articles[::-1],
            "page": [one.id for one in reading.queue(store, limit=100).items],
            "source": [one.id for one in reading.sources(store, limit=100).items],
        },
    )


def check(
    subject: Subject, examples: int, *, only: str = "", but: str = "none", say: Callable[[str], None] = print
) -> list[str]:
    """Every operation with so many examples, half of them valid; what failed, in words."""
    failed: list[str] = []
    for result in subject.schema.get_all_operations():
        operation, statuses = result.ok(), Counter[int]()
        if only not in operation.label or but in operation.label:
            continue
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            failed += _run(operation, mode, subject, max(1, examples // 2), statuses)
        told = " ".join(f"{status}:{count}" for status, count in sorted(statuses.items()))
        say(f"{operation.label:48} {statuses.total():5}  {told}")
    return failed


def _run(operation: Any, mode: GenerationMode, subject: Subject, examples: int, statuses: Counter[int]) -> list[str]:
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def once(case: Any) -> None:
        if mode is GenerationMode.POSITIVE and statuses.total() % 3:
            _fill_in(case, subject, statuses.total())
        assume("/tokens/" not in case.path or str(case.path_parameters.get("number")) != str(subject.token))
        response = case.call(headers=subject.headers, timeout=PATIENCE)
        statuses[int(response.status_code)] += 1
        case.validate_response(response, headers=subject.headers, excluded_checks=[positive_data_acceptance])
        if mode is GenerationMode.POSITIVE and response.status_code == 422:
            # a made-up cursor or id may be refused; what the description allows may not be said to break it
            assert "errors" not in response.json(), f"described as valid, and refused: {response.text}"

    try:
        once()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        if "Unsatisfiable" in type(error).__name__ or "nothing to negate" in str(error).lower():
            return []
        told = getattr(error, "exceptions", None) or [error]
        return [f"{operation.label} ({mode.value}): {str(one)[:1200]}" for one in told]
    return []


def _fill_in(case: Any, subject: Subject, turn: int) -> None:
    """Ids of the store in place of made-up ones."""
    for values in (case.path_parameters, case.query):
        for name in list(values or ()):
            if name in subject.known:
                values[name] = subject.known[name][turn % len(subject.known[name])]


def main() -> int:
    """Run what is asked for; 1 when something failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, default=200)
    parser.add_argument("--only", default="", help="operations whose label holds this")
    parser.add_argument("--but", default="none", help="and no operations whose label holds this")
    parser.add_argument("--fuzz", type=float, default=0.0, metavar="SECONDS")
    arguments = parser.parse_args()
    from tests.desk.filled import filled_copy

    logging.getLogger("firsthand.api").setLevel(logging.ERROR)
    socket.getaddrinfo = no_names
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, filled_copy(Path(folder)) as store:
        if arguments.fuzz:
            from tests.api.asking import local
            from tests.api.test_cursors import fuzz

            asker = local(store)
            story = asker.get("/api/v1/stories").json()["items"][0]["id"]
            print(f"{fuzz(asker, story, arguments.fuzz)} requests with made-up cursors and ids, none broke")
            return 0
        failed = check(subject_of(store), arguments.examples, only=arguments.only, but=arguments.but)
    print(f"{len(failed)} failures in {time.monotonic() - began:.0f} s", *failed, sep="\n\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
