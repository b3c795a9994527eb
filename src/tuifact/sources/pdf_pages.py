"""The lines of a PDF's pages, read by a process of its own: `python -m tuifact.sources.pdf_pages LIMIT MOST_PAGES`.

The library that reads PDFs cannot be interrupted within a page, and a page of a few hundred bytes may keep it busy for
years. The document comes on standard input; what is in it goes to standard output as one object of JSON (`Told`).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from statistics import median
from typing import Any, TypedDict

MOST_MEMORY = 2 << 30
"""Bytes the process may ask for, where systems can hold it to that."""

MOST_SECONDS = 300
"""Of a processor, after which it ends by itself, should nobody wait for it any more."""


Placed = tuple[str, float, float, float, float, float]
"""A line; how far its first and its last letter are from the bottom of the page, in points (of words that a line's end
broke, pdfium makes one line of two); where it begins and ends from the left; and the height of its letters. Zeros where
the page does not say."""


SMALL = 0.8
"""Figures of less than this part of the height of a line's letters are raised or lowered."""

NOTE_MARK = re.compile(r"(?<=[.,;:!?”\"’)\]])\d{1,2}(?=\s|$)|(?<=[a-z]{4})\d{1,2}(?=[\s.,;:]|$)")
"""Where a note may be pointed to: behind a mark or a word. `m2` and `CO2` are none."""


class Told(TypedDict, total=False):
    """What there is to say of a document."""

    failure: str
    """`damaged`, `password`, `pages` or `size`; the other keys are not there then, but for `count`."""
    count: int
    """Its pages."""
    title: str
    author: str
    pages: list[list[Placed]]
    """The lines of each page that are not blank."""


def read_document(data: bytes, limit: int, most_pages: int) -> Told:
    """What is in a document, of at most so many bytes of text and so many pages."""
    pypdfium2 = import_module("pypdfium2")
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            if len(document) > most_pages:
                return {"failure": "pages", "count": len(document)}
            pages = read_pages(document, limit)
            told = document.get_metadata_dict()
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError) as error:
        return {"failure": "password" if "password" in str(error).lower() else "damaged"}
    if pages is None:
        return {"failure": "size"}
    return {"pages": pages, "title": str(told.get("Title") or ""), "author": str(told.get("Author") or "")}


def read_pages(document: Any, limit: int) -> list[list[Placed]] | None:  # noqa: ANN401 (an extra)
    """The lines of each page; None when they are more than so many characters."""
    pages: list[list[Placed]] = []
    size = 0
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        pages.append(list(read_lines(words)))
        words.close()
        page.close()
        size += sum(len(text) for text, *_ in pages[-1])
        if size > limit:
            return None
    return pages


def read_lines(words: Any) -> Iterator[Placed]:  # noqa: ANN401 (a page's text in pypdfium2)
    """The lines of a page that are not blank, with the places of their first and last letters."""
    at, count = 0, words.count_chars()
    # Not by `splitlines`: pdfium marks a broken word with U+0002 and ends lines with CR LF only.
    for text in words.get_text_range(errors="replace").split("\r\n"):
        first, last = at + len(text) - len(text.lstrip()), at + len(text.rstrip()) - 1
        if text.strip():
            left, bottom, _, _ = words.get_charbox(first, loose=True) if first < count else (0.0,) * 4
            _, end, right, _ = words.get_charbox(last, loose=True) if last < count else (0.0,) * 4
            height = median(height_of(words, place) for place in (first, (first + last) // 2, last))
            yield without_marks(words, text, at, height).strip(), bottom, end, left, right, height
        at += len(text) + 2


def height_of(words: Any, place: int) -> float:  # noqa: ANN401 (a page's text in pypdfium2)
    """The height of a letter's loose box, which is about that of its font, whatever the letter."""
    if not 0 <= place < words.count_chars():
        return 0.0
    _, bottom, _, top = words.get_charbox(place, loose=True)
    return float(top - bottom)


def without_marks(words: Any, text: str, at: int, height: float) -> str:  # noqa: ANN401 (a page's text in pypdfium2)
    """A line without the small figures that point to notes: they would be read as figures of the text."""

    def keep(match: re.Match[str]) -> str:
        return "" if 0 < height_of(words, at + match.start()) < SMALL * height else match[0]

    return NOTE_MARK.sub(keep, text)


def limit_process() -> None:
    """Take no more of the machine than a document can need, where the system has such limits."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, MOST_SECONDS)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def main() -> None:
    """Read what comes on standard input."""
    limit_process()
    told = read_document(sys.stdin.buffer.read(), *map(int, sys.argv[1:3]))
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
