"""The file that keeps what came: appended to by whole records, and asked what is known of a URL."""

from __future__ import annotations

import contextlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from .kept import KeptRecord, NotRecordsError, begins_record, kept_body, kept_records
from .policy import Clock, NotFetchedError
from .records import Fields, digest_of, exchange_records, failure_record, run_record
from .unpacking import unpacked
from .visiting import Exchange, Validators, Visit

SUFFIX = ".warc.gz"


_OPENED = os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Not to wait for a writer where the path is a pipe, and not to change line ends where systems do."""


class CannotKeepError(Exception):
    """A file that nothing can be kept in. The message says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    """The last version of a page that is kept."""

    digest: str
    date: str
    at: int
    """Where its record begins."""
    encoding: str
    validators: Validators


class Keeper:
    """An open file of records. Use it as a context: it holds a lock, so that two runs do not write into one file.

    Raises:
        CannotKeepError: from every method that touches the file.
    """

    def __init__(self, path: Path, clock: Clock, software: str) -> None:
        self.path = path
        self._clock = clock
        self._software = software
        self._file = -1
        self._end = 0
        self._begun = False
        self._versions: dict[str, _Version] = {}

    def __enter__(self) -> Self:
        if not self.path.name.endswith(SUFFIX):
            raise CannotKeepError(f"cannot keep pages in {self.path}: its name does not end in {SUFFIX}")
        try:
            self._file = os.open(self.path, _OPENED, 0o666)
            self._take()
        except BaseException as error:
            self._close()
            if isinstance(error, OSError | NotRecordsError):
                raise CannotKeepError(f"cannot keep pages in {self.path}: {_said(error)}") from error
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self._close()

    def known(self, url: str) -> Validators | None:
        """What to ask with whether a page has changed, if a version of it is kept."""
        version = self._versions.get(url)
        return version.validators if version else None

    def page(self, url: str, most: int) -> bytes | None:
        """The last version of a page that is kept, unpacked; None where there is none within the bound."""
        version = self._versions.get(url)
        if version is None:
            return None
        with open(self._file, "rb", closefd=False) as file:
            body = kept_body(file, version.at, most + 1_000_000)
        try:
            return unpacked(body, version.encoding, most)
        except NotFetchedError:
            return None

    def keep(self, visit: Visit) -> bool:
        """Write down what came of a URL, all or nothing; whether there is a new page, or a new version of one."""
        if not self._begun:
            self._append(run_record(self._software, self._now()))
            self._begun = True
        records, new = b"", False
        for exchange in visit.exchanges:
            earlier = self._earlier(exchange)
            if exchange.answer.status == 200 and earlier is None:
                new = True
                self._versions[exchange.url] = _version_of(exchange, self._end + len(records))
            records += exchange_records(exchange, earlier)
        if visit.failure is not None:
            url = quote(visit.url[:4096], safe="%/:?@!$&'()*+,;=-._~[]|^#", errors="surrogateescape")
            records += failure_record(url, self._now(), visit.failure)
        self._append(records)
        return new

    def _earlier(self, exchange: Exchange) -> Fields | None:
        """What a revisit record says of the version that the answer repeats; None if it is a new one."""
        version, answer = self._versions.get(exchange.url), exchange.answer
        if version is None or not (
            answer.status == 304 or (answer.status == 200 and version.digest == digest_of(answer.body))
        ):
            return None
        return [
            ("WARC-Payload-Digest", version.digest),
            ("WARC-Refers-To-Target-URI", exchange.url),
            ("WARC-Refers-To-Date", version.date),
        ]

    def _take(self) -> None:
        """Lock the file, learn what it holds, and cut off a last record that a killed run left half written."""
        if not stat.S_ISREG(os.fstat(self._file).st_mode):
            raise NotRecordsError("it is not a regular file")
        _lock(self._file)
        ours, product = False, self._software.partition("/")[0] + "/"
        with open(self._file, "rb", closefd=False) as file:
            for record in kept_records(file):
                ours = ours or record.inner.get("software", "").startswith(product)
                self._end = record.end
                self._learn(record)
            if self._end == os.fstat(self._file).st_size:
                return
            if not ours:
                raise NotRecordsError("its last record breaks off, and it is not a file that this program began")
            if begins_record(file, self._end):
                raise NotRecordsError(f"it is damaged at byte {self._end:,}")
            os.ftruncate(self._file, self._end)

    def _learn(self, record: KeptRecord) -> None:
        fields = record.fields
        if fields.get("warc-type") == "response" and record.status == 200:
            self._versions[fields.get("warc-target-uri", "")] = _Version(
                digest=fields.get("warc-payload-digest", ""),
                date=fields.get("warc-date", ""),
                at=record.start,
                encoding=record.inner.get("content-encoding", ""),
                validators=Validators(
                    etag=record.inner.get("etag", ""), modified=record.inner.get("last-modified", "")
                ),
            )

    def _append(self, records: bytes) -> None:
        """Records to the end of the file, and on to the disk; none of them if there is no room for all."""
        try:
            _write(self._file, records, self._end)
            os.fsync(self._file)
        except OSError as error:
            with contextlib.suppress(OSError):
                os.ftruncate(self._file, self._end)
            raise CannotKeepError(f"cannot keep pages in {self.path}: {_said(error)}") from error
        self._end += len(records)

    def _now(self) -> str:
        return self._clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")

    def _close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def _version_of(exchange: Exchange, at: int) -> _Version:
    answer = exchange.answer
    return _Version(
        digest=digest_of(answer.body),
        date=exchange.date,
        at=at,
        encoding=answer.header("content-encoding"),
        validators=Validators(etag=answer.header("etag"), modified=answer.header("last-modified")),
    )


def _write(file: int, data: bytes, at: int) -> None:
    os.lseek(file, at, os.SEEK_SET)
    left = memoryview(data)
    while left:
        left = left[os.write(file, left) :]


def _lock(file: int) -> None:
    """Keep other runs out for as long as the file is open; where the system has no such locks, trust the user."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise NotRecordsError("another run is writing to it") from error


def _said(error: BaseException) -> str:
    return (error.strerror or "input or output error") if isinstance(error, OSError) else str(error)
