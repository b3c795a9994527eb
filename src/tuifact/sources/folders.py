"""A folder: every text in it and below, one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tuifact.sources.files import read_file, reason_of
from tuifact.sources.forms import AMBIGUOUS, FEED, FORMS, HEAD, POSTS, looks_like_text, suffix_of, told_by_head
from tuifact.sources.interface import Received, Refused, Terms


class Folders:
    """Folders, searched to the bottom. What is hidden or no text by its name is passed over."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms

    def accepts(self, reference: str) -> bool:
        """Whether there is a folder of this name."""
        return is_folder(reference)

    def fetch(self, reference: str) -> Iterator[Received]:
        """The texts of the folder, its own before those of its subfolders, each by name.

        A file or subfolder that cannot be read is refused by itself, and so is a link that leads out of the folder; a
        folder without any text is refused as a whole.
        """
        empty = True
        for found in find_texts(reference):
            empty = False
            if isinstance(found, Refused):
                yield found
            elif leads_out(found, reference):
                yield Refused(found, "a link that leads out of the folder", "name what it leads to, to import that")
            else:
                yield from read_file(found, self.terms)
        if empty:
            suffixes = " ".join(f".{suffix}" for suffix in FORMS)
            yield Refused(reference, "no text in this folder", f"looked for {suffixes} and files without suffix")


def is_folder(reference: str) -> bool:
    """Whether there is a folder of this name."""
    try:
        return bool(reference) and Path(reference).is_dir()
    except (OSError, ValueError):
        return False


def find_texts(folder: str) -> Iterator[str | Refused]:
    """The names of the texts in a folder and below, as they are reached; links to folders are not followed."""
    barred: list[Refused] = []

    def note_barred(error: OSError) -> None:
        barred.append(Refused(os.fsdecode(error.filename or folder), reason_of(error)))

    for parent, subfolders, names in os.walk(folder, onerror=note_barred):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from barred
        barred.clear()
        for name in sorted(names):
            if not name.startswith(".") and is_text(path := os.path.join(parent, name)):  # noqa: PTH118 (as given)
                yield path
    yield from barred


def passed_over(folder: str) -> Iterator[str]:
    """The names of the files in a folder and below that are no texts by their names; hidden ones are not told."""
    for parent, subfolders, names in os.walk(folder):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and not is_text(os.path.join(parent, name)):  # noqa: PTH118 (as given)
                yield name


def leads_out(path: str, folder: str) -> bool:
    """Whether a file is a link to one that is not in the folder."""
    if not Path(path).is_symlink() or not Path(path).exists():
        return False
    return not Path(path).resolve().is_relative_to(Path(folder).resolve())


def is_text(path: str) -> bool:
    """Whether the name says text or, where it says too little, the first bytes do."""
    suffix = suffix_of(path)
    if suffix not in ("", *AMBIGUOUS) or not Path(path).is_file():
        return suffix in FORMS
    try:
        with Path(path).open("rb") as file:
            head = file.read(HEAD)
    except OSError:
        return False
    return looks_like_text(head) if not suffix else told_by_head(head) in (POSTS, FEED)
