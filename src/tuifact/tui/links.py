"""The links of a text: found, and opened only where that is safe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

_LINK = re.compile(
    r"\b(?:https?://|(?:pic\.twitter\.com|pic\.x\.com|t\.co|youtu\.be|bit\.ly)/)[^\s<>\"“”]+", re.IGNORECASE
)
_TRAILING = ".,;:!?)]}'’»"


def find_links(texts: Iterable[str]) -> tuple[str, ...]:
    """Each link once, in reading order, as it can be opened: short ones that posts carry get their scheme."""
    found = (match[0].rstrip(_TRAILING) for text in texts for match in _LINK.finditer(text))
    return tuple(dict.fromkeys(link if "://" in link else f"https://{link}" for link in found))


def is_web_link(link: str) -> bool:
    """Whether a browser may be given it: http or https, with a host, and nothing a terminal or shell could obey."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and link.isprintable() and " " not in link


def open_link(link: str) -> bool:
    """Open a link in the browser; whether that was allowed and worked."""
    import webbrowser

    return is_web_link(link) and webbrowser.open(link)
