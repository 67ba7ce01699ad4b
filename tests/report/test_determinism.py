import os
import subprocess
import sys
from pathlib import Path

_TESTS = Path(__file__).resolve().parents[1]
_CODE = """
import hashlib
from report.crowd import crowd_report
from report.ferry import ferry_report
from firsthand.report import as_html, as_json, as_markdown, as_text
digest = hashlib.sha256()
for report in (ferry_report(), crowd_report()):
    for form in (as_html, as_json, as_markdown, as_text):
        digest.update(form(report).encode())
print(digest.hexdigest())
"""


def _digest(seed: str) -> str:
    paths = os.pathsep.join([str(_TESTS), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
    done = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, env=environment, check=True)
    return done.stdout


def test_another_process_with_another_hash_seed_writes_the_same_bytes() -> None:
    assert _digest("1") == _digest("2")
