"""WARC/1.1 records as we write them: each a gzip member of its own, the same bytes for the same answer."""

from __future__ import annotations

import gzip
import hashlib
import uuid

from .asking import Answer
from .visiting import Exchange

_SPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # the namespace of URLs in RFC 9562
_UNCHANGED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_MOST_PACKED = 20
"""Times that a record is packed at most. News pages reach 10, a page of blanks 1,000."""
FAILURE = "fetch-failure"
"""The field of a metadata record that says why a URL gave no page."""
Fields = list[tuple[str, str]]


def digest_of(body: bytes) -> str:
    """The digest of a payload as records have it."""
    return f"sha256:{hashlib.sha256(body).hexdigest()}"


def run_record(software: str, date: str) -> bytes:
    """The record that begins a run."""
    block = f"software: {software}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n".encode()
    return _record("warcinfo", date, block, [("Content-Type", "application/warc-fields")])


def exchange_records(exchange: Exchange, earlier: Fields | None) -> bytes:
    """The response and its request; a revisit with its request where `earlier` says what is already kept."""
    answer = exchange.answer
    fields: Fields = [
        ("WARC-Target-URI", exchange.url),
        ("WARC-IP-Address", answer.address),
        ("Content-Type", "application/http;msgtype=response"),
    ]
    if answer.cut:
        fields.append(("WARC-Truncated", "length"))
    if earlier is None:
        fields.append(("WARC-Payload-Digest", digest_of(answer.body)))
        came = _record("response", exchange.date, _head(answer) + answer.body, fields)
    else:
        profile = _UNCHANGED if answer.status == 304 else _IDENTICAL
        fields += [("WARC-Profile", profile), *earlier]
        came = _record("revisit", exchange.date, _head(answer), fields)
    asked = [("WARC-Target-URI", exchange.url), ("Content-Type", "application/http;msgtype=request")]
    return came + _record("request", exchange.date, answer.request, asked)


def failure_record(url: str, date: str, reason: str) -> bytes:
    """The record of a URL that gave no page."""
    block = f"{FAILURE}: {reason}\r\n".encode()
    return _record("metadata", date, block, [("WARC-Target-URI", url), ("Content-Type", "application/warc-fields")])


def _head(answer: Answer) -> bytes:
    """Status line and headers as they came. The frames of chunks are gone, so the header that announces them steps
    aside, under the name that web archives give it."""
    lines = [b"%b %d %b" % (answer.version, answer.status, answer.phrase)]
    for name, value in answer.headers:
        aside = b"X-Archive-Orig-" if name.lower() == b"transfer-encoding" else b""
        lines.append(b"%b%b: %b" % (aside, name, value))
    return b"\r\n".join(lines) + b"\r\n\r\n"


def _record(kind: str, date: str, block: bytes, fields: Fields) -> bytes:
    digest = digest_of(block)
    name = uuid.uuid5(_SPACE, "\n".join((kind, date, digest, *(value for _, value in fields))))
    head: Fields = [("WARC-Type", kind), ("WARC-Record-ID", f"<urn:uuid:{name}>"), ("WARC-Date", date), *fields,
                    ("WARC-Block-Digest", digest), ("Content-Length", str(len(block)))]  # fmt: skip
    lines = "".join(f"{key}: {value}\r\n" for key, value in head)
    return _packed(f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n")


def _packed(record: bytes) -> bytes:
    """One gzip member. A page that packs like a gzip bomb is stored as it is: readers, ours with them, give up a file
    that unpacks to too much, and one page of blanks must not take the others with it."""
    packed = gzip.compress(record, mtime=0)
    return packed if len(packed) * _MOST_PACKED > len(record) else gzip.compress(record, 0, mtime=0)
