"""All journals of a library, one a machine, read as one story."""

from __future__ import annotations

import heapq
import os
import time
from collections.abc import Iterator, Mapping

from tuifact.library.store.files import refusal
from tuifact.library.store.journal import Bookmark, Journal
from tuifact.library.store.layout import Layout
from tuifact.library.store.transaction import Transaction

_STANDSTILL = 100_000_000
"""Nanoseconds; Linux moves the times of files on every 1 to 10 ms."""


class Journals:
    """The journals from the bookmarks of a snapshot on, or from their beginning."""

    def __init__(self, layout: Layout, settled: Mapping[str, Bookmark] | None = None) -> None:
        self._layout = layout
        self._folder = str(layout.journals)
        self._changed = -1
        self._settled = dict(settled or {})
        self._known = {machine: self._open(machine) for machine in self._settled}

    def news(self) -> list[Transaction]:
        """What was written since, oldest first.

        Raises `Rewritten` when a journal does not go on where it was left, `LibraryError` when one is damaged: then
        some news may be taken already, and all has to be read again.
        """
        self._look_around()
        news: list[Transaction] = []
        for journal in self._known.values():
            news += journal.news()
        if len(news) > 1:
            news.sort(key=lambda transaction: transaction.order)
        return news

    def append(self, transaction: Transaction) -> None:
        """Write it to the disk, into the journal of its machine. Raises `LibraryError`; then nothing was written."""
        machine = transaction.machine
        if machine not in self._known:
            self._known[machine] = self._open(machine)
        self._known[machine].append(transaction)

    def backwards(self) -> Iterator[Transaction]:
        """Every transaction read so far, the last one first."""
        stories = [journal.backwards() for journal in self._known.values()]
        return heapq.merge(*stories, key=lambda transaction: transaction.order, reverse=True)

    def position(self) -> str:
        """A mark of how far they have been read; opaque."""
        return " ".join(f"{machine}:{journal.position}" for machine, journal in sorted(self._known.items()))

    def since(self, mark: str) -> list[Transaction]:
        """The transactions after such a mark, oldest first; all when the mark is not one of this library."""
        places = dict(part.rsplit(":", 1) for part in mark.split() if ":" in part)
        found: list[Transaction] = []
        for machine, journal in self._known.items():
            place = places.get(machine, "0")
            found += journal.since(int(place) if place.isdecimal() else 0)
        return sorted(found, key=lambda transaction: transaction.order)

    def hold(self, machine: str, bookmark: Bookmark) -> bool:
        """Whether what such a snapshot covers of a machine's journal was read."""
        return machine in self._known and self._known[machine].holds(bookmark)

    def bookmarks(self) -> dict[str, Bookmark]:
        """How far each was read."""
        return {machine: journal.bookmark for machine, journal in self._known.items()}

    def settle(self) -> None:
        """Take what was read so far as settled."""
        self._settled = self.bookmarks()

    def unsettled(self) -> int:
        """How many bytes were read that no snapshot covers."""
        read = sum(journal.position for journal in self._known.values())
        return read - sum(bookmark.position for bookmark in self._settled.values())

    def close(self) -> None:
        """Give the files back."""
        for journal in self._known.values():
            journal.close()

    def _open(self, machine: str) -> Journal:
        return Journal(self._layout.journal(machine), self._settled.get(machine, Bookmark()))

    def _look_around(self) -> None:
        """Notice the journals of other machines; the folder is listed only when its time says that something came."""
        try:
            changed = os.stat(self._folder).st_mtime_ns  # noqa: PTH116 (asked at every mark)
            if changed == self._changed:
                return
            before = time.time_ns()
            names = sorted(path.stem for path in self._layout.journals.iterdir() if path.suffix == ".jsonl")
        except FileNotFoundError:
            # Git keeps no empty folder, and nobody can make it in a library that is only read.
            return
        except OSError as error:
            raise refusal("read", self._layout.journals, error) from error
        for machine in names:
            if machine not in self._known:
                self._known[machine] = self._open(machine)
        # The time stands still for some milliseconds: what comes within them would not show in it.
        self._changed = changed if before - changed > _STANDSTILL else -1
