"""PDF: the words of its pages, lines joined to paragraphs where the page shows that they belong together."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from importlib.util import find_spec
from subprocess import DEVNULL, PIPE, CalledProcessError, TimeoutExpired, run
from typing import TYPE_CHECKING

from tuifact.model.original import Original
from tuifact.sources.facts import make_given, one_line
from tuifact.sources.forms import HTML
from tuifact.sources.interface import Refused, needs_extra, size_in_words
from tuifact.sources.pdf_lines import Line, Part, paragraphs_of, whole_lines

if TYPE_CHECKING:
    from tuifact.sources.pdf_pages import Told

MOST_PAGES = 5_000
"""Pages read of one document; more is an archive, no article."""

SECONDS = 60.0
"""The time a document may take; a thousand pages take some ten."""

READER = "pypdfium2"
"""The library that reads PDFs, which is an extra."""

_EDGE = 2
"""Lines at the top and at the bottom of a page that may be its head or foot."""

_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"[^\d@_\\]+ [^\d@_\\]+")
_TOOLS = re.compile(r"word|office|writer|acrobat|indesign|latex|admin|user", re.IGNORECASE)


def unfold_text(original: Original, parameters: Mapping[str, str], limit: int) -> Original:
    """The document as paragraphs of lines.

    Raises `Refused` when it is damaged, encrypted, or pictures of text, and when it is too large or takes too long.
    """
    told = read_document(original.data, original.source, limit)
    pages = [whole_lines(Line(*line) for line in page) for page in told["pages"]]
    found = paragraphs_of(list(drop_running_heads(pages)))
    if not any(part.text.strip() for part in found):
        raise Refused(original.source, "holds no text", "it is probably scanned: have its text recognised first")
    # As HTML, so that headings are told, and a `<` in the text is none of a page's.
    text = "\n".join(map(write_part, found))
    given = make_given(text, HTML, title=told["title"], byline=author_of(told["author"]))
    return replace(original, given=given)


def read_document(data: bytes, source: str, limit: int) -> Told:
    """What a process of its own reads in the document. Raises `Refused` as `unfold_text` does."""
    if find_spec(READER) is None:
        raise needs_extra(source, "PDF files", "pdf")
    # -P: a folder in which somebody works may hold modules of any name.
    command = [sys.executable, "-P", "-m", "tuifact.sources.pdf_pages", str(limit), str(MOST_PAGES)]
    try:
        ran = run(command, input=data, stdout=PIPE, stderr=DEVNULL, timeout=SECONDS, check=True)
        told: Told = json.loads(ran.stdout)
    except TimeoutExpired as error:
        reason = f"took longer than the {SECONDS:g} seconds a PDF may take to be read"
        raise Refused(source, reason, "print the pages that matter into a file of their own") from error
    except (CalledProcessError, ValueError) as error:
        raise Refused(source, "is damaged: no readable PDF") from error
    except OSError as error:
        raise Refused(source, f"cannot be read: {error.strerror or 'no process could be started'}") from error
    if failure := told.get("failure"):
        raise Refused(source, _reason(failure, told.get("count", 0), limit))
    return told


def _reason(failure: str, count: int, limit: int) -> str:
    reasons = {
        "password": "needs a password",
        "pages": f"has {count:,} pages, more than the {MOST_PAGES:,} a document may have",
        "size": f"unpacks to more than the {size_in_words(limit)} a document may have",
    }
    return reasons.get(failure, "is damaged: no readable PDF")


def write_part(part: Part) -> str:
    """A paragraph as an element; lines that stay lines keep their ends."""
    tag = "h2" if part.is_heading else "p"
    return f"<{tag}>{'<br>'.join(escape(part.text, quote=False).splitlines())}</{tag}>"


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


def author_of(value: object) -> str:
    """A person's name; empty for the name of an account or a program."""
    name = one_line(value)
    return name if _NAME.fullmatch(name) and not _TOOLS.search(name) else ""
