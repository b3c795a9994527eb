"""The two forms: which library each needs, and the blocks of one article or of several."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence

from tuifact.errors import ReportError
from tuifact.model.dossier import Dossier
from tuifact.model.verdict import Status
from tuifact.reports.content.article import article_content
from tuifact.reports.content.collection import TITLE, Entry, one_or_several, standing
from tuifact.reports.content.method import CHOSEN, scale_sentence
from tuifact.reports.interface import ALL, Report, ReportOptions
from tuifact.reports.office.blocks import Block, Run, heading, runs, text
from tuifact.reports.office.outline import outline
from tuifact.reports.words import count_of

HINT = "pip install 'tuifact[office]'"


class OfficeReport(Report):
    """A form that is made in memory, by a library that is not always there."""

    def pieces(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[bytes]:
        """The document. Raises `ReportError` naming the extra when its library is not installed."""
        title, day, blocks = _document(dossiers, options)
        try:
            yield self._made(title, day, blocks)
        except ImportError as error:
            raise ReportError(f"reports in {self.format} need the extra office", HINT) from error

    @abstractmethod
    def _made(self, title: str, day: str, blocks: Sequence[Block]) -> bytes:
        """The document of this title; `day` is that of the last decision (ISO 8601): nothing in it is newer."""


class DocxReport(OfficeReport):
    """A document for word processors."""

    format = "docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    suffix = ".docx"

    def _made(self, title: str, day: str, blocks: Sequence[Block]) -> bytes:
        from tuifact.reports.office.docx import write_docx

        return write_docx(title, day, blocks)

    def faults(self, data: bytes) -> Iterator[str]:
        """What in the file cannot be opened."""
        from tuifact.reports.office.docx import docx_faults

        return docx_faults(data)


class PdfReport(OfficeReport):
    """Pages that look the same everywhere, tagged for screen readers."""

    format = "pdf"
    media_type = "application/pdf"
    suffix = ".pdf"

    def _made(self, title: str, day: str, blocks: Sequence[Block]) -> bytes:
        from tuifact.reports.office.pdf import write_pdf

        return write_pdf(title, day, blocks)

    def faults(self, data: bytes) -> Iterator[str]:
        """What in the file is not as a PDF begins and ends."""
        if not data.startswith(b"%PDF-") or not data.rstrip().endswith(b"%%EOF"):
            yield "it is no whole PDF"


def _document(dossiers: Iterable[Dossier], options: ReportOptions) -> tuple[str, str, list[Block]]:
    one, several = one_or_several(dossiers)
    if one is None:
        return _collection(several, options)
    content = article_content(one, options)
    return f"Fact-check: {content.title}", _last_day(one), list(outline(content))


def _collection(dossiers: Iterable[Dossier], options: ReportOptions) -> tuple[str, str, list[Block]]:
    entries, days, body = [], [""], []
    for number, dossier in enumerate(dossiers, 1):
        content = article_content(dossier, options, number)
        anchor = f"article-{number}-title"
        entries.append(Entry(content.title, content.summary.byline, content.tally, f"#{anchor}"))
        days.append(_last_day(dossier))
        label, title, *rest = outline(content)
        body += [label, Block("heading", title.runs, level=2, anchor=anchor), *rest]
    head = [heading(1, TITLE), text(standing(entries, options), look="lead")]
    if entries:
        head.append(_index(entries))
        body.append(heading(2, "Method"))
        body += [text(said) for said in (CHOSEN, scale_sentence(options.ratings)) if said]
    return TITLE, max(days), [*head, *body]


def _index(entries: Sequence[Entry]) -> Block:
    rows = tuple(
        (
            runs([Run(" ".join(entry.name.split()), link=entry.target)]),
            runs([entry.byline]),
            *(runs([f"{status.glyph} {count_of(entry.tally, status):,}"]) for status in Status),
        )
        for entry in entries
    )
    heads = ("Article", "By", *(status.value.capitalize() for status in Status))
    return Block("table", heads=heads, rows=rows, shares=(40, 21, 13, 13, 13))


def _last_day(dossier: Dossier) -> str:
    times = [event.at for event in dossier.history] + [claim.at for claim in dossier.claims]
    days = [at[:10] for at in times if len(at) >= 10 and at[:4].isdigit()]
    return max(days, default=dossier.article.original.received[:10])
