"""The settled state of a library: one file that plain TinyDB opens, one document a line, and a checksum over it all.

    {"library":{"1":{"sum":"89abcdef","schema":1,"last":[41,"3f9a1c07"],"covers":{"3f9a1c07":[5120,2864434397]}}},
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
from pathlib import Path
from typing import Any
from zlib import crc32

import orjson

from tuifact.errors import LibraryError
from tuifact.library.store.documents import Documents
from tuifact.library.store.files import read_bytes, replace_file
from tuifact.library.store.journal import WAY_OUT, Bookmark
from tuifact.library.store.layout import Layout
from tuifact.library.store.migrate import current_schema, migrate, refuse_newer
from tuifact.library.store.seal import is_sealed

TABLES = ("articles", "claims")
"""In the order of the file; tables of other names may follow."""

_PIECE = 1000
"""Documents written at once."""

_HEAD = b'{"library":{"1":{"sum":"'


@dataclass(slots=True)
class State:
    """All tables, and how far into the journals they reach."""

    tables: dict[str, Documents] = field(default_factory=lambda: {name: Documents() for name in TABLES})
    last: tuple[int, str] = (0, "")
    """The order of the last transaction in it."""
    covers: dict[str, Bookmark] = field(default_factory=dict)
    """For each machine, how much of its journal is in the tables."""
    schema: int = field(default_factory=current_schema)
    """In which the file was written; the tables are in the current one."""
    tallies: dict[str, list[int]] | None = None
    """For each article, how many claims it has as `Shelf.tallies` gives them; None when they must be counted."""


def write_snapshot(layout: Layout, state: State) -> None:
    """Put this state in the place of the settled one; at any moment the old or the new is there, whole."""
    replace_file(layout.snapshot, snapshot_pieces(state))


def snapshot_pieces(state: State) -> list[bytes]:
    """The bytes of the file in pieces: a large library would not be joined without being there three times."""
    covers = {machine: (mark.position, mark.check) for machine, mark in state.covers.items()}
    about = orjson.dumps(
        {"schema": current_schema(), "last": state.last, "covers": covers, "tallies": state.tallies or {}}
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


class Merged(LibraryError):
    """Git kept the lines of both sides: the file is to be made again from the journals, which have it all."""

    def __init__(self, path: Path, covers: list[tuple[str, Bookmark]]) -> None:
        super().__init__(f"{path} was merged from two versions", "it is made again when the library is opened")
        self.covers = covers
        """How far the journals must reach at least, for every version and machine."""


def read_snapshot(layout: Layout) -> State:
    """The settled state.

    Raises `LibraryError` when the file is not exactly as it was written, `Merged` when that is git's doing.
    """
    data = read_bytes(layout.snapshot)
    if not is_sealed(data, _HEAD):
        if covers := _covers_merged(data):
            raise Merged(layout.snapshot, covers)
        raise LibraryError(f"{layout.snapshot} is damaged: {_what_shows(data)}", WAY_OUT)
    try:
        state = _parse(data)
    except (orjson.JSONDecodeError, LookupError, TypeError, ValueError) as error:
        raise LibraryError(f"{layout.snapshot} is of a kind this version does not know", "update tuifact") from error
    refuse_newer(state.schema, layout.snapshot)
    if state.schema < current_schema():
        for name, documents in state.tables.items():
            for key, document in documents.items():
                migrate(name, document, state.schema)
                documents[key] = document
        state.tallies = None
    return state


def _what_shows(data: bytes) -> str:
    return "its checksum does not hold" if data else "it is empty"


def _covers_merged(data: bytes) -> list[tuple[str, Bookmark]]:
    """What the first lines of several versions in one file say of the journals; empty when it is one version's."""
    heads = [line for line in data.split(b"\n") if line.startswith(_HEAD)]
    try:
        versions = [_about(head.removesuffix(b",")) for head in heads]
    except (orjson.JSONDecodeError, LookupError, TypeError, ValueError):
        return []
    if len(versions) < 2:
        return []
    return [(machine, Bookmark(*mark)) for about in versions for machine, mark in about["covers"].items()]


def _about(head: bytes) -> dict[str, Any]:
    about: dict[str, Any] = orjson.loads(head + b"}")["library"]["1"]
    return about


def _parse(data: bytes) -> State:
    at = data.index(b",\n")
    about = _about(data[:at])
    tables = {}
    while data.startswith(b",\n", at):
        start = data.index(b":{\n", at)
        # A line that begins with a brace ends a table: documents begin with their id, and JSON holds no newline.
        end = data.index(b"\n}", start + 2)
        tables[str(orjson.loads(data[at + 2 : start]))] = Documents(data[start + 3 : end])
        at = end + 2
    covers = {machine: Bookmark(*mark) for machine, mark in about["covers"].items()}
    return State(tables, (about["last"][0], about["last"][1]), covers, about["schema"], about["tallies"])
