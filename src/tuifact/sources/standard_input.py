"""Standard input, named `-`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import BinaryIO

from tuifact.sources.files import reason_of
from tuifact.sources.interface import Received, Refused, Terms, too_large
from tuifact.sources.media import media_type

NAME = "-"


class StandardInput:
    """What is piped in, as one text."""

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
            data = stream.read(self.terms.limit + 1)
        except (OSError, ValueError) as error:
            reason = reason_of(error) if isinstance(error, OSError) else "standard input is closed"
            yield Refused(NAME, reason, "pipe a text in or name a file")
            return
        if len(data) > self.terms.limit:
            yield too_large(NAME, self.terms.limit)
        else:
            yield self.terms.original(data, NAME, media_type(NAME, data))
