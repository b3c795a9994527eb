"""MBOX: many mails in one file."""

from __future__ import annotations

from collections.abc import Iterator

from tuifact.sources.forms import MAIL
from tuifact.sources.interface import Received, Refused, Stream, Terms, too_large
from tuifact.sources.rows import with_parameter

_LINE = 1 << 20


def cut_entries(file: Stream, source: str, terms: Terms) -> Iterator[Received]:
    """Each message as an original, known by its number (`desk.mbox#12`), as it stands between two `From ` lines.

    A message at a time is held in memory, so the limit is that of a message.
    """
    media_type = with_parameter(MAIL, **{"from": "quoted"})
    number = 0
    for number, message in enumerate(read_messages(file, terms.limit), 1):
        place = f"{source}#{number}"
        if message is None:
            yield too_large(place, terms.limit)
        else:
            yield terms.original(message, place, media_type)
    if not number:
        raise Refused(source, "holds no message", 'each begins with a line "From …"')


def read_messages(file: Stream, limit: int) -> Iterator[bytes | None]:
    """The messages without the lines between them; None for one of more than `limit` bytes."""
    lines: list[bytes] = []
    size, begun, blank = 0, False, True
    while line := file.readline(_LINE):
        if blank and line.startswith(b"From "):
            if begun:
                yield _message(lines, size, limit)
            lines, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= limit:
                lines.append(line)
        blank = line in (b"\n", b"\r\n")
    if begun:
        yield _message(lines, size, limit)


def _message(lines: list[bytes], size: int, limit: int) -> bytes | None:
    if size > limit:
        return None
    if lines and lines[-1] in (b"\n", b"\r\n"):  # the blank line before the next `From ` belongs to the mailbox
        lines.pop()
    return b"".join(lines)
