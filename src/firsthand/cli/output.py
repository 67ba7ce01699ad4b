"""Where a report goes: a file, written whole or not at all, or standard output."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .arguments import SUFFIXES


class CannotWriteError(Exception):
    """An output that cannot be written. The message says which and why."""


class UnknownFormatError(Exception):
    """An output whose format cannot be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One place to write to, in one format. `path` is None for standard output."""

    path: Path | None
    format: str

    def check(self) -> None:
        """Find out before the work begins whether the output can be written at all.

        Raises:
            CannotWriteError: it cannot.
        """
        if self.path is None:
            return
        if self.path.is_dir():
            raise CannotWriteError(f"cannot write {self.path}: it is a folder")
        folder = self.path.parent
        if not folder.is_dir():
            raise CannotWriteError(f"cannot write {self.path}: there is no folder {folder}")
        if not os.access(self.path if self.path.exists() else folder, os.W_OK):
            raise CannotWriteError(f"cannot write {self.path}: permission denied")

    def write(self, text: str) -> None:
        """Write the text, as UTF-8.

        Raises:
            CannotWriteError: the file could not be written.
        """
        if self.path is None:
            print_out(text)
            return
        try:
            _write_file(self.path, text.encode("utf-8"))
        except OSError as error:
            raise CannotWriteError(f"cannot write {self.path}: {error.strerror or error}") from error


def outputs_of(files: list[str], format_: str | None) -> list[Output]:
    """The places to write to, each with its format: as asked for, else as the file's name tells.

    Raises:
        UnknownFormatError: a file's name tells no format, or one format is asked for several files.
    """
    if not files:
        return [Output(path=None, format=format_ or "text")]
    if format_ and len(files) > 1:
        raise UnknownFormatError("--format goes with one --output; let the names of the files tell their formats")
    return [_output_of(file, format_) for file in files]


def _output_of(file: str, format_: str | None) -> Output:
    if file == "-":
        return Output(path=None, format=format_ or "text")
    told = format_ or SUFFIXES.get(Path(file).suffix.lower())
    if told is None:
        raise UnknownFormatError(f"cannot tell the format of {file}: use --format, or a name in {', '.join(SUFFIXES)}")
    return Output(path=Path(file), format=told)


def print_out(text: str) -> None:
    """Write to standard output: UTF-8, or what a terminal can show of it."""
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        if out.isatty():
            out.reconfigure(errors="replace")
        else:
            out.reconfigure(encoding="utf-8", newline="\n")
    out.write(text)
    out.flush()


def _write_file(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():  # a device or a pipe: nothing to replace
        path.write_bytes(data)
        return
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
