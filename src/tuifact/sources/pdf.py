"""PDF: the words of its pages, lines joined to paragraphs where the page shows that they belong together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from tuifact.model.original import Original
from tuifact.sources.facts import make_given, one_line
from tuifact.sources.interface import Refused, load_extra, size_in_words

MOST_PAGES = 5_000
"""Pages read of one document; more is an archive, no article."""

_GAP = 1.35
"""Lines further apart than this many times the usual distance have a paragraph's end between them."""

_SHORT = 0.75
"""A line that reaches less far than this part of the widest, and ends a sentence, ends its paragraph."""

_EDGE = 2
"""Lines at the top and at the bottom of a page that may be its head or foot."""

_NUMBER = re.compile(r"\d+")
_BROKEN_WORD = re.compile("[\u0002\ufffe]\\s*$")
_NAME = re.compile(r"[^\d@_\\]+ [^\d@_\\]+")
_TOOLS = re.compile(r"word|office|writer|acrobat|indesign|latex|admin|user", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page."""

    text: str
    top: float
    """Points from the bottom of the page; NaN-free, 0 when the page does not say."""
    right: float


def unfold_text(original: Original, parameters: Mapping[str, str], limit: int) -> Original:
    """The document as paragraphs of lines. Raises `Refused` when it is damaged, encrypted, or pictures of text."""
    pypdfium2 = load_extra("pypdfium2", original.source, "PDF files", "pdf")
    try:
        document = pypdfium2.PdfDocument(original.data)
        try:
            pages = read_pages(document, original.source, limit)
            metadata = document.get_metadata_dict()
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        reason = "needs a password" if "password" in str(error).lower() else "is damaged: no readable PDF"
        raise Refused(original.source, reason) from error
    text = "\n\n".join(join_lines(lines) for lines in drop_running_heads(pages) if lines)
    if not text.strip():
        raise Refused(original.source, "holds no text", "it is probably scanned: have its text recognised first")
    given = make_given(text, title=metadata.get("Title"), byline=author_of(metadata.get("Author")))
    return replace(original, given=given)


def read_pages(document: Any, source: str, limit: int) -> list[list[Line]]:  # noqa: ANN401 (pypdfium2 is an extra)
    """The lines of each page. Raises `Refused` for more pages or more text than allowed."""
    if len(document) > MOST_PAGES:
        raise Refused(source, f"has {len(document):,} pages, more than the {MOST_PAGES:,} a document may have")
    pages: list[list[Line]] = []
    size = 0
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        pages.append(list(read_lines(words)))
        words.close()
        page.close()
        size += sum(len(line.text) for line in pages[-1])
        if size > limit:
            raise Refused(source, f"unpacks to more than the {size_in_words(limit)} a document may have")
    return pages


def read_lines(words: Any) -> Iterator[Line]:  # noqa: ANN401 (a page's text in pypdfium2)
    """The lines of a page that are not blank, with the places of their last letters."""
    at = 0
    # Not by `splitlines`: pdfium marks a broken word with U+0002 and ends lines with CR LF only.
    for text in words.get_text_range(errors="replace").split("\r\n"):
        last = at + len(text.rstrip()) - 1
        if text.strip():
            _, bottom, right, _ = words.get_charbox(last) if 0 <= last < words.count_chars() else (0.0, 0.0, 0.0, 0.0)
            yield Line(text.strip(), bottom, right)
        at += len(text) + 2


def drop_running_heads(pages: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """The pages without the lines that most of them repeat at the same edge, but for a number."""
    edges = Counter(sign for page in pages for sign in {_sign(line) for line in _edge_lines(page)})
    running = {sign for sign, count in edges.items() if count >= 3 and count * 2 > len(pages)}
    for page in pages:
        edge = {id(line) for line in _edge_lines(page)}
        yield [line for line in page if not (id(line) in edge and _sign(line) in running)]


def _edge_lines(page: list[Line]) -> list[Line]:
    return [*page[:_EDGE], *page[max(_EDGE, len(page) - _EDGE) :]]


def _sign(line: Line) -> str:
    return _NUMBER.sub("#", line.text)


def join_lines(lines: Sequence[Line]) -> str:
    """The lines of a page, a blank line where the page has a gap or a line that ends early and with a sentence."""
    gaps = [before.top - line.top for before, line in pairwise(lines) if before.top > line.top]
    usual = median(gaps) if gaps else 0.0
    widest = max(line.right for line in lines)
    parts = [lines[0].text]
    for before, line in pairwise(lines):
        apart = usual and not 0 <= before.top - line.top <= usual * _GAP
        ended = before.right < widest * _SHORT and before.text.endswith((".", "!", "?", "”", '"', ":"))
        parts.append("\n\n" if apart or ended else "\n")
        parts.append(line.text)
    return re.sub("[\u0002\ufffe]\\s*", "-\n", "".join(parts))


def author_of(value: object) -> str:
    """A person's name; empty for the name of an account or a program."""
    name = one_line(value)
    return name if _NAME.fullmatch(name) and not _TOOLS.search(name) else ""
