"""The settled state of a library: one file that plain TinyDB opens, one document a line, and a checksum over it all.

    {"library":{"1":{"sum":"89abcdef","schema":1,"clock":41,"covers":{"3f9a1c07":[5120,2864434397]}}},
    "articles":{
    "187649984473770":{"id":"aaaaaaaaaaaa",…}
    },
    "claims":{
    "206414982921147":{"id":"bbbbbbbbbbbb",…}
    }}

The first line says how much of each journal is in it, and how the claims of each article stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from zlib import crc32

import orjson

from tuifact.errors import LibraryError
from tuifact.library.documents import Documents
from tuifact.library.files import read_bytes, replace_file
from tuifact.library.journal import WAY_OUT, Bookmark
from tuifact.library.layout import Layout
from tuifact.library.seal import is_sealed

SCHEMA = 1
"""Raised by one when older versions could not read the library; `migrate.py` has a function for each step."""

TABLES = ("articles", "claims")
"""In the order of the file; tables of other names may follow."""

_PIECE = 1000
"""Documents written at once."""

_HEAD = b'{"library":{"1":{"sum":"'


@dataclass(slots=True)
class State:
    """All tables, and how far into the journals they reach."""

    tables: dict[str, Documents] = field(default_factory=lambda: {name: Documents() for name in TABLES})
    clock: int = 0
    """The highest transaction number in it."""
    covers: dict[str, Bookmark] = field(default_factory=dict)
    """For each machine, how much of its journal is in the tables."""
    schema: int = SCHEMA
    tallies: dict[str, list[int]] | None = None
    """For each article, how many claims it has as `Shelf.tallies` gives them; None when they must be counted."""


def write_snapshot(layout: Layout, state: State) -> None:
    """Put this state in the place of the settled one; at any moment the old or the new is there, whole."""
    replace_file(layout.snapshot, snapshot_pieces(state))


def snapshot_pieces(state: State) -> list[bytes]:
    """The bytes of the file in pieces: a large library would not be joined without being there three times."""
    covers = {machine: (mark.position, mark.check) for machine, mark in state.covers.items()}
    about = orjson.dumps(
        {"schema": state.schema, "clock": state.clock, "covers": covers, "tallies": state.tallies or {}}
    )
    pieces = [b'",' + about[1:] + b"}"]
    for name, documents in state.tables.items():
        pieces += [b",\n" + orjson.dumps(name) + b":{\n", *_joined(documents), b"\n}"]
    pieces.append(b"}\n")
    check = 0
    for piece in pieces:
        check = crc32(piece, check)
    return [_HEAD + b"%08x" % check, *pieces]


def _joined(documents: Documents) -> Iterator[bytes]:
    rows = iter(documents.raw.items())
    comma = b""
    while part := list(islice(rows, _PIECE)):
        yield comma + b",\n".join([b'"%b":%b' % (key.encode(), raw) for key, raw in part])
        comma = b",\n"


def read_snapshot(layout: Layout) -> State:
    """The settled state; raises `LibraryError` when the file is not exactly as it was written."""
    data = read_bytes(layout.snapshot)
    if not is_sealed(data, _HEAD):
        raise LibraryError(f"{layout.snapshot} is damaged: {_what_shows(data)}", WAY_OUT)
    try:
        state = _parse(data)
    except (orjson.JSONDecodeError, LookupError, TypeError, ValueError) as error:
        raise LibraryError(f"{layout.snapshot} is of a kind this version does not know", "update tuifact") from error
    if state.schema > SCHEMA:
        raise LibraryError(f"{layout.snapshot} was written by a newer version of tuifact", "update tuifact")
    return state


def _what_shows(data: bytes) -> str:
    if not data:
        return "it is empty"
    if b"\n<<<<<<< " in data or data.startswith(b"<<<<<<< "):
        return "it holds git's conflict marks"
    return "its checksum does not hold"


def _parse(data: bytes) -> State:
    at = data.index(b",\n")
    about = orjson.loads(data[:at] + b"}")["library"]["1"]
    tables = {}
    while data.startswith(b",\n", at):
        start = data.index(b":{\n", at)
        # A line that begins with a brace ends a table: documents begin with their id, and JSON holds no newline.
        end = data.index(b"\n}", start + 2)
        tables[str(orjson.loads(data[at + 2 : start]))] = Documents(data[start + 3 : end])
        at = end + 2
    covers = {machine: Bookmark(*mark) for machine, mark in about["covers"].items()}
    return State(tables, about["clock"], covers, about["schema"], about["tallies"])
