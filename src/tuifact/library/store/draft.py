"""A transaction being made: each table is changed as an overlay, and what then differs is the change."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, MutableMapping
from functools import lru_cache
from itertools import count
from typing import Any

from tuifact.library.store.documents import Document, Documents
from tuifact.library.store.replay import Replay
from tuifact.library.store.transaction import Change, Transaction, difference
from tuifact.model.plain import plain_line


class Draft:
    """Collects the changes of one transaction; nothing of it is in the tables before it is written."""

    def __init__(self, replay: Replay, do: str, by: str) -> None:
        self.do, self.by = do, plain_line(by)
        self.at = now()
        self.of: tuple[str, int] | None = None
        """The transaction that an undo or redo is about."""
        self.load: dict[str, list[Document]] = {}
        """By the names of article files, the claims found that are in them."""
        self.written: Transaction | None = None
        """What came of it; set when it was written, and there was anything to write."""
        self._replay = replay
        self._overlays: dict[str, Overlay] = {}
        self._following: dict[str, Iterator[int]] = {}

    def table(self, name: str) -> Overlay:
        """The documents of a table, to be changed."""
        if name not in self._overlays:
            self._overlays[name] = Overlay(name, self._replay.table(name))
        return self._overlays[name]

    def next_id(self, name: str) -> int:
        """A number that no document of the table has, nor had one in this transaction."""
        if name not in self._following:
            self._following[name] = count(max(self.table(name), default=0) + 1)
        return next(self._following[name])

    def finished(self, machine: str) -> Transaction:
        """The transaction, which may turn out empty; its number is the next one of the library."""
        changes = tuple(change for overlay in self._overlays.values() for change in overlay.changes())
        number = self._replay.state.last[0] + 1
        return Transaction(self.do, self.by, self.at, machine, number, changes, tuple(self.load), self.of)


class Overlay(MutableMapping[int, Document]):
    """The documents of a table by their number, as TinyDB hands them to what changes them; the table stays as it is."""

    def __init__(self, name: str, base: Documents) -> None:
        self._name = name
        self._base = base
        self._touched: dict[int, Document | None] = {}

    def __getitem__(self, doc_id: int) -> Document:
        if doc_id in self._touched:
            document = self._touched[doc_id]
            if document is None:
                raise KeyError(doc_id)
            return document
        document = self._touched[doc_id] = self._base[str(doc_id)]
        return document

    def __setitem__(self, doc_id: int, document: Mapping[str, Any]) -> None:
        self._touched[doc_id] = dict(document)

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._touched[doc_id] = None

    def __iter__(self) -> Iterator[int]:
        touched = self._touched
        for key in self._base:
            doc_id = int(key)
            if doc_id not in touched or touched[doc_id] is not None:
                yield doc_id
        for doc_id, document in touched.items():
            if document is not None and str(doc_id) not in self._base:
                yield doc_id

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, doc_id: object) -> bool:
        if doc_id in self._touched:
            return self._touched[doc_id] is not None
        return str(doc_id) in self._base

    def clear(self) -> None:
        """Remove every document."""
        self._touched = {int(key): None for key in self._base}

    def changes(self) -> Iterator[Change]:
        """What differs from the table."""
        for doc_id, now in self._touched.items():
            was = self._base.get(str(doc_id))
            if was != now:
                yield difference(self._name, doc_id, was, now)


def now() -> str:
    """The time as it is written: ISO 8601, UTC, milliseconds."""
    second, thousandth = divmod(time.time_ns() // 1_000_000, 1000)
    return f"{_second(second)}.{thousandth:03d}Z"


@lru_cache(maxsize=1)
def _second(second: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(second))
