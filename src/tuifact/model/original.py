"""What was received, before anybody touched it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


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
    """`text/plain`, `text/html` or `text/markdown`: how the bytes are to be read."""
    encoding: str = ""
    """How the bytes became characters (a Python codec name); empty before they were decoded."""

    @property
    def sha256(self) -> str:
        """The fingerprint of the bytes, 64 hexadecimal digits."""
        return sha256(self.data).hexdigest()
