"""What every source promises, the terms they all read under, and how each of them refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import import_module
from io import BufferedReader
from types import ModuleType
from typing import Any, Protocol, TypeAlias

from tuifact.errors import SourceError
from tuifact.model.original import Given, Original
from tuifact.model.plain import plain_line

DEFAULT_LIMIT = 64 << 20
"""The largest document taken in, in bytes, when nobody says otherwise."""

NOTHING = Given()
"""A source that brings along nothing but bytes."""

Received = Original | SourceError
"""What a source hands on: a text, or why there is none. A value, so that one bad file does not stop the others."""


def utc_now() -> str:
    """This moment as ISO 8601, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


SECONDS = 30.0
"""The time a fetch may take in all, when nobody says otherwise."""

Stream: TypeAlias = "BufferedReader[Any]"
"""A file that is being read: its first bytes can be looked at, and lines be asked for up to a size."""

Validators = Callable[[str], tuple[str, str] | None]
"""From an address, any password in it masked, to the etag and day (`Given.etag`, `Given.modified`) of the version that
is known; None for none."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for every text taken in."""

    limit: int = DEFAULT_LIMIT
    """In bytes; what is larger is refused, by its size where that is known before reading."""
    clock: Callable[[], str] = utc_now
    """Says when a text was received (ISO 8601, UTC, seconds)."""
    encoding: str | None = None
    """What the user says the bytes of tables and transcripts are, where they do not say it themselves."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Of corpora: which column or key holds a fact (`{"text": "body"}`); the usual names need not be told."""
    form: str | None = None
    """How to read what no name explains: a suffix without its dot (`jsonl`), or a media type; None when it is told by
    its name or its bytes."""
    allow_private: bool = False
    """Whether addresses may lead into private networks."""
    seconds: float = SECONDS
    """The time a fetch may take in all."""
    validators: Validators | None = None
    """Asked before a fetch, so that only a changed page is sent."""

    def original(
        self, data: bytes, source: str, media_type: str, given: Given = NOTHING, encoding: str = ""
    ) -> Original:
        """The bytes with where and when they came from, and what is known of them."""
        return Original(data, source, self.clock(), media_type, encoding, given)


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
        # What a server or a file says of itself may be part of the reason.
        self.reason = plain_line(reason)
        super().__init__(f"{plain_line(source) or 'an empty name'}: {self.reason}", plain_line(hint))
        self.source = source

    def __reduce__(self) -> tuple[type[Refused], tuple[str, str, str]]:  # type: ignore[override]
        # Results of worker processes are pickled, and the arguments are not those of the parent class.
        return type(self), (self.source, self.reason, self.hint)


class NotModified(Refused):
    """A page that a server says is still the version that is known: nothing was sent, and nothing is wrong."""


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


def needs_extra(source: str, what: str, extra: str) -> Refused:
    """The refusal of a form whose library is not installed; `what` begins the sentence (`PDF files`)."""
    return Refused(
        source, f"{what} need the extra {extra!r}, which is not installed", f'pip install "tuifact[{extra}]"'
    )


def load_extra(name: str, source: str, what: str, extra: str) -> ModuleType:
    """A library that comes with an extra, imported only now. Raises `Refused` that names the extra."""
    try:
        return import_module(name)
    except ImportError as error:
        raise needs_extra(source, what, extra) from error
