"""`firsthand desk`."""

from __future__ import annotations

import argparse
import contextlib
import signal
import sys
from types import FrameType

from firsthand.desk.apart import Apart, load_models
from firsthand.desk.rebuilding import rebuild
from firsthand.desk.serving import Desk
from firsthand.store.opening import Store

from .desk import policy_of, stream_of


def serve(store: Store, arguments: argparse.Namespace) -> int:
    """Serve until interrupted; pages are read beside it."""
    from firsthand.api.app import application
    from firsthand.api.serving import listen
    from firsthand.api.settings import Settings
    from firsthand.web.routes.story import lay_out_one

    settings = Settings(
        host=arguments.host,
        port=arguments.port,
        public=arguments.public,
        allow_private=arguments.allow_private,
    )
    apart, drawing = Apart(arguments.store), Apart(arguments.store)
    app = application(store, settings, apart, drawing)
    stream = stream_of(store, arguments)
    if arguments.rebuild:
        rebuild(store, stream)
    working = contextlib.nullcontext() if arguments.no_work else Desk(arguments.store, stream, policy_of(arguments))
    signal.signal(
        signal.SIGTERM, _end
    )  # the server hands the signal on when it has ended; so that what is here ends too
    with working, apart, drawing:
        apart.make_ready(load_models)
        drawing.make_ready(lay_out_one)
        if not arguments.quiet:
            host = f"[{arguments.host}]" if ":" in arguments.host else arguments.host
            print(f"firsthand: open http://{host}:{arguments.port}", file=sys.stderr)
        listen(app, settings)
    return 0


def _end(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)
