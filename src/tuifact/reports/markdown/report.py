"""The Markdown report: what an editor reads, prints and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from tempfile import SpooledTemporaryFile

from tuifact.model.dossier import Dossier
from tuifact.reports.interface import ALL, ReportOptions
from tuifact.reports.markdown.closing import CHOSEN, history_section, method_section
from tuifact.reports.markdown.collection import Entry, collection_head
from tuifact.reports.markdown.escape import fold, heading
from tuifact.reports.markdown.frame import Frame
from tuifact.reports.markdown.marked import article_section
from tuifact.reports.markdown.overview import bars, bottom_line, front_matter, provenance, summary_table, tally_of
from tuifact.reports.markdown.sections import claim_section, unchecked_section

_IN_MEMORY = 1 << 20
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class MarkdownReport:
    """One article a document; several become one document with an index of them first."""

    format: str = "markdown"
    media_type: str = "text/markdown"
    suffix: str = ".md"

    def render(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[str]:
        """The report, some lines at a time."""
        waiting = iter(dossiers)
        leading = list(islice(waiting, 2))
        if len(leading) == 1:
            frame = Frame.of(leading[0], options)
            yield from ended(front_matter(frame))
            yield "\n"
            yield from ended(article_report(frame))
        else:
            yield from collection_report(chain(leading, waiting), options)


def article_report(frame: Frame) -> Iterator[str]:
    """The lines of the report on one article, from its title down."""
    yield frame.heading(0, heading(title_of(frame)))
    yield ""
    for part in (provenance(frame), bottom_line(frame)):
        if part:
            yield part
            yield ""
    if frame.dossier.claims:
        yield from bars(tally_of(frame.dossier.claims))
        yield ""
    if frame.shown:
        yield from claims_part(frame)
    yield from unchecked_section(frame)
    yield from method_section(frame)
    yield from history_section(frame)
    yield from article_section(frame)


def claims_part(frame: Frame) -> Iterator[str]:
    """The summary table and the sections it leads to."""
    yield frame.heading(1, "Summary")
    yield ""
    yield from summary_table(frame)
    yield ""
    yield frame.heading(1, "Claims")
    yield ""
    for claim in frame.shown:
        yield from claim_section(frame, claim)


def collection_report(dossiers: Iterable[Dossier], options: ReportOptions) -> Iterator[str]:
    """The report on several articles.

    Its index stands first and needs them all, so the articles wait in a temporary file: memory holds one at a time.
    """
    entries = []
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", errors="replace", newline="\n") as body:
        for number, dossier in enumerate(dossiers, 1):
            frame = Frame.of(dossier, options, number)
            entries.append(Entry(title_of(frame), dossier.summary, tally_of(dossier.claims)))
            body.write("\n")
            body.writelines(ended(article_report(frame)))
        yield from ended(collection_head(entries, options))
        body.seek(0)
        while piece := body.read(_PIECE):
            yield piece
    if entries:
        yield f"\n## Method\n\n{CHOSEN}\n"


def title_of(frame: Frame) -> str:
    """The heading of an article's report. Its first word keeps a title from taking the name of another section."""
    title = fold(frame.title)
    return f"{frame.number}. {title}" if frame.number else f"Fact-check: {title}"


def ended(lines: Iterable[str]) -> Iterator[str]:
    """Lines with their ends, without the empty one that parts would leave at the end of the document."""
    held = False
    for line in lines:
        if held:
            yield "\n"
        if not line:
            held = True
            continue
        held = False
        yield f"{line}\n"
