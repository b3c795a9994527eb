"""DOCX: the paragraphs of a word processor's document, its headings, lists and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from itertools import chain

from tuifact.model.original import Original
from tuifact.sources.facts import make_given
from tuifact.sources.interface import Refused
from tuifact.sources.table_rows import join_cells
from tuifact.sources.xml import XmlReader, local, read_tree, words_of
from tuifact.sources.zips import Archive

_DOCUMENT, _CORE = "word/document.xml", "docProps/core.xml"
_HEADING = re.compile(r"(?:title|heading\s?([1-6]))$", re.IGNORECASE)
_TITLE = "title"
_QUOTE = re.compile(r"(?:intense)?quote$", re.IGNORECASE)
_SKIPPED = frozenset(("Fallback", "del", "moveFrom", "instrText"))
"""The second copy of a drawing's text, what was struck out or moved away, and field codes."""

_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def unfold_text(original: Original, parameters: Mapping[str, str], limit: int) -> Original:
    """The document as HTML that says which paragraph is what. Changes that are tracked count as accepted."""
    archive = Archive(original.data, original.source, limit)
    archive.refuse_bomb((_DOCUMENT, _CORE))
    if _DOCUMENT not in archive:
        raise Refused(original.source, "is no document of a word processor", "save its text as .txt, .md or .html")
    reader = Paragraphs(original.source)
    reader.read(archive.read(_DOCUMENT))
    if not reader.found:
        raise Refused(original.source, "is a document without text", "are its pages pictures?")
    core = read_tree(archive.read(_CORE), original.source) if _CORE in archive else None
    title = next((text for style, _, text in reader.found if style.lower() == _TITLE), "")
    given = make_given(
        "\n".join(write_paragraphs(reader.found)),
        "text/html",
        title=title or (words_of(core.find("title")) if core is not None else ""),
        byline=words_of(core.find("creator")) if core is not None else "",
        language=words_of(core.find("language")) if core is not None else "",
    )
    return replace(original, given=given)


def write_paragraphs(found: list[tuple[str, bool, str]]) -> Iterator[str]:
    """Each paragraph as an element."""
    for style, listed, text in found:
        heading = _HEADING.match(style)
        tag = f"h{heading[1] or 1}" if heading else "blockquote" if _QUOTE.match(style) else "li" if listed else "p"
        yield f"<{tag}>{escape(text, quote=False)}</{tag}>"


class Paragraphs:
    """Collects (style, whether it is a list item, text) of each paragraph that has words."""

    def __init__(self, source: str) -> None:
        self.found: list[tuple[str, bool, str]] = []
        self._reader = XmlReader(source, self._begin, self._end, self._words)
        self._open: list[tuple[str, bool, list[str]]] = []
        self._rows: list[list[list[tuple[str, bool, str]]]] = []
        """The rows that are open, the innermost last; of each its cells, and of each cell its paragraphs."""
        self._skip = 0
        self._in_text = False

    def read(self, data: bytes) -> None:
        """Read the document's XML. Raises `Refused` as `XmlReader` does."""
        self._reader.read(data)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = local(name)
        self._skip += tag in _SKIPPED
        if tag == "tr" and not self._open:
            self._rows.append([])
        elif tag == "tc" and self._rows:
            self._rows[-1].append([])
        elif tag == "p" and name != "a:p":
            self._open.append(("", False, []))
        elif self._open and not self._skip:
            style, listed, parts = self._open[-1]
            if tag == "pStyle":
                self._open[-1] = (attributes.get("w:val", ""), listed, parts)
            elif tag == "numPr":
                self._open[-1] = (style, True, parts)
            elif tag in _BREAKS:
                parts.append(_BREAKS[tag])
        self._in_text = tag == "t"

    def _end(self, name: str) -> None:
        tag = local(name)
        self._skip -= tag in _SKIPPED
        if tag == "p" and name != "a:p" and self._open:
            style, listed, parts = self._open.pop()
            if text := "".join(parts).strip():
                self._take((style, listed, text))
        elif tag == "tr" and self._rows and not self._open:
            self._end_row(self._rows.pop())
        self._in_text = False

    def _take(self, paragraph: tuple[str, bool, str]) -> None:
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(paragraph)
        else:
            self.found.append(paragraph)

    def _end_row(self, cells: list[list[tuple[str, bool, str]]]) -> None:
        """A row of values is one paragraph; where a table only arranges text, its paragraphs are."""
        is_simple = all(len(cell) < 2 for cell in cells)
        line = join_cells([text for cell in cells for _, _, text in cell]) if is_simple else ""
        for paragraph in [("", False, line)] if line else chain.from_iterable(cells):
            self._take(paragraph)

    def _words(self, words: str) -> None:
        if self._in_text and self._open and not self._skip:
            self._open[-1][2].append(words)
