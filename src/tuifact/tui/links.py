"""The links of a text: found, and opened only where that is safe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

_LINK = re.compile(
    r"\b(?:https?://|(?:pic\.twitter\.com|pic\.x\.com|t\.co|youtu\.be|bit\.ly)/)[^\s<>\"“”]+", re.IGNORECASE
)
_TRAILING = ".,;:!?)]}'’»"
_OPENING = {")": "(", "]": "[", "}": "{"}


def find_links(texts: Iterable[str]) -> tuple[str, ...]:
    """Each link once, in reading order, as it can be opened: short ones that posts carry get their scheme."""
    found = (_trim(match[0]) for text in texts for match in _LINK.finditer(text))
    return tuple(dict.fromkeys(link if "://" in link else f"https://{link}" for link in found))


def _trim(link: str) -> str:
    """The link without the marks of the sentence around it; a bracket that it opened itself stays."""
    while link[-1:] and link[-1] in _TRAILING:
        last = link[-1]
        if last in _OPENING and link.count(_OPENING[last]) >= link.count(last):
            break
        link = link[:-1]
    return link


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
