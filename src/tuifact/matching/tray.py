"""Claims added a moment ago: few, in memory, found without any commit.

A commit of tantivy takes some ten milliseconds, so single claims wait here until there are many or somebody flushes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest

from tuifact.matching.shelf import Entry


class Tray:
    """A small shelf, searched word by word."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self._holders: defaultdict[str, set[str]] = defaultdict(set)
        """The ids of the claims with a word."""

    def __len__(self) -> int:
        return len(self.entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Lay these on it; an id that is there already is replaced."""
        for entry in entries:
            self.remove(entry.id)
            self.entries[entry.id] = entry
            for stem in _words(entry):
                self._holders[stem].add(entry.id)

    def remove(self, id: str) -> None:
        """Take this one off; one that is not there is no error."""
        entry = self.entries.pop(id, None)
        for stem in _words(entry) if entry else ():
            self._holders[stem].discard(id)

    def frequency(self, stem: str) -> int:
        """How many of its claims have this word."""
        return len(self._holders.get(stem, ()))

    def find(self, asked: Sequence[str], limit: int) -> list[Entry]:
        """The claims that share the rarest of these words, best first."""
        points: defaultdict[str, float] = defaultdict(float)
        for stem in asked:
            holders = self._holders.get(stem, ())
            for id in holders:
                points[id] += 1 / len(holders)
        return [self.entries[id] for id in nlargest(limit, points, key=lambda id: (points[id], id))]


def _words(entry: Entry) -> set[str]:
    return {*entry.stems.split(), *entry.more.split()}
