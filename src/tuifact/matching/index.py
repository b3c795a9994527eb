"""The index of earlier claims: in memory, or in a folder on disk that may be lost at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import Self

from tuifact.matching.interface import Encoder, Match
from tuifact.matching.keeping import KeptShelf, MemoryShelf
from tuifact.matching.matches import Search
from tuifact.matching.meaning import with_vectors
from tuifact.matching.shelf import Entry, Shelf, entry_of, harmless
from tuifact.matching.tray import Tray
from tuifact.model.plain import plain_line

Given = tuple[str, str] | tuple[str, str, date | None]
"""Id, text, and the day the claim was said."""

MANY = 1000
"""Claims that wait on the tray before they are put on the shelf."""

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
        self._tray = Tray()
        self._hidden: set[str] = set()
        """Ids whose claim on the shelf is no longer true: replaced on the tray, or taken out."""
        self._kept: KeptShelf | MemoryShelf = MemoryShelf()
        self._left: list[tuple[Shelf, set[str]]] = []
        """A shelf on disk that can be read but no more be written, with the ids that are not to be seen on it."""
        if folder is not None:
            try:
                self._kept = KeptShelf(Path(folder), encoder.name if encoder else "")
            except (OSError, ValueError) as error:
                self._give_up(error)

    def __len__(self) -> int:
        self._refresh()
        return len(self._tray) + sum(len(shelf) - len(hidden) for shelf, hidden in self._shelves)

    def __contains__(self, id: object) -> bool:
        self._refresh()
        if not isinstance(id, str):
            return False
        return id in self._tray.entries or any(id not in hidden and shelf.holds(id) for shelf, hidden in self._shelves)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, id: str, text: str, said: date | None = None) -> None:
        """Add a claim; its first line is the claim, further lines only help to find it. The same id replaces."""
        self.extend([(id, text, said)])

    def extend(self, claims: Iterable[Given], progress: Callable[[int], None] | None = None) -> None:
        """Add many; `progress` is told now and then how many are done."""
        entries = with_vectors(_counted((entry_of(*claim) for claim in claims), progress), self._encoder)
        first = list(islice(entries, MANY))
        if len(first) < MANY:
            self._hide(entry.id for entry in first)
            self._tray.add(first)
            if len(self._tray) >= MANY:
                self._keep(())
        else:
            self._keep(chain(first, entries))

    def remove(self, id: str) -> None:
        """Take a claim out; an id that is not there is no error."""
        self._hide([harmless(id)])
        self._tray.remove(harmless(id))

    def search(self, text: str, limit: int = 5, said: date | None = None) -> list[Match]:
        """Earlier claims like this one, best first, at most `limit`; `said` is the day of the text it stands in.

        Any text may be asked; one without words has no matches.
        """
        self._refresh()
        asked = Search(text, said, self._encoder)
        try:
            return asked.matches([*self._shelves, (self._tray, ())], limit)
        except ValueError:
            # Files that were whole at their ends may still be damaged inside.
            self._guarded(self._kept.empty)
            self._left.clear()
            self._hidden.clear()
            return asked.matches([(self._tray, ())], limit)

    def flush(self) -> None:
        """Write what was added to the folder; in memory nothing is lost or gained by it."""
        if self._tray.entries or self._hidden:
            self._keep(())

    def close(self) -> None:
        """Write what was added; the index is not to be used afterwards."""
        self.flush()

    @property
    def _shelves(self) -> list[tuple[Shelf, set[str]]]:
        return [*self._left, (self._kept.shelf, self._hidden)]

    def _hide(self, ids: Iterable[str]) -> None:
        for id in ids:
            for shelf, hidden in self._shelves:
                if shelf.holds(id):
                    hidden.add(id)

    def _refresh(self) -> None:
        """See what other processes wrote."""
        try:
            changed = self._kept.refresh()
        except (OSError, ValueError) as error:
            self._give_up(error)
            changed = True
        if changed:
            waiting, self._hidden = {*self._hidden, *self._tray.entries}, set()
            self._hide(waiting)

    def _keep(self, entries: Iterable[Entry]) -> None:
        """Put what waits, then these, on the shelf."""
        todo = chain(list(self._tray.entries.values()), entries)
        if not self._guarded(lambda: self._kept.write(todo, self._hidden)):
            self._kept.write(self._hiding(todo))
        self._tray = Tray()
        self._hidden.clear()

    def _hiding(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """These entries, each in the place of what a shelf that is no more written has of its id."""
        for entry in entries:
            self._hide([entry.id])
            yield entry

    def _guarded(self, act: Callable[[], object]) -> bool:
        """Do something with the folder; when that fails, say so and go on in memory."""
        try:
            act()
        except (OSError, ValueError) as error:
            self._give_up(error)
            return False
        return True

    def _give_up(self, error: OSError | ValueError) -> None:
        """From now on what comes is kept in memory; what is on disk may still be read."""
        self.trouble = f"the index of earlier claims is not kept on disk: {_reason(error)}"
        self._left.append((self._kept.shelf, self._hidden))
        self._kept, self._hidden = MemoryShelf(), set()


def _reason(error: OSError | ValueError) -> str:
    """Which file, and what is the matter with it; tantivy's errors and those of a lock say it themselves."""
    if isinstance(error, OSError) and error.strerror:
        return ": ".join(plain_line(str(part)) for part in (error.filename, error.strerror) if part)
    return plain_line(str(error))


def _counted(entries: Iterator[Entry], progress: Callable[[int], None] | None) -> Iterator[Entry]:
    count = 0
    for count, entry in enumerate(entries, 1):
        yield entry
        if progress is not None and count % _CHUNK == 0:
            progress(count)
    if progress is not None:
        progress(count)
