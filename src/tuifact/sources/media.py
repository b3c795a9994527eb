"""How bytes are to be read, told by the name of a file and, where the name does not say, by how they begin."""

from __future__ import annotations

import re
from pathlib import PurePath

HTML, MARKDOWN, PLAIN = "text/html", "text/markdown", "text/plain"

MEDIA_TYPES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
}
"""The suffixes of texts; a folder is searched for these."""

NOT_READ = {
    **dict.fromkeys((".pdf",), "PDF"),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pages"), "word processor"),
    **dict.fromkeys((".epub", ".mobi"), "e-book"),
    **dict.fromkeys((".eml", ".mbox", ".msg"), "mail"),
    **dict.fromkeys((".csv", ".tsv", ".json", ".jsonl", ".ndjson"), "table and record"),
    **dict.fromkeys((".rss", ".atom"), "feed"),
    **dict.fromkeys((".srt", ".vtt"), "subtitle"),
    **dict.fromkeys((".zip", ".gz", ".7z", ".tar", ".xz"), "archive"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp3", ".mp4"), "picture, sound and film"),
}
"""Suffixes that are refused with what they are: read as plain text they would make an article of rubble."""

HEAD = 2048
"""Bytes looked at to tell what a file is."""

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,1500}?-->\s*)?<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")


def media_type(name: str, data: bytes) -> str:
    """`text/html`, `text/markdown` or `text/plain`: by suffix, and for plain names by the first bytes.

    >>> media_type("a.htm", b""), media_type("a.txt", b"<!DOCTYPE html><p>"), media_type("-", b"The harbour")
    ('text/html', 'text/html', 'text/plain')
    """
    named = MEDIA_TYPES.get(PurePath(name).suffix.lower(), PLAIN)
    return HTML if named == PLAIN and looks_like_html(data) else named


def looks_like_html(data: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    head = data[:HEAD]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    # Two-byte encodings of ASCII differ from it by their zero bytes alone.
    return _HTML_START.match(head.replace(b"\0", b"")) is not None


def looks_like_text(head: bytes) -> bool:
    """Whether a file that begins like this can be text: no control byte that text never has, or a two-byte encoding."""
    return head.startswith(_MARKS[1:]) or not _BINARY.search(head)
