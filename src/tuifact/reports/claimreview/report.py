"""ClaimReview as JSON-LD: a bundle, or a file a claim."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import ClassVar

from tuifact.model.dossier import Dossier
from tuifact.model.record import Record
from tuifact.reports.claimreview.documents import CONTEXT, article_address, numbered_reviews, page_of, reviews
from tuifact.reports.claimreview.rules import document_faults
from tuifact.reports.content.collection import one_or_several
from tuifact.reports.interface import ALL, Gap, Index, ReportOptions, TextReport, file_name
from tuifact.reports.records import indented

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(17))
_UNSAFE = re.compile(f"[<>&\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff{_NONCHARACTERS}]")
_PIECE = 1 << 16


class ClaimReviewReport(TextReport):
    """One JSON-LD document: `{"@context": "https://schema.org", "@graph": [ClaimReview …]}`; checked claims only."""

    format = "claimreview"
    media_type = "application/ld+json"
    suffix = ".jsonld"
    always_indexed: ClassVar[bool] = True

    def render(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[str]:
        """The bundle, a claim at a time."""
        one, several = one_or_several(dossiers)
        pairs = [(0, one)] if one else enumerate(several, 1)
        yield from bundle(review for number, dossier in pairs for review in reviews(dossier, options, number))

    def files(self, dossier: Dossier, options: ReportOptions = ALL) -> Iterator[tuple[str, Iterator[bytes]]]:
        """A file a checked claim."""
        for number, review in numbered_reviews(dossier, options):
            text = f"{encode({'@context': CONTEXT, **review})}\n"
            yield f"{file_name(dossier)}-claim-{number}{self.suffix}", iter([text.encode()])

    def index(self, options: ReportOptions = ALL) -> Bundle:
        """All of them in one document."""
        return Bundle(options)

    def gaps(self, dossier: Dossier, options: ReportOptions = ALL) -> Iterator[Gap]:
        """What the documents lack that others expect."""
        yield from gaps(dossier, options)

    def faults(self, data: bytes) -> Iterator[str]:
        """What in the file is no valid ClaimReview."""
        yield from document_faults(json.loads(data))


class Bundle(Index):
    """What stands in the single files, once more in one. It waits on disk."""

    name = "claimreviews.jsonld"

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._waiting = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed when it is read
        self._empty = True

    def add(self, dossier: Dossier, file: str) -> None:
        """Add the documents of an article."""
        for review in reviews(dossier, self._options):
            self._waiting.write(_item(review, self._empty))
            self._empty = False

    def pieces(self) -> Iterator[bytes]:
        """The bundle."""
        with self._waiting as waiting:
            yield _START.encode()
            waiting.seek(0)
            while piece := waiting.read(_PIECE):
                yield piece.encode()
            yield _end(self._empty).encode()


_START = f'{{\n  "@context": "{CONTEXT}",\n  "@graph": ['


def bundle(documents: Iterable[Record]) -> Iterator[str]:
    """One document of many."""
    empty = True
    yield _START
    for review in documents:
        yield _item(review, empty)
        empty = False
    yield _end(empty)


def script(documents: Sequence[Record]) -> str:
    """The documents as a page has them; nothing when there are none."""
    if not documents:
        return ""
    return f'<script type="application/ld+json">\n{"".join(bundle(documents))}</script>\n'


def encode(record: Record) -> str:
    """The record as JSON that ends no script and moves no cursor, whatever is in it."""
    return _UNSAFE.sub(_escaped, indented(record))


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def gaps(dossier: Dossier, options: ReportOptions) -> Iterator[Gap]:
    """What a ClaimReview of this article cannot say, and what would supply it; nothing when it has none."""
    if not reviews(dossier, options):
        return
    if not page_of(dossier, options):
        yield Gap("the url of the check, where it will be read", "--url, or the setting report_url")
    if not options.publisher.strip():
        yield Gap("the publisher of the check", "--publisher, or the setting publisher")
    elif not options.publisher_url:
        yield Gap("the publisher’s address", "the setting publisher_url")
    if not article_address(dossier):
        yield Gap("the address of the article", "import it from its link", dossier.summary.title)


def _item(review: Record, first: bool) -> str:
    return f"{'' if first else ','}\n    " + encode(review).replace("\n", "\n    ")


def _end(empty: bool) -> str:
    return "]\n}\n" if empty else "\n  ]\n}\n"
