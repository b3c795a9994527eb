"""Standard input, named `-`."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from tuifact.sources.cutting import cut_entries
from tuifact.sources.files import read_whole, reason_of, received_type
from tuifact.sources.forms import HEAD, form_of
from tuifact.sources.interface import Received, Refused, Terms

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

NAME = "-"


class StandardInput:
    """What is piped in: one text, or a collection that is known by its beginning or by what the user calls it."""

    def __init__(self, terms: Terms, stream: BinaryIO | None = None) -> None:
        """`stream` stands in for the process's own standard input."""
        self.terms = terms
        self.stream = stream

    def accepts(self, reference: str) -> bool:
        """Whether it is `-`."""
        return reference == NAME

    def fetch(self, reference: str) -> Iterator[Received]:
        """All there is to read, up to the limit; a program started without standard input is told so."""
        stream = self.stream or (sys.stdin.buffer if sys.stdin else None)
        if stream is None:
            yield Refused(NAME, "standard input is closed", "pipe a text in or name a file")
            return
        try:
            yield from self._read(stream)
        except Refused as refusal:
            yield refusal
        except OSError as error:
            yield Refused(NAME, reason_of(error), "pipe a text in or name a file")
        except ValueError:  # what Python says of a closed file
            yield Refused(NAME, "standard input is closed", "pipe a text in or name a file")

    def _read(self, stream: BinaryIO) -> Iterator[Received]:
        head = stream.read(HEAD)
        form = form_of(NAME, head, self.terms.form)
        # Buffered again, so that what was looked at is read again.
        file = io.BufferedReader(_Rejoined(head, stream))
        if form.cut:
            yield from cut_entries(form, file, NAME, self.terms)
        else:
            data = read_whole(file, NAME, self.terms.limit)
            yield self.terms.original(data, NAME, received_type(form), encoding=self.terms.encoding or "")


class _Rejoined(io.RawIOBase):
    """The first bytes of a stream, then the rest of it; closing it leaves the stream open."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer; the number of bytes, 0 at the end."""
        view = memoryview(buffer).cast("B")
        chunk = self._head[: len(view)] if self._head else self._rest.read(len(view))
        self._head = self._head[len(chunk) :]
        view[: len(chunk)] = chunk
        return len(chunk)
