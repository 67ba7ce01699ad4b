"""Containers of pages, made in the test."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from firsthand.model import Failure, Page
from firsthand.pages import read_paths

PARAGRAPHS = (
    "The Lune bridge was closed to all traffic on Monday after divers found a crack in its pier, the council said.",
    "Engineers will inspect the other five piers by Friday, and buses are being sent over the old toll bridge.",
    "“We would rather close it a week too early than an hour too late,” said Maria Holt of the roads department.",
    "Ferries took four thousand people over the river in the first hours, twice as many as on any other Monday.",
)
BODY = "\n".join(PARAGRAPHS)
MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HTML = f"<!doctype html><html><head><title>Lune bridge closed</title></head><body>{MARKUP}</body></html>"
URL = "https://post.example/lune"


def record(
    block: bytes, url: str = URL, kind: str = "response", *, packed: bool = False, head: str = "", length: int = -1
) -> bytes:
    """One WARC record."""
    size = len(block) if length < 0 else length
    media = "application/http; msgtype=response" if kind in {"response", "revisit"} else "text/html"
    lines = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-10T08:30:00Z\r\n"
    made = f"{lines}Content-Type: {media}\r\n{head}Content-Length: {size}\r\n\r\n".encode() + block + b"\r\n\r\n"
    return gzip.compress(made) if packed else made


def answer(body: bytes, status: str = "200 OK", head: str = "Content-Type: text/html; charset=utf-8\r\n") -> bytes:
    """One answer of a web server."""
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def lines_of(*records: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in records)


def feed(*items: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>Ellery Post</title><link>https://post.example/</link><language>en-gb</language>"
        f"{''.join(items)}</channel></rss>"
    )


def item(title: str, link: str, inside: str) -> str:
    return f"<item><title>{title}</title><link>{link}</link>{inside}</item>"


def read_file(path: Path, data: bytes | str) -> tuple[list[Page], list[Failure]]:
    """What is read of a file with these bytes."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read(path)


def read(*paths: Path) -> tuple[list[Page], list[Failure]]:
    found = list(read_paths(paths))
    return [one for one in found if isinstance(one, Page)], [one for one in found if isinstance(one, Failure)]
