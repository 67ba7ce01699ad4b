"""`firsthand people`: who may use the desk."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from firsthand.cli.main import main
from firsthand.desk.access import audit_trail, members, sign_in, token_of
from firsthand.store.opening import open_store

PASSWORD = "a long pass phrase"


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "desk.db")


def run(file: str, *arguments: str, typed: str = PASSWORD) -> int:
    stdin, sys.stdin = sys.stdin, io.StringIO(f"{typed}\n")
    try:
        return main(["people", *arguments, "--store", file])
    finally:
        sys.stdin = stdin


def test_the_first_is_an_admin_and_the_others_read(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, "list") == 0
    assert "this machine alone" in capsys.readouterr().out
    assert run(file, "add", "Ada") == 0
    assert run(file, "add", "Ben") == 0
    with open_store(file) as store:
        assert [(one.name, one.role) for one in members(store)] == [("ada", "admin"), ("ben", "reader")]
        assert sign_in(store, "Ada", PASSWORD) is not None


def test_the_first_cannot_be_less(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, "add", "Ada", "--role", "reader") == 1
    assert "somebody has to manage" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["", "short", "x" * 300])
def test_passwords_have_a_length(file: str, typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, "add", "Ada", typed=typed) == 1
    assert "12 to 256" in capsys.readouterr().err


def test_a_token_is_printed_once_and_revoked(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, "token", "bot", "--role", "editor") == 0
    secret = capsys.readouterr().out.strip()
    with open_store(file) as store:
        person = token_of(store, secret)
        assert person is not None and person.role == "editor"
    assert run(file, "list") == 0
    assert secret not in capsys.readouterr().out
    assert run(file, "revoke", "1") == 0
    with open_store(file) as store:
        assert token_of(store, secret) is None


def test_somebody_always_manages_the_desk(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(file, "add", "Ada")
    assert run(file, "revoke", "ada") == 1
    assert run(file, "role", "ada", "editor") == 1
    run(file, "add", "Ben", "--role", "admin")
    assert run(file, "revoke", "Ada") == 0
    with open_store(file) as store:
        assert sign_in(store, "ada", PASSWORD) is None


def test_a_new_password_ends_the_old_one(file: str) -> None:
    run(file, "add", "Ada")
    assert run(file, "password", "ada", typed="another long pass phrase") == 0
    with open_store(file) as store:
        assert sign_in(store, "ada", PASSWORD) is None
        assert sign_in(store, "ada", "another long pass phrase") is not None


def test_all_of_it_is_in_the_audit_log_and_no_secret(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(file, "add", "Ada")
    run(file, "token", "bot")
    secret = capsys.readouterr().out.split()[-1]
    with open_store(file) as store:
        lines = audit_trail(store).items
    assert [one.action for one in lines] == ["token made", "person added"]
    assert PASSWORD not in repr(lines) and secret not in repr(lines)


@pytest.mark.parametrize("name", ["", " ", "a\x1b[31mb", "x" * 80, "you"])
def test_names_that_cannot_be(file: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, "add", name) == 1
    assert "\x1b" not in capsys.readouterr().err


def test_control_characters_of_names_are_shown_and_not_obeyed(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(file, "revoke", "\x1b[31mevil") == 1
    assert run(file, "token", "bot\x1b]0;evil\x07") == 1
    assert "\x1b" not in "".join(capsys.readouterr())


def test_a_store_that_cannot_be_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "no" / "such" / "folder.db"), "list") == 1
    assert "cannot open the store" in capsys.readouterr().err


def test_the_command_line_loads_none_of_it() -> None:
    code = (
        "import sys; from firsthand.cli.arguments import parser; parser();"
        "heavy = {'sqlalchemy', 'fastapi', 'mcp', 'pydantic', 'argon2', 'uvicorn', 'starlette'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
