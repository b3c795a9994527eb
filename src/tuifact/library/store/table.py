"""TinyDB's table on our storage: the same operations, writing only what changed, blind to nothing others did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Table

from tuifact.library.store.layout import Layout
from tuifact.library.store.storage import JournalStorage


class JournalTable(Table):
    """A table whose changes are transactions of the journal.

    TinyDB's own trusts the next id and the answers to queries it remembers, which another process's change makes wrong:
    here ids are taken inside the lock, and no answer is remembered (`Tables.table` sets the query cache's size to 0).
    """

    _next_id: Any
    """TinyDB's own: the id after the last one given in this opening, or None."""

    @property
    def storage(self) -> JournalStorage:
        """The storage behind it."""
        return cast("JournalStorage", self._storage)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document; see TinyDB."""
        with self.storage.transaction("table"):
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert documents, all or none; see TinyDB."""
        with self.storage.transaction("table"):
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update what matches, else insert, as one transaction; see TinyDB."""
        with self.storage.transaction("table"):
            return super().upsert(document, cond)

    def _get_next_id(self) -> int:
        with self.storage.transaction("table") as draft:
            # TinyDB gives no id twice in one opening, even of documents removed since, until `truncate`.
            given = max(self._next_id or 1, draft.next_id(self.name))
        self._next_id = given + 1
        return given

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self.storage.transaction("table") as draft:
            # An overlay does what the updaters of TinyDB do with a dictionary, without copying the table.
            updater(cast("dict[int, Mapping[str, Any]]", draft.table(self.name)))


class Tables(TinyDB):
    """The TinyDB database of a library."""

    table_class = JournalTable

    def __init__(self, layout: Layout) -> None:
        super().__init__(layout, storage=JournalStorage)

    @property
    def storage(self) -> JournalStorage:
        """The storage behind it."""
        return cast("JournalStorage", self._storage)

    def table(self, name: str, **options: bool) -> JournalTable:
        """The table of this name."""
        return cast("JournalTable", super().table(name, cache_size=0, **options))
