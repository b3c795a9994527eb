"""The index on disk: a folder that several processes share and that nobody misses when it is lost.

    lock            held while writing
    current.json    which form and which shelf, and what its files looked like when they were whole
    shelf-…/        tantivy's files

The note is written last, so that a writer that was killed leaves either the old index or one that is seen to be
unfinished. A folder that does not agree with its note is emptied; its owner fills it again.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tuifact.matching.lock import held
from tuifact.matching.shelf import ENGINE, Entry, Shelf

FORMAT = "1"
"""Raised with every change to what is stored or how words are made of texts."""

_NOTE = "current.json"
_EDGE = 4096
"""Bytes looked at from each end of a file: tantivy writes a file in one go and closes it with its own footer."""

_PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""


class MemoryShelf:
    """A shelf that nobody shares and that ends with the process."""

    def __init__(self) -> None:
        self.shelf = Shelf()

    def refresh(self) -> bool:
        """Nobody else writes to it."""
        return False

    def write(self, entries: Iterable[Entry], removed: Iterable[str] = ()) -> None:
        """Put these on the shelf and take those away."""
        self.shelf.remove(removed)
        self.shelf.add(entries)
        self.shelf.commit()
        self.shelf.release()

    def empty(self) -> None:
        """Throw away what is there."""
        self.shelf = Shelf()


class KeptShelf:
    """The shelf in a folder, as this process sees it."""

    def __init__(self, folder: Path, encoder: str = "") -> None:
        """Open it, or make it anew when it is missing, damaged or of another form.

        `OSError` (of which `TimeoutError` is one) when the folder cannot be written or another process holds it.
        """
        self._folder = folder
        self._form = "/".join((FORMAT, ENGINE, encoder))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._seen: tuple[int, ...] = ()
        self.shelf: Shelf = self._opened() or self._opened_alone()

    def refresh(self) -> bool:
        """See what other processes have written; whether there was anything."""
        if self._stamp() == self._seen:
            return False
        self.shelf = self._opened() or self._opened_alone()
        return True

    def write(self, entries: Iterable[Entry], removed: Iterable[str] = ()) -> None:
        """Put these into the folder and take those away, as one change; others see it when it is whole."""
        with held(self._folder / "lock", _PATIENCE):
            self.shelf = self._opened() or self._emptied()
            self.shelf.remove(removed)
            self.shelf.add(entries)
            self.shelf.commit()
            self.shelf.release()
            self._sign(self._shelf_folder(self._note()))

    def empty(self) -> None:
        """Throw away what is there."""
        with held(self._folder / "lock", _PATIENCE):
            self.shelf = self._emptied()

    def _opened_alone(self) -> Shelf:
        """Open it with nobody writing, when what was seen in passing did not agree with the note."""
        with held(self._folder / "lock", _PATIENCE):
            return self._opened() or self._emptied()

    def _opened(self) -> Shelf | None:
        """The shelf as the note describes it; None when there is no note or the two do not agree."""
        seen = self._stamp()
        note = self._note()
        shelf = self._shelf_folder(note)
        if note.get("form") != self._form or note.get("files") != _looks(shelf):
            return None
        try:
            opened = Shelf(shelf)
        except ValueError:
            return None
        self._seen = seen
        return opened

    def _emptied(self) -> Shelf:
        """A new shelf; the old ones are removed as far as the system lets us."""
        for old in self._folder.glob("shelf-*"):
            shutil.rmtree(old, ignore_errors=True)
        shelf = self._folder / f"shelf-{secrets.token_hex(4)}"
        shelf.mkdir(mode=0o700)
        opened = Shelf(shelf)
        self._sign(shelf)
        return opened

    def _sign(self, shelf: Path) -> None:
        note = {"form": self._form, "shelf": shelf.name, "files": _looks(shelf)}
        fresh = self._folder / f"{_NOTE}.new"
        fresh.write_text(json.dumps(note), encoding="utf-8")
        fresh.replace(self._folder / _NOTE)
        self._seen = self._stamp()

    def _note(self) -> dict[str, Any]:
        try:
            note = json.loads((self._folder / _NOTE).read_bytes())
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) else {}

    def _shelf_folder(self, note: dict[str, Any]) -> Path:
        # Of a name only its last part counts: a note may not lead out of the folder.
        return self._folder / Path(str(note.get("shelf", "shelf-none"))).name

    def _stamp(self) -> tuple[int, ...]:
        try:
            found = os.stat(self._folder / _NOTE)  # noqa: PTH116 - a search is asked for this each time
        except OSError:
            return ()
        return (found.st_mtime_ns, found.st_size, found.st_ino)


def _looks(folder: Path) -> dict[str, list[int]]:
    """Size and a check sum of both ends of each of tantivy's files."""
    looks: dict[str, list[int]] = {}
    try:
        for path in sorted(folder.iterdir()):
            if not path.name.startswith("."):
                with path.open("rb") as file:
                    size = os.fstat(file.fileno()).st_size
                    ends = zlib.crc32(file.read(_EDGE))
                    file.seek(max(0, size - _EDGE))
                    looks[path.name] = [size, zlib.crc32(file.read(_EDGE), ends)]
    except OSError:
        return {}
    return looks
