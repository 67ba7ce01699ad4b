"""A stream whose process is killed outright, at any moment, goes on as if nothing had happened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from bench.streams import made_stream

from firsthand.stories.stream import Stream

ARTICLES = 260
PLACE = """
import sys
from itertools import islice
from pathlib import Path
from bench.streams import made_stream
from firsthand.stories.stream import Stream

with Stream(Path(sys.argv[1])) as stream:
    for one in islice(made_stream(int(sys.argv[2])), int(sys.argv[2])):
        sys.stdin.readline()
        print(stream.place(one.features).article, flush=True)
"""


def told(stream: Stream) -> tuple[object, ...]:
    return stream.stories(), tuple(stream.log()), len(stream)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
@pytest.mark.parametrize("seen", [1, 97, 180])
def test_a_killed_stream_loses_and_doubles_nothing(seen: int, tmp_path: Path) -> None:
    articles = [one.features for one in made_stream(ARTICLES)]
    with Stream() as unbroken:
        answers = [unbroken.place(one) for one in articles]
        expected = told(unbroken)
    path = tmp_path / "stream.sqlite"
    placing = subprocess.Popen(
        [sys.executable, "-c", PLACE, path, str(ARTICLES)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert placing.stdin is not None
    assert placing.stdout is not None
    placing.stdin.write("\n" * (seen + 1))  # one more is begun when the kill comes
    placing.stdin.flush()
    acknowledged = [line.strip() for line in islice(placing.stdout, seen)]
    os.kill(placing.pid, signal.SIGKILL)
    placing.communicate()
    with Stream(path) as again:
        assert seen <= len(again) <= seen + 1
        assert acknowledged == [one.article for one in articles[:seen]]
        assert [again.place(one) for one in articles] == answers
        assert told(again) == expected
