"""One file, read to the byte."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from tuifact.sources.cutting import cut_entries
from tuifact.sources.forms import HEAD, HTML, NOT_READ, Form, form_of, looks_like_no_text, suffix_of
from tuifact.sources.interface import Received, Refused, Terms, too_large

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
        """The file's text or texts, or why they cannot be had."""
        yield from read_file(reference, self.terms)


def read_file(name: str, terms: Terms) -> Iterator[Received]:
    """Read a regular file: the one text in it, or each text of a collection.

    The source of a text is the absolute path, by which a later version is recognised as a revision; that of an entry
    has its number behind it (`talks.jsonl#12`). Refuses what is missing, special, too large, of a form that is not
    read, or not ours to read.
    """
    try:
        size = regular_size(name)
        if terms.form is None and (kind := NOT_READ.get(suffix_of(name))):
            raise Refused(name, f"{kind} files are not supported", "save its text as .txt, .md or .html")
        with Path(name).open("rb") as file:
            head = file.peek(HEAD)
            if terms.form is None and not terms.encoding and looks_like_no_text(name, head):
                raise Refused(name, "is no text", "--format txt, or an --encoding, reads it as one all the same")
            form = form_of(name, head, terms.form)
            if form.cut:
                yield from cut_entries(form, file, source_of(name), terms)
            else:
                data = read_whole(file, name, terms.limit, size)
                yield terms.original(data, source_of(name), received_type(form), encoding=terms.encoding or "")
    except Refused as refusal:
        yield refusal
    except OSError as error:
        yield Refused(name, reason_of(error))


def received_type(form: Form) -> str:
    """The media type of a document received now; a page's names what is to find the article in it."""
    if form.media_type != HTML:
        return form.media_type
    from tuifact.sources.pages import page_type

    return page_type()


def read_whole(file: BinaryIO, name: str, limit: int, size: int = 0) -> bytes:
    """All bytes of a file; `size` is what is known of it beforehand. Raises `Refused` above the limit."""
    if size > limit:
        raise too_large(name, limit, size)
    # A byte more than allowed: the file may have grown since, and some report no size at all.
    data = file.read(limit + 1)
    if len(data) > limit:
        raise too_large(name, limit)
    return data


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
