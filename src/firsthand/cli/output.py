"""Where a report goes: a file, written whole or not at all, or standard output."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from firsthand.report.packing import File, within, zipped

from .arguments import SUFFIXES
from .failures import CannotWriteError as CannotWriteError
from .folders import SEVERAL, check_folder, umask, write_folder


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
        if self._is_folder:
            check_folder(self.path)
            return
        if self.path.is_dir():
            raise CannotWriteError(f"cannot write {self.path}: it is a folder")
        folder = self.path.parent
        if not folder.is_dir():
            raise CannotWriteError(f"cannot write {self.path}: there is no folder {folder}")
        if not os.access(self.path if self.path.exists() else folder, os.W_OK):
            raise CannotWriteError(f"cannot write {self.path}: permission denied")

    @property
    def _is_folder(self) -> bool:
        return self.path is not None and self.format in SEVERAL and self.path.suffix.lower() != ".zip"

    def write_files(self, files: Iterable[File]) -> None:
        """Write the files of a format that has several: into a new folder, or a zip archive.

        Raises:
            CannotWriteError: they could not be written.
        """
        if self.path is None:
            raise ValueError(f"{self.format} is several files")
        try:
            if self._is_folder:
                write_folder(self.path, files)
            else:
                _write_file(self.path, zipped(within("case", files) if self.format == "bag" else files))
        except OSError as error:
            raise CannotWriteError(f"cannot write {self.path}: {error.strerror or error}") from error

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
    if format_ in SEVERAL and files in ([], ["-"]):
        raise UnknownFormatError(f"--format {format_} is several files: name a folder, or a .zip, with --output")
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
        Path(name).chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
