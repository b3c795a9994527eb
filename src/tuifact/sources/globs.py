"""Patterns of names (`clippings/*.txt`, `**/*.md`), for shells that leave them to the program."""

from __future__ import annotations

from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path

from tuifact.sources.files import read_file
from tuifact.sources.folders import Folders
from tuifact.sources.interface import Received, Refused, Terms


class Globs:
    """Patterns. A name that exists as it is written is a file, whatever signs are in it."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms

    def accepts(self, reference: str) -> bool:
        """Whether it has one of the signs `* ? [` and no file is called so."""
        try:
            return has_magic(reference) and not Path(reference).exists()
        except (OSError, ValueError):
            return False

    def fetch(self, reference: str) -> Iterator[Received]:
        """The texts of every file and folder that fits, by name; hidden ones only where the pattern says so."""
        try:
            names = sorted(glob(reference, recursive=True))  # noqa: PTH207 (the pattern may begin anywhere)
        except (OSError, ValueError):
            names = []
        folders = Folders(self.terms)
        if not names:
            yield Refused(reference, "no file fits this pattern", "check the name and where you are")
        for name in names:
            if not folders.accepts(name):
                yield from read_file(name, self.terms)
            elif not reference.endswith("**"):
                yield from folders.fetch(name)
