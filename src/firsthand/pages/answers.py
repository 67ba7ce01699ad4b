"""The answer of a web server as an archive keeps it: head, and a body that may be chunked and packed."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from email.message import Message

from .bounds import LARGEST, LARGEST_HEAD, MOST_ENCODINGS, BeyondBounds, megabytes

_END = re.compile(rb"\r?\n\r?\n")
_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_RAW = -15


class BrokenAnswer(Exception):  # noqa: N818  # a finding about the input; its message is the reason of the failure
    """An answer whose body cannot be had. The message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer's status and head, and its body as it was sent."""

    status: int
    reason: str
    media_type: str | None
    charset: str | None
    chunked: bool
    encodings: tuple[str, ...]
    sent: bytes


def read_answer(block: bytes) -> Answer:
    """The answer in a record.

    Raises:
        BrokenAnswer: the record holds no HTTP answer.
    """
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

    end = _END.search(block, 0, LARGEST_HEAD)
    if end is None or not block.startswith(b"HTTP/"):
        raise BrokenAnswer("the record holds no answer of a web server")
    parser = StatusAndHeadersParser(["HTTP/"], verify=False)
    try:
        head = parser.parse(io.BytesIO(block[: end.end()]))
    except (StatusAndHeadersParserException, ArchiveLoadFailed, EOFError, ValueError, IndexError) as error:
        raise BrokenAnswer("the record holds no answer of a web server") from error
    status = re.search(r"\b(\d{3})\b ?([^\r\n]{0,60})", head.statusline)
    media_type, charset = content_type(head.get_header("Content-Type"))
    encodings = (head.get_header("Content-Encoding") or "").lower().split(",")
    return Answer(
        status=int(status[1]) if status else 0,
        reason=status[2].strip() if status else "",
        media_type=media_type,
        charset=charset,
        chunked="chunked" in (head.get_header("Transfer-Encoding") or "").lower(),
        encodings=tuple(name for one in encodings if (name := one.strip()) not in {"", "identity", "none", "utf-8"}),
        sent=block[end.end() :],
    )


def content_type(header: str | None) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type header."""
    if not header:
        return None, None
    message = Message()
    message["Content-Type"] = header[:500].replace("\r", " ").replace("\n", " ")
    charset = message.get_param("charset")
    return message.get_content_type() if "/" in header else None, charset if isinstance(charset, str) else None


def body_of(answer: Answer) -> bytes:
    """The body without chunks and encodings.

    Raises:
        BrokenAnswer: it is encoded in a way that is not read, damaged, or breaks off.
        BeyondBounds: it unpacks to more than a page may have.
    """
    data = _joined(answer.sent) if answer.chunked else answer.sent
    if len(answer.encodings) > MOST_ENCODINGS:
        raise BrokenAnswer(f"packed more than {MOST_ENCODINGS} times over")
    for name in reversed(answer.encodings):
        data = _unpacked(data, name)
    return data


def _joined(sent: bytes) -> bytes:
    """The chunks, joined. Archives often keep bodies that are joined already and leave the head as it was."""
    from warcio.bufferedreaders import ChunkedDataReader

    line = sent[:64].partition(b"\r\n")
    if not line[1] or not re.fullmatch(rb"[0-9a-fA-F]{1,8}\s*(?:;.{0,50})?", line[0]):
        return sent
    reader = ChunkedDataReader(io.BytesIO(sent))
    pieces = []
    while piece := reader.read(1 << 20):
        pieces.append(piece)
    return b"".join(pieces)


def _unpacked(data: bytes, name: str) -> bytes:
    if name == "br":
        return _unpacked_brotli(data)
    if name not in _WINDOWS:
        raise BrokenAnswer(f"packed as {name[:20]}, which is not read")
    if name != "deflate" and not data.startswith(b"\x1f\x8b"):
        return data  # unpacked before it was kept, with the head left as it was
    try:
        return _inflated(data, _WINDOWS[name])
    except zlib.error as error:
        if name != "deflate":
            raise BrokenAnswer("the packed body is damaged") from error
    try:
        return _inflated(data, _RAW)  # what many servers mean by deflate
    except zlib.error as error:
        raise BrokenAnswer("the packed body is damaged") from error


def _inflated(data: bytes, window: int) -> bytes:
    inflater = zlib.decompressobj(window)
    made = inflater.decompress(data, LARGEST + 1)
    if len(made) > LARGEST:
        raise BeyondBounds(f"unpacks to more than {megabytes(LARGEST)}")
    if not inflater.eof:
        raise BrokenAnswer("the packed body breaks off")
    return made


def _unpacked_brotli(data: bytes) -> bytes:
    import brotli

    unpacker = brotli.Decompressor()
    pieces: list[bytes] = []
    size = 0
    try:
        piece = unpacker.process(data, output_buffer_limit=LARGEST)
        while piece:
            size += len(piece)
            if size > LARGEST:
                raise BeyondBounds(f"unpacks to more than {megabytes(LARGEST)}")
            pieces.append(piece)
            piece = unpacker.process(b"", output_buffer_limit=LARGEST)
    except brotli.error as error:
        raise BrokenAnswer("the packed body is damaged") from error
    if not unpacker.is_finished():
        raise BrokenAnswer("the packed body breaks off")
    return b"".join(pieces)
