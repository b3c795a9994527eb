"""The text of a kept copy: a page without its tags, or a plain text, whatever its encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

_HEAD = 2048
"""Bytes or characters in which a page shows that it is one, and says its encoding."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHARSET = re.compile(rb"(?:charset|encoding)\s?=\s?[\"']?([A-Za-z0-9._:-]{2,40})", re.IGNORECASE)
_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|article|div|p|h[1-6]|blockquote|\?xml)\b|<html\b", re.IGNORECASE)
_TAG = re.compile(r"<!--|<[!?][^<>]*>?|<(/?)([a-zA-Z][a-zA-Z0-9:-]*)(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>")
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
"""Elements within a word or a line; every other one ends it."""
_UNSEEN = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "template", "textarea")}
"""Elements whose content no reader of a page sees, and how each ends."""


def text_of(data: bytes, name: str = "") -> str | None:
    """What can be read in these bytes; None when they are no text (a picture, a recording, an archive)."""
    bom = next((codec for mark, codec in _BOMS if data.startswith(mark)), None)
    if bom is None and b"\0" in data[:_HEAD]:
        return None
    text = _decoded(data, bom)
    is_page = name.lower().endswith((".html", ".htm", ".xhtml")) or _PAGE.search(text[:_HEAD])
    return page_text(text) if is_page else text


def page_text(page: str) -> str:
    """The words of an HTML page as its reader sees them, lines apart where elements end one. Linear in the page.

    >>> page_text("<p>Caf&eacute; <b>one</b></p><script>two</script><p>three").split()
    ['Café', 'one', 'three']
    """
    return unescape("".join(_pieces(page)))


def _pieces(page: str) -> Iterator[str]:
    at = 0
    while found := _TAG.search(page, at):
        yield page[at : found.start()]
        name = (found[2] or "").lower()
        at = found.end()
        if found[0] == "<!--":
            end = page.find("-->", at)
            at = len(page) if end < 0 else end + 3
        elif name in _UNSEEN and not found[1]:
            ending = _UNSEEN[name].search(page, at)
            at = len(page) if ending is None else ending.start()
        elif name and name not in _INLINE:
            yield "\n"
    yield page[at:]


def _decoded(data: bytes, bom: str | None) -> str:
    """By its mark, else strictly as UTF-8, else as it says itself, else as Windows writes it; never an error."""
    told = _CHARSET.search(data[:_HEAD])
    codecs = [bom] if bom else ["utf-8", told[1].decode("ascii") if told else "cp1252"]
    for codec in codecs:
        try:
            return data.decode(codec)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("cp1252", "replace")
