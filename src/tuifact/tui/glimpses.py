"""What a screen showed last, so that it can be shown at once the next time, before the library is read.

Reading a book of a hundred thousand claims takes a second, and so does a shelf of as many articles. What they begin
with is kept beside the places, with a stamp of the library's folder: it is shown only while nothing was changed there,
and what is read then takes its place. A convenience: it never fails and never matters.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator

Glimpse = dict[str, Any]
"""One JSON object; what is in it is the screen's business."""

VERSION = 1
"""Of what screens keep: another one is not read."""

KEPT = 64
"""Glimpses that are kept, the latest ones: some megabytes."""

SHELF = ""
"""The name of the shelf, where others are ids of articles."""


class Glimpses:
    """What the screens of one library showed last, by name."""

    def __init__(self, folder: Path | None, library: Path) -> None:
        """`folder` holds them, a file each; None keeps nothing. `library` is the library's folder."""
        self._folder = folder
        self._library = library.absolute()
        self._new: dict[str, Glimpse] = {}
        self._found: dict[str, Glimpse | None] = {}

    def is_kept(self, name: str) -> bool:
        """Whether there is something to be shown at once."""
        self._found[name] = self.find(name)
        return self._found[name] is not None

    def find(self, name: str) -> Glimpse | None:
        """What was shown last; None when nothing is kept, or when the library is not as it was."""
        if self._folder is None:
            return None
        if name in self._found:
            return self._found.pop(name)
        try:
            kept = json.loads(self._file(name).read_bytes())
        except (OSError, ValueError):
            return None
        known = isinstance(kept, dict) and kept.get("of") == self._of(name) and kept.get("stamp") == self._stamp()
        glimpse = kept.get("glimpse") if known else None
        return glimpse if isinstance(glimpse, dict) else None

    def note(self, name: str, glimpse: Glimpse) -> None:
        """Take down what a screen shows, to be kept when the library is closed and settled."""
        self._new[name] = glimpse

    def keep(self) -> None:
        """Keep what was noted."""
        if self._folder is not None:
            stamp = self._stamp()
            for name, glimpse in self._new.items():
                self._write(self._file(name), {"of": self._of(name), "stamp": stamp, "glimpse": glimpse})
            with suppress(OSError):
                for file in sorted(self._folder.glob("*.json"), key=lambda file: -file.stat().st_mtime_ns)[KEPT:]:
                    file.unlink()
        self._new.clear()

    def _write(self, file: Path, kept: dict[str, object]) -> None:
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent, prefix=".glimpse-")
            with os.fdopen(handle, "w", encoding="utf-8") as written:
                json.dump(kept, written)
            Path(name).replace(file)

    def _file(self, name: str) -> Path:
        assert self._folder is not None
        # Two that share a file only push each other out: each says whose it is.
        return self._folder / f"{crc32(json.dumps(self._of(name)).encode()):08x}.json"

    def _of(self, name: str) -> list[object]:
        return [VERSION, str(self._library), name]

    def _stamp(self) -> list[list[object]]:
        """What tells whether anything was changed in the library: its files and folders, and the files in its journals.

        Articles and originals are written once, each into a file of its own, which the time of their folder tells.
        """
        return sorted([*_sizes(self._library, ""), *_sizes(self._library / "journal", "journal/")], key=str)


def _sizes(folder: Path, prefix: str) -> Iterator[list[object]]:
    """Name, size and time of each entry; a folder's size means nothing."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            about = entry.stat()
            yield [prefix + entry.name, -1 if entry.is_dir() else about.st_size, about.st_mtime_ns]
