"""The documents of one table, kept as the JSON text they are on disk until somebody looks at one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any

import orjson

Document = dict[str, Any]
"""A TinyDB document; `Any` is what JSON can hold."""


class Documents(MutableMapping[str, Document]):
    """Document ids, as the decimal digits TinyDB stores, to documents; each look gives a copy of one's own.

    A hundred thousand claims take 60 MB as text and 200 MB as dictionaries, and most are never looked at. Even telling
    them apart waits until somebody looks at one: a list of articles does not.
    """

    __slots__ = ("_raw", "_unread")

    def __init__(self, lines: bytes = b"") -> None:
        """The documents of these lines, `"12":{…}` each, with a comma between; they are told apart when needed."""
        self._unread = lines
        self._raw: dict[str, bytes] = {}

    @property
    def raw(self) -> dict[str, bytes]:
        """The JSON texts themselves, for those who search them or know better than to parse them."""
        if self._unread:
            self._raw = _told_apart(self._unread)
            self._unread = b""
        return self._raw

    def ids(self) -> Iterator[str]:
        """Their ids as people see them, twelve hexadecimal digits, in the order of the documents."""
        return (f"{int(key):012x}" for key in self.raw)

    def holding(self, marker: bytes) -> Iterator[Document]:
        """The documents in whose text these bytes stand."""
        if self._unread and marker not in self._unread:
            return
        for key, raw in self.raw.items():
            if marker in raw:
                yield self[key]

    def arrange(self, keys: Iterable[str]) -> None:
        """Put the documents in this order of their ids, which must be all."""
        raw = self.raw
        self._raw = {key: raw[key] for key in keys}

    def __getitem__(self, key: str) -> Document:
        document: Document = orjson.loads(self.raw[key])
        return document

    def __setitem__(self, key: str, document: Mapping[str, Any]) -> None:
        self.raw[key] = as_text(document)

    def __delitem__(self, key: str) -> None:
        del self.raw[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.raw)

    def __len__(self) -> int:
        return len(self.raw)

    def __contains__(self, key: object) -> bool:
        return key in self.raw

    def clear(self) -> None:
        """Forget every document."""
        self.raw.clear()


def as_text(document: Mapping[str, Any]) -> bytes:
    """The document as JSON, in as many bytes as it takes.

    What orjson returns keeps the room it was written in, 4 KiB at least: ten times what a claim needs.
    """
    return memoryview(orjson.dumps(document)).tobytes()


def _told_apart(lines: bytes) -> dict[str, bytes]:
    """Cut where lines end; cutting all of them first would take the memory of the file once more."""
    raw: dict[str, bytes] = {}
    start = 0
    while start >= 0:
        middle = lines.index(b'":', start)
        end = lines.find(b',\n"', middle)
        raw[lines[start + 1 : middle].decode()] = lines[middle + 2 : end if end >= 0 else None]
        start = end + 2 if end >= 0 else -1
    return raw
