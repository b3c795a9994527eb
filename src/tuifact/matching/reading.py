"""Feeds of published checks in every form they come in, read a piece at a time: a feed may be larger than memory.

{"dataFeedElement": [ … ]}, {"claims": [ … ]}     Data Commons, Google claims:search
[ … ], {…} {…}, one {…} a line                    our own exports, dumps of script blocks
<html> … <script type="application/ld+json">      pages, dumps of script blocks with their tags
"""

from __future__ import annotations

import codecs
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from tuifact.errors import SourceError
from tuifact.matching.claimreview import Json, checks_in
from tuifact.matching.pieces import json_values, script_blocks
from tuifact.matching.published import PublishedCheck, Skipped

_HEAD = 65_536
"""Bytes that must show what a file is."""

_CHUNK = 1 << 20

_GZIP = b"\x1f\x8b"
_LIST = re.compile(r'"(?:dataFeedElement|claims|@graph|itemListElement)"\s*:\s*\[')


def read_checks(source: Path | bytes) -> Iterator[PublishedCheck | Skipped]:
    """Every check of a feed, dump, page or export, plain or gzip, in its order; what could not be read in its place.

    Raises `SourceError` when the file cannot be read or cannot be a feed at all; a feed that is cut off gives what was
    whole and then says so.
    """
    name = "the feed" if isinstance(source, bytes) else str(source)
    try:
        with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
            yield from _entries(file, name)
    except OSError as error:
        raise SourceError(
            f"{name}: {(error.strerror or str(error)).lower()}", "check the name and where you are"
        ) from error


def _entries(file: BinaryIO, name: str) -> Iterator[PublishedCheck | Skipped]:
    chunks = _texts(file)
    head = next(chunks, "")
    start = head.lstrip("\ufeff \t\r\n")
    if not start or "\x00" in head[:4096]:
        raise SourceError(f"{name} is no feed of fact-checks: it is {'not text' if start else 'empty'}", _FORMS)
    if start[0] not in "{[<" and "ld+json" not in head:
        raise SourceError(f"{name} is no feed of fact-checks: it is neither JSON nor a web page", _FORMS)
    number = 0
    for value in _values(start, chunks):
        where = f"entry {number + 1}"
        number += value.count if isinstance(value, Skipped) else 1
        if isinstance(value, Skipped):
            yield replace(value, where=where)
            continue
        for entry in checks_in(value):
            yield Skipped(entry.reason, where) if isinstance(entry, Skipped) else entry
    if not number and start[0] == "<":
        raise SourceError(f"{name} is a page without structured data", "look for a page that carries ClaimReview")


_FORMS = (
    "a Data Commons feed, a Google claims:search answer, a page with ClaimReview or an export of tuifact, .gz or not"
)


def _values(head: str, rest: Iterator[str]) -> Iterator[Json | Skipped]:
    """The entries, each still in the publisher's own form."""
    if head[0] in "{[":
        entries = _LIST.search(head[:_HEAD]) if head[0] == "{" else None
        yield from json_values(head[entries.end() :] if entries else head.removeprefix("["), rest)
        return
    for block in script_blocks(head, rest):
        yield from json_values(block.lstrip().removeprefix("["), iter(()))


def _texts(file: BinaryIO) -> Iterator[str]:
    """The file as text; bytes that are not UTF-8 become U+FFFD."""
    decode = codecs.getincrementaldecoder("utf-8")("replace").decode
    for chunk in _inflated(file):
        if text := decode(chunk):
            yield text


def _inflated(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of the file, a chunk at a time, unpacked when it is gzip; one cut off or broken ends there."""
    chunk = file.read(_CHUNK)
    if not chunk.startswith(_GZIP):
        while chunk:
            yield chunk
            chunk = file.read(_CHUNK)
        return
    unpack = zlib.decompressobj(wbits=31)
    while chunk:
        try:
            yield unpack.decompress(chunk, _CHUNK)
        except zlib.error:
            return
        chunk = unpack.unconsumed_tail or unpack.unused_data or file.read(_CHUNK)
        if unpack.eof:
            unpack = zlib.decompressobj(wbits=31)  # gzip files may be strung together
