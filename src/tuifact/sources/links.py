"""Web addresses: known for what they are, and not read yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuifact.sources.interface import Received, Refused

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_PASSWORD = re.compile(r"(?<=://)[^/?#@]*@")


class Links:
    """Addresses with a scheme. None is fetched: saying so beats looking for a file of that name."""

    def accepts(self, reference: str) -> bool:
        """Whether it begins with a scheme and two slashes."""
        return _ADDRESS.match(reference) is not None

    def fetch(self, reference: str) -> Iterator[Received]:
        """One refusal that says what to do instead; a password in the address is masked."""
        shown = _PASSWORD.sub("***@", reference)
        yield Refused(shown, "links are not supported yet", "save the page as .html and import the file")
