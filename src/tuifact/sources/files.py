"""One file, read to the byte."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePath

from tuifact.model.original import Original
from tuifact.sources.interface import Received, Refused, Terms, too_large
from tuifact.sources.media import NOT_READ, media_type

_SPECIAL = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class Files:
    """Files named one by one. Whatever no other source accepts is a file name, so that a typo is told as one."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms

    def accepts(self, reference: str) -> bool:
        """Always: a reference of no other kind is a file name."""
        return True

    def fetch(self, reference: str) -> Iterator[Received]:
        """The file's bytes, or why they cannot be had."""
        try:
            yield read_file(reference, self.terms)
        except Refused as refusal:
            yield refusal


def read_file(name: str, terms: Terms) -> Original:
    """Read a regular file. Its source is the absolute path, by which a later version is recognised as a revision.

    Raises `Refused` for what is missing, special, too large, of a format that is not read, or not ours to read.
    """
    size = regular_size(name)
    if kind := NOT_READ.get(PurePath(name).suffix.lower()):
        raise Refused(name, f"{kind} files are not supported yet", "save its text as .txt, .md or .html")
    if size > terms.limit:
        raise too_large(name, terms.limit, size)
    try:
        with Path(name).open("rb") as file:
            # A byte more than allowed: the file may have grown since, and some report no size at all.
            data = file.read(terms.limit + 1)
    except OSError as error:
        raise Refused(name, reason_of(error)) from error
    if len(data) > terms.limit:
        raise too_large(name, terms.limit)
    return terms.original(data, source_of(name), media_type(name, data))


def regular_size(name: str) -> int:
    """The size in bytes of a regular file, links followed. Raises `Refused` when it is none."""
    if not name:
        raise Refused(name, "names no file")
    try:
        status = Path(name).stat()
    except FileNotFoundError as error:
        if Path(name).is_symlink():
            raise Refused(name, "a link that leads nowhere") from error
        raise Refused(name, "there is no such file", "check the name and where you are") from error
    except ValueError as error:
        raise Refused(name, "is not a possible file name") from error
    except OSError as error:
        raise Refused(name, reason_of(error)) from error
    kind = stat.S_IFMT(status.st_mode)
    if kind != stat.S_IFREG:
        hint = "for a stream, pipe it in and name -" if kind in _SPECIAL else ""
        raise Refused(name, f"is {_SPECIAL.get(kind, 'a folder')}, not a file", hint)
    return status.st_size


def source_of(name: str) -> str:
    """The absolute path as valid text: bytes that are no UTF-8 are written out (`\\xff`), not lost."""
    return os.fsencode(os.path.abspath(name)).decode("utf-8", "backslashreplace")  # noqa: PTH100 (links stay unresolved)


def reason_of(error: OSError) -> str:
    """Why the system refused, in its words and lower case."""
    if isinstance(error, PermissionError):
        return "you may not read it"
    return (error.strerror or "cannot be read").lower()
