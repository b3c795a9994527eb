"""WARC: the pages of a crawl, each an article."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import Any

from tuifact.model.original import Given
from tuifact.sources.facts import read_address
from tuifact.sources.forms import HTML, PLAIN
from tuifact.sources.interface import Received, Refused, Stream, Terms, load_extra, too_large
from tuifact.sources.pages import page_type

_CHUNK = 1 << 16
_KINDS = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": PLAIN}


def cut_entries(file: Stream, source: str, terms: Terms) -> Iterator[Received]:
    """Each page and text that a server answered with, as an original: the body of the answer, chunks joined and
    unpacked. The address is in `given.url`; pictures, scripts, requests and failures are passed over.

    A record at a time is held in memory. Raises `Refused` without the extra, or for what is no WARC.
    """
    archives = load_extra("warcio.archiveiterator", source, "WARC files", "corpus")
    exceptions = load_extra("warcio.exceptions", source, "WARC files", "corpus")
    number = 0
    try:
        for record in in_silence(archives.ArchiveIterator(file)):
            if (kind := kind_of(record)) is not None:
                number += 1
                yield read_record(record, f"{source}#{number}", kind, terms)
    except (exceptions.ArchiveLoadFailed, ValueError, OSError, EOFError, LookupError, AttributeError) as error:
        raise Refused(source, "is damaged: no readable WARC from here on") from error
    if not number:
        raise Refused(source, "holds no page")


def in_silence(records: Iterator[Any]) -> Iterator[Any]:
    """The records, without the bytes of damaged ones that warcio writes to standard error."""
    while True:
        with redirect_stderr(StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def kind_of(record: Any) -> str | None:  # noqa: ANN401 (a record of warcio, which is an extra)
    """The media type of a page or text that was answered with; None for any other record."""
    if record.rec_type not in ("response", "resource") or (record.http_headers and _status(record) != "200"):
        return None
    headers = record.http_headers or record.rec_headers
    kind = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return page_type() if _KINDS.get(kind) == HTML else _KINDS.get(kind)


def read_record(record: Any, place: str, kind: str, terms: Terms) -> Received:  # noqa: ANN401
    """The body of one record; refused when it unpacks to more than the limit."""
    parts: list[bytes] = []
    size = 0
    stream = record.content_stream()
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > terms.limit:
            return too_large(place, terms.limit)
        parts.append(chunk)
    headers = record.http_headers or record.rec_headers
    charset = (headers.get_header("Content-Type") or "").partition("charset=")[2].strip(" \"'").partition(";")[0]
    url = read_address(record.rec_headers.get_header("WARC-Target-URI"))
    return terms.original(b"".join(parts), place, kind, Given(url=url), charset[:40])


def _status(record: Any) -> str:  # noqa: ANN401
    return str(record.http_headers.get_statuscode())
