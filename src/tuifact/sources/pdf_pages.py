"""The lines of a PDF's pages, read by a process of its own: `python -m tuifact.sources.pdf_pages LIMIT MOST_PAGES`.

The library that reads PDFs cannot be interrupted within a page, and a page of a few hundred bytes may keep it busy for
years. The document comes on standard input; what is in it goes to standard output as one object of JSON (`Told`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any, TypedDict

MOST_MEMORY = 2 << 30
"""Bytes the process may ask for, where systems can hold it to that."""

MOST_SECONDS = 300
"""Of a processor, after which it ends by itself, should nobody wait for it any more."""


class Told(TypedDict, total=False):
    """What there is to say of a document."""

    failure: str
    """`damaged`, `password`, `pages` or `size`; the other keys are not there then, but for `count`."""
    count: int
    """Its pages."""
    title: str
    author: str
    pages: list[list[tuple[str, float, float]]]
    """The lines of each page that are not blank, each with the places of its last letter: points from the bottom, and
    from the left."""


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


def read_pages(document: Any, limit: int) -> list[list[tuple[str, float, float]]] | None:  # noqa: ANN401 (an extra)
    """The lines of each page; None when they are more than so many characters."""
    pages: list[list[tuple[str, float, float]]] = []
    size = 0
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        pages.append(list(read_lines(words)))
        words.close()
        page.close()
        size += sum(len(text) for text, _, _ in pages[-1])
        if size > limit:
            return None
    return pages


def read_lines(words: Any) -> Iterator[tuple[str, float, float]]:  # noqa: ANN401 (a page's text in pypdfium2)
    """The lines of a page that are not blank, with the places of their last letters."""
    at = 0
    # Not by `splitlines`: pdfium marks a broken word with U+0002 and ends lines with CR LF only.
    for text in words.get_text_range(errors="replace").split("\r\n"):
        last = at + len(text.rstrip()) - 1
        if text.strip():
            _, bottom, right, _ = words.get_charbox(last) if 0 <= last < words.count_chars() else (0.0, 0.0, 0.0, 0.0)
            yield text.strip(), bottom, right
        at += len(text) + 2


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
