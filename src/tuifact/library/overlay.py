"""A table being changed: what is looked at is copied, and what then differs is the change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from tuifact.library.documents import Document, Documents
from tuifact.library.transaction import Change, difference


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
