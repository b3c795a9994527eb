"""A transaction being made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

from tuifact.library.documents import Document
from tuifact.library.overlay import Overlay
from tuifact.library.replay import Replay
from tuifact.library.transaction import Transaction


class Draft:
    """Collects the changes of one transaction; nothing of it is in the tables before it is written."""

    def __init__(self, replay: Replay, do: str, by: str) -> None:
        self.do, self.by = do, by
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
        number = self._replay.state.clock + 1
        return Transaction(self.do, self.by, self.at, machine, number, changes, tuple(self.load), self.of)


def now() -> str:
    """The time as it is written: ISO 8601, UTC, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")[:-6] + "Z"
