"""Keeping the library sound: looking it over, repairing it, copying it out and in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tuifact.desk.opened import OpenLibrary
from tuifact.errors import LibraryError

if TYPE_CHECKING:
    from tuifact.library import Backup, Examination, Repair


class Keeping(OpenLibrary):
    """Works on the library's folder, also where it cannot be opened any more."""

    def examine(self) -> Examination:
        """Look at every checksum, link and file; a sound library is left settled. Raises `LibraryError` for none."""
        from tuifact.library import examine

        self.close()
        return examine(self.folder)

    def repair(self) -> Repair:
        """Put right what can be put right, after a copy of all there is."""
        from tuifact.library import repair

        self.close()
        return repair(self.folder)

    def back_up(self, file: Path) -> Backup:
        """Write the whole library into one file. Raises `LibraryError` when the file is there already, or its folder
        is not: a drive that is not mounted would otherwise be made up on the disk that it saves from."""
        from tuifact.library import backup

        if not file.parent.is_dir():
            raise LibraryError(f"{file}: there is no folder {file.parent}", "make it first")
        self.close()
        return backup(self.folder, file)

    def restore(self, file: Path) -> Backup:
        """Make the library from such a file. Raises `LibraryError` when there is one already."""
        from tuifact.library import restore

        self.close()
        return restore(file, self.folder)
