"""RSS and Atom: each entry of a feed an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from tuifact.model.original import Given, Original
from tuifact.sources.facts import make_given, one_line, read_address
from tuifact.sources.files import read_whole
from tuifact.sources.forms import ATOM, RSS
from tuifact.sources.interface import Received, Refused, Stream, Terms
from tuifact.sources.xml import XmlReader, local

_FEEDS = ("rss", "feed", "RDF")
_TITLES = (["rss", "channel", "title"], ["feed", "title"], ["RDF", "channel", "title"])
"""Where a feed says what it is called; pictures and entries have titles too."""

_ENTRIES = {"item": RSS, "entry": ATOM}
_TEXTS = ("encoded", "content", "description", "summary")
"""Where the words of an entry stand, the fullest first."""

_FIELDS = {
    "title": ("title",),
    "byline": ("creator", "name", "author"),
    "published": ("pubDate", "published", "date", "issued", "updated"),
    "url": ("link", "guid", "id"),
    "language": ("language",),
}
_PREFIXES = ("", "dc", "dcterms", "content", "atom")
"""Names with another prefix are something else: `media:title` is that of a picture."""

_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&(?:[A-Za-z]+|#\d+);")


@dataclass(slots=True)
class Entry:
    """An entry while it is read."""

    media_type: str
    start: int
    """First byte in the feed."""
    texts: dict[str, list[str]] = field(default_factory=dict)

    def words(self, name: str) -> str:
        """The text of an element of the entry."""
        return "".join(self.texts.get(name, ())).strip()

    @property
    def link(self) -> str:
        """The address it links to; empty for none."""
        return next((link for name in _FIELDS["url"] if (link := read_address(self.words(name)))), "")

    def given(self) -> Given | None:
        """What the entry gives; None when it has no words."""
        text = next((words for name in _TEXTS if (words := self.words(name))), "")
        facts = {
            fact: next((words for name in names if (words := self.words(name))), "") for fact, names in _FIELDS.items()
        }
        media_type = "text/html" if _MARKUP.search(text) else "text/plain"
        return make_given(text, media_type, **facts) if text else None


def cut_entries(file: Stream, source: str, terms: Terms) -> Iterator[Received]:
    """Each entry as an original, its bytes as they stand in the feed."""
    yield from cut_feed(read_whole(file, source, terms.limit), source, terms)


def cut_feed(data: bytes, source: str, terms: Terms) -> Iterator[Received]:
    """Each entry of the feed in these bytes. Its source is the address it links to, for that is where it is published;
    without one, the feed and the number of the entry. Raises `Refused` for what is no feed."""
    reader = read_feed(data, source)
    if not reader.found:
        raise Refused(source, "is no feed, or one without entries")
    yield from reader.entries(terms)


def read_feed(data: bytes, source: str) -> FeedReader:
    """The feed in these bytes, read. Raises `Refused` when it is no XML."""
    if data[:2] in _WIDE:  # places in two-byte encodings would be those of half characters
        data = data.decode("utf-16", "replace").encode()
        reader = FeedReader(source, "utf-8")
    else:
        reader = FeedReader(source)
    reader.read(data)
    return reader


class FeedReader:
    """Collects the entries of a feed with their places."""

    def __init__(self, source: str, encoding: str | None = None) -> None:
        self.source = source
        self.found: list[tuple[Entry, int]] = []
        """Each entry and the byte after its last."""
        self.is_feed = False
        """Whether it begins as RSS, Atom or RDF does."""
        self.encoding = encoding or "utf-8"
        self._data = b""
        self._xml = XmlReader(source, self._begin, self._end, self._words, encoding)
        if encoding is None:
            self._xml.parser.XmlDeclHandler = self._note_encoding
        self._entry: Entry | None = None
        self._path: list[str] = []
        self._around: list[str] = []
        self._title: list[str] = []

    @property
    def title(self) -> str:
        """What the feed calls itself, in one line."""
        return one_line("".join(self._title))

    def entries(self, terms: Terms) -> Iterator[Received]:
        """Each entry as `cut_feed` gives it."""
        for _, entry in self.linked(terms):
            yield entry

    def linked(self, terms: Terms) -> Iterator[tuple[str, Received]]:
        """The same, each with the address it links to; empty for none."""
        for number, (entry, end) in enumerate(self.found, 1):
            given = entry.given()
            place = f"{self.source}#{number}"
            if given is None:
                yield entry.link, Refused(place, "has no words", "import the page it links to")
            else:
                part = self._data[entry.start : end]
                yield given.url, terms.original(part, given.url or place, entry.media_type, given, self.encoding)

    def read(self, data: bytes) -> None:
        """Read the whole feed. Raises `Refused` as `XmlReader` does."""
        self._data = data
        self._xml.read(data)

    def _note_encoding(self, version: str, encoding: str | None, standalone: int) -> None:
        self.encoding = (encoding or self.encoding).lower()

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = local(name)
        if self._entry is None:
            if tag in _ENTRIES:
                self._entry = Entry(_ENTRIES[tag], self._xml.parser.CurrentByteIndex)
                self._path = []
            else:
                self.is_feed = self.is_feed or (not self._around and tag in _FEEDS)
                self._around.append(tag)
            return
        self._path.append(tag if name.rpartition(":")[0] in _PREFIXES else name)
        texts = self._entry.texts
        if len(self._path) > 1 and self._path[0] in _TEXTS:  # XHTML as it is, inside an Atom entry
            self._add(self._path[0], f"<{tag}>")
        elif tag == "link" and attributes.get("rel", "alternate") == "alternate" and "link" not in texts:
            texts["link"] = [read_address(attributes.get("href"))]
        elif tag in _FIELDS["byline"] and tag in texts:
            self._add(tag, ", ")

    def _end(self, name: str) -> None:
        tag = local(name)
        if self._entry is None:
            self._around.pop()
            return
        if not self._path:
            end = self._data.find(b">", self._xml.parser.CurrentByteIndex) + 1
            self.found.append((self._entry, end or len(self._data)))
            self._entry = None
            return
        self._path.pop()
        if self._path and self._path[0] in _TEXTS:
            self._add(self._path[0], f"</{tag}>")

    def _words(self, words: str) -> None:
        if self._entry is None and self._around in _TITLES:
            self._title.append(words)
        if self._entry is None or not self._path:
            return
        if self._path[0] in _TEXTS:
            nested = len(self._path) > 1
            self._add(self._path[0], words.replace("&", "&amp;").replace("<", "&lt;") if nested else words)
        elif len(self._path) == 1 or self._path == ["author", "name"]:
            self._add(self._path[-1], words)

    def _add(self, name: str, words: str) -> None:
        if self._entry is not None:
            self._entry.texts.setdefault(name, []).append(words)


def unfold_text(original: Original, parameters: Mapping[str, str], limit: int) -> Original:
    """The words of an entry that was kept."""
    reader = FeedReader(original.source, original.encoding or "utf-8")
    reader.read(original.data)
    given = reader.found[0][0].given() if reader.found else None
    if given is None:
        raise Refused(original.source, "has no words")
    return replace(original, given=given)
