"""What was received, before anybody touched it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Given:
    """What a source brings along besides the bytes: the text, where the bytes are not it, and facts about it."""

    text: str | None = None
    """The readable text of a mail, a row, a transcript, a PDF; None where decoding the bytes gives it."""
    media_type: str = "text/plain"
    """How `text` is to be read: `text/plain`, `text/html` or `text/markdown`."""
    title: str = ""
    byline: str = ""
    published: date | None = None
    url: str = ""
    """The address the source names for it; the place it really came from is `Original.source`."""
    language: str = ""
    """ISO 639-1 code."""
    key: str = ""
    """What a corpus calls this one of its texts: the id of a row."""
    times: tuple[tuple[int, float], ...] = ()
    """Of a transcript: (character of `text`, seconds from the start), ascending."""
    etag: str = ""
    """What a web server calls this version, for asking it again; `modified` is its day for the same purpose."""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes as received and where they came from: the evidence every cleaned word can be held against."""

    data: bytes
    """As received, to the byte."""
    source: str = ""
    """Path, address or `-`; empty when nobody said."""
    received: str = ""
    """When it was received: ISO 8601, UTC, seconds; empty when nobody said."""
    media_type: str = "text/plain"
    """How the bytes are to be read: `text/plain`, `text/html`, `text/markdown`, or a form that a source unfolds."""
    encoding: str = ""
    """How the bytes became characters (a Python codec name); empty before they were decoded."""
    given: Given = field(default=Given(), repr=False, compare=False)
    """What the source knows besides. It makes no two originals differ, for it follows from the bytes."""

    @property
    def sha256(self) -> str:
        """The fingerprint of the bytes, 64 hexadecimal digits."""
        return sha256(self.data).hexdigest()
