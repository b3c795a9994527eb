"""What every source promises, the terms they all read under, and how each of them refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from tuifact.errors import SourceError
from tuifact.model.original import Original
from tuifact.model.plain import plain_line

DEFAULT_LIMIT = 64 << 20
"""The largest document taken in, in bytes, when nobody says otherwise."""

Received = Original | SourceError
"""What a source hands on: a text, or why there is none. A value, so that one bad file does not stop the others."""


def utc_now() -> str:
    """This moment as ISO 8601, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for every text taken in."""

    limit: int = DEFAULT_LIMIT
    """In bytes; what is larger is refused, by its size where that is known before reading."""
    clock: Callable[[], str] = utc_now
    """Says when a text was received (ISO 8601, UTC, seconds)."""

    def original(self, data: bytes, source: str, media_type: str) -> Original:
        """The bytes with where and when they came from."""
        return Original(data, source=source, received=self.clock(), media_type=media_type)


class Source(Protocol):
    """One way in."""

    def accepts(self, reference: str) -> bool:
        """Whether this reference is of its kind; nothing is read to find out."""
        ...

    def fetch(self, reference: str) -> Iterator[Received]:
        """The texts behind the reference, lazily and in order. Refuses by yielding a `SourceError`."""
        ...


class Refused(SourceError):
    """A source that gives no text; `source` is the reference as it was given, or the file found in a folder."""

    def __init__(self, source: str, reason: str, hint: str = "") -> None:
        super().__init__(f"{plain_line(source) or 'an empty name'}: {reason}", hint)
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[Refused], tuple[str, str, str]]:  # type: ignore[override]
        # Results of worker processes are pickled, and the arguments are not those of the parent class.
        return type(self), (self.source, self.reason, self.hint)


def size_in_words(count: int) -> str:
    """A number of bytes for people.

    >>> size_in_words(64 << 20), size_in_words(1500), size_in_words(3)
    ('64.0 MiB', '1.5 KiB', '3 bytes')
    """
    for unit, size in (("MiB", 1 << 20), ("KiB", 1 << 10)):
        if count >= size:
            return f"{count / size:.1f} {unit}"
    return f"{count} bytes"


def too_large(source: str, limit: int, size: int | None = None) -> Refused:
    """The refusal of a text above the limit; `size` (bytes) where it is known."""
    known = f"has {size_in_words(size)}, " if size else ""
    reason = f"{known}more than the {size_in_words(limit)} a document may have"
    return Refused(source, reason, "raise the setting max_megabytes if it is really one article")
