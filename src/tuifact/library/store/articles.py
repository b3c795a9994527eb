"""The files of articles: written once, sealed, read when somebody opens one."""

from __future__ import annotations

import orjson

from tuifact.errors import LibraryError
from tuifact.library.store.documents import Document
from tuifact.library.store.files import read_bytes
from tuifact.library.store.journal import WAY_OUT
from tuifact.library.store.layout import Layout
from tuifact.library.store.migrate import TEXT, migrate, refuse_newer
from tuifact.library.store.seal import Damaged, check_seal

_CLAIMS = b',"claims":['
"""Where the claims begin. No text can hold this: inside a JSON string a quote has a backslash before it."""


def read_article(layout: Layout, name: str) -> Document:
    """The content of an article's file, in the current schema. Raises `LibraryError` when it is damaged.

    Where git kept the lines of two machines that imported the same article, each is whole, and the one with the lowest
    checksum is taken: the same on every machine.
    """
    text = _parse(layout, name, _line(layout, name))
    schema = text.get("schema", 1)
    for claim in text["claims"]:
        migrate("claims", claim, schema)
    return text


def read_text(layout: Layout, name: str) -> Document:
    """The same without the claims, which are two thirds of a file and are kept elsewhere once they are found."""
    line = _line(layout, name)
    if (start := line.find(_CLAIMS)) < 0:
        return _parse(layout, name, line)
    # The last list of a file is that of its claims; behind it is at most the schema.
    return _parse(layout, name, line[:start] + line[line.rindex(b"]") + 1 :])


def _line(layout: Layout, name: str) -> bytes:
    path = layout.article_file(name)
    lines = read_bytes(path).removesuffix(b"\n").split(b"\n")
    try:
        sums = list(map(check_seal, lines))
    except Damaged as error:
        raise LibraryError(f"{path} is damaged: {error}", WAY_OUT) from error
    return lines[sums.index(min(sums))]


def _parse(layout: Layout, name: str, line: bytes) -> Document:
    text: Document = orjson.loads(line)
    schema = text.get("schema", 1)
    refuse_newer(schema, layout.article_file(name))
    migrate(TEXT, text, schema)
    return text
