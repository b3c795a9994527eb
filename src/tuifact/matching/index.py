"""The index of earlier claims: in memory, or also in a folder on disk that may be lost at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import Self

from tuifact.matching.interface import Encoder, Match
from tuifact.matching.keeping import KeptShelf
from tuifact.matching.matches import Search
from tuifact.matching.meaning import with_vectors
from tuifact.matching.shelf import Entry, Shelf, entry_of, harmless

Given = tuple[str, str] | tuple[str, str, date | None]
"""Id, text, and the day the claim was said."""

MANY = 1000
"""From so many claims on they are written to disk at once instead of waiting in memory for `flush`."""

_CHUNK = 500
"""Claims between two reports of progress."""


class ClaimIndex:
    """Finds earlier claims like a new one. It is disposable: the library and the published checks are the truth.

    What is added is found at once. It reaches the folder with `flush` and `close`; many claims reach it right away.
    """

    def __init__(self, folder: Path | None = None, *, encoder: Encoder | None = None) -> None:
        """In memory, or kept in this folder; a folder that is new, damaged or of another form opens empty.

        A folder that cannot be used (read-only, held by another process for long) is no error: the index then works
        in memory, and `trouble` says why.
        """
        self.trouble = ""
        """Why the index is not on disk though a folder was named, in one line; empty when all is well."""
        self._encoder = encoder
        self._recent = Shelf()
        self._waiting: dict[str, Entry] = {}
        self._hidden: set[str] = set()
        self._dirty = False
        self._kept: KeptShelf | None = None
        if folder is not None:
            self._guarded(lambda: self._open(Path(folder)))

    def __len__(self) -> int:
        self._settle()
        return len(self._recent) + (len(self._kept.shelf) - len(self._hidden) if self._kept else 0)

    def __contains__(self, id: str) -> bool:
        self._settle()
        kept = self._kept is not None and id not in self._hidden and self._kept.shelf.holds(id)
        return kept or self._recent.holds(id)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, id: str, text: str, said: date | None = None) -> None:
        """Add a claim; its first line is the claim, further lines only help to find it. The same id replaces."""
        self._add_recent([self._prepared(id, text, said)])

    def extend(self, claims: Iterable[Given], progress: Callable[[int], None] | None = None) -> None:
        """Add many; `progress` is told now and then how many are done."""
        entries = _counted((self._prepared(*claim) for claim in claims), progress)
        first = list(islice(entries, MANY))
        if self._kept is None or len(first) < MANY:
            self._add_recent(chain(first, entries))
        else:
            self._keep(chain(first, entries))

    def remove(self, id: str) -> None:
        """Take a claim out; an id that is not there is no error."""
        self._hide([harmless(id)])
        self._recent.remove([harmless(id)])
        self._waiting.pop(harmless(id), None)
        self._dirty = True

    def search(self, text: str, limit: int = 5, said: date | None = None) -> list[Match]:
        """Earlier claims like this one, best first, at most `limit`; `said` is the day of the text it stands in.

        Any text may be asked; one without words has no matches.
        """
        self._settle()
        asked = Search(text, said, self._encoder)
        shelves = [(self._recent, frozenset[str]())]
        if self._kept is not None:
            shelves.append((self._kept.shelf, frozenset(self._hidden)))
        try:
            return asked.matches(shelves, limit)
        except ValueError as error:
            # Files that were whole at their ends may still be damaged inside.
            if self._kept is None:
                raise
            self._guarded(self._kept.empty)
            self._hidden.clear()
            self.trouble = self.trouble or f"the index was damaged and is empty now: {error}"
            return asked.matches([(self._recent, frozenset())], limit)

    def flush(self) -> None:
        """Write what was added to the folder; in memory nothing happens."""
        if self._kept is not None and (self._waiting or self._hidden):
            self._keep(())

    def close(self) -> None:
        """Write what was added; the index is not to be used afterwards."""
        self.flush()
        self._recent.release()

    def _prepared(self, id: str, text: str, said: date | None = None) -> Entry:
        return entry_of(id, text, said)

    def _add_recent(self, entries: Iterable[Entry]) -> None:
        entries = with_vectors(entries, self._encoder)
        if self._kept is not None:
            entries = list(entries)
            self._waiting.update((entry.id, entry) for entry in entries)
            self._hide(entry.id for entry in entries)
        self._recent.add(entries)
        self._dirty = True

    def _hide(self, ids: Iterable[str]) -> None:
        """What is in the folder under these ids is no longer true."""
        if self._kept is not None:
            shelf = self._kept.shelf
            self._hidden.update(id for id in ids if shelf.holds(id))

    def _settle(self) -> None:
        """Make what was added findable and see what others wrote."""
        if self._dirty:
            self._recent.commit()
            self._dirty = False
        if self._kept is not None:
            self._guarded(self._refresh)

    def _refresh(self) -> None:
        if self._kept is not None and self._kept.refresh():
            self._hidden = {id for id in self._hidden if self._kept.shelf.holds(id)}
            self._hide(self._waiting)

    def _keep(self, entries: Iterable[Entry]) -> None:
        """Write these and all that waits to the folder; without one that can be written they stay in memory."""
        kept = self._kept
        assert kept is not None
        waiting = list(self._waiting.values())
        self._guarded(lambda: kept.write(chain(waiting, with_vectors(entries, self._encoder)), self._hidden))
        if self.trouble:
            return
        self._recent, self._dirty = Shelf(), False
        self._waiting.clear()
        self._hidden.clear()

    def _open(self, folder: Path) -> None:
        self._kept = KeptShelf(folder, self._encoder.name if self._encoder else "")

    def _guarded(self, act: Callable[[], object]) -> None:
        """Do something with the folder; when that fails, say so and go on in memory."""
        try:
            act()
        except (OSError, ValueError) as error:
            self.trouble = f"the index of earlier claims is not kept on disk: {error}"


def _counted(entries: Iterator[Entry], progress: Callable[[int], None] | None) -> Iterator[Entry]:
    count = 0
    for count, entry in enumerate(entries, 1):
        yield entry
        if progress is not None and count % _CHUNK == 0:
            progress(count)
    if progress is not None:
        progress(count)
