"""HTML cut into tags and text, in time that grows with its length whatever is left open in it.

The parser of the standard library starts over at every `<` of a page that opens tags, comments or attributes without
closing them; 100 KB of these take it a minute.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

TAG = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|blockquote|a|span|article|section|em|strong|b|i|u|img|br|hr)(?:\s[^<>]{0,1000})?/?>",
    re.IGNORECASE,
)
"""A tag as texts hold them that are no pages but may be marked up here and there."""

_TAG_START = re.compile(r"<(?=[A-Za-z/!?])")
_NAME = re.compile(r"[A-Za-z][^\s/>]{0,60}")
_VALUE_OR_END = re.compile(r"=\s{0,20}([\"'])|>")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]{1,60})\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")
_LONGEST_ATTRIBUTES = 4000
"""Characters of a tag that are read for attributes; longer ones hold pictures, not facts."""

_RAW = ("script", "style", "textarea", "noscript")
"""Elements whose content is no markup."""


class Tag(NamedTuple):
    """A tag or the text before the next one, with its place in the source."""

    start: int
    end: int
    name: str = ""
    """Lower case; empty for text, comments and declarations."""
    closes: bool = False
    text: bool = False
    """Whether this is text."""


def read_attributes(source: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, character references resolved."""
    return {
        name.lower(): html.unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(source[:_LONGEST_ATTRIBUTES])
    }


def cut_html(source: str) -> Iterator[Tag]:
    """Tags and the text between them, in order. A `<` that begins no tag, or one that never ends, is text."""
    at = 0
    searcher = _Searcher(source)
    for match in iter(lambda: _TAG_START.search(source, searcher.at), None):
        start = match.start()
        tag = _read_tag(source, start, searcher)
        if tag is None:
            searcher.at = start + 1
            continue
        if start > at:
            yield Tag(at, start, text=True)
        yield tag
        at = tag.end
        if tag.name in _RAW and not tag.closes:
            at = searcher.find(f"</{tag.name}", at)
            at = tag.end if at < 0 else at
        searcher.at = at
    if at < len(source):
        yield Tag(at, len(source), text=True)


class _Searcher:
    """Where the scan is, and which strings are known not to come any more."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._gone: set[str] = set()
        self.at = 0

    def find(self, what: str, start: int) -> int:
        """Where the string next stands; -1, and never looked for again, when it does not."""
        found = -1 if what in self._gone else self._source.find(what, start)
        if found < 0:
            self._gone.add(what)
        return found


def _read_tag(source: str, start: int, searcher: _Searcher) -> Tag | None:
    """The tag, comment or declaration that begins here; None when it has no end."""
    if source.startswith("<!--", start):
        end = searcher.find("-->", start + 4)
        if end >= 0:
            return Tag(start, end + 3)
    closes = source[start + 1] == "/"
    name = _NAME.match(source, start + 1 + closes)
    if name is None:
        end = searcher.find(">", start)
        return Tag(start, end + 1) if end >= 0 else None
    end = _find_end(source, name.end(), searcher)
    return Tag(start, end, name[0].lower(), closes) if end >= 0 else None


def _find_end(source: str, at: int, searcher: _Searcher) -> int:
    """After the `>` that ends a tag, which may also stand inside quoted values; -1 when there is none."""
    if searcher.find(">", at) < 0:
        return -1
    first = at
    while match := _VALUE_OR_END.search(source, at):
        if match[1] is None:
            return match.end()
        at = searcher.find(match[1], match.end()) + 1
        if at <= 0:
            break
    return searcher.find(">", first) + 1
