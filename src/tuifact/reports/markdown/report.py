"""The Markdown report: what an editor reads, prints and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tuifact.model.dossier import Dossier
from tuifact.reports.content.article import article_content
from tuifact.reports.content.collection import Entry, EntryIndex, headed, one_or_several
from tuifact.reports.content.method import CHOSEN, scale_sentence
from tuifact.reports.interface import ALL, ReportOptions, TextReport
from tuifact.reports.markdown.closing import (
    corrections_section,
    log_section,
    method_section,
    questions_section,
    sources_section,
)
from tuifact.reports.markdown.collection import collection_head
from tuifact.reports.markdown.escape import fold, heading, inline
from tuifact.reports.markdown.faults import document_faults
from tuifact.reports.markdown.frame import Frame, anchor
from tuifact.reports.markdown.marked import article_section
from tuifact.reports.markdown.overview import bottom_line, front_matter, provenance, summary_section
from tuifact.reports.markdown.sections import claim_section, unchecked_section


class MarkdownReport(TextReport):
    """One article a document; several become one document with an index of them first."""

    format = "markdown"
    media_type = "text/markdown"
    suffix = ".md"

    def render(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[str]:
        """The report, some lines at a time."""
        one, several = one_or_several(dossiers)
        if one is None:
            yield from collection_report(several, options)
            return
        frame = Frame(article_content(one, options))
        yield from ended(front_matter(frame.content))
        yield "\n"
        yield from ended(article_report(frame))

    def faults(self, data: bytes) -> Iterator[str]:
        """What in the document is missing or leads nowhere."""
        yield from document_faults(data)

    def index(self, options: ReportOptions = ALL) -> EntryIndex:
        """A page that leads to the reports beside it."""
        return EntryIndex("index.md", lambda entries: ended(collection_head(entries, options)))


def article_report(frame: Frame) -> Iterator[str]:
    """The lines of the report on one article, from its title down."""
    yield frame.heading(0, heading(title_of(frame)))
    yield ""
    if origin := provenance(frame.content):
        yield origin
        yield ""
    yield from bottom_line(frame.content)
    if frame.content.claims:
        yield from summary_section(frame)
        yield frame.heading(1, "Claims")
        yield ""
        for claim in frame.content.claims:
            yield from claim_section(frame, claim)
    sections = unchecked_section, corrections_section, sources_section, questions_section
    for section in (*sections, method_section, log_section, article_section):
        yield from section(frame)


def collection_report(dossiers: Iterable[Dossier], options: ReportOptions) -> Iterator[str]:
    """The report on several articles."""
    entries: list[Entry] = []

    def articles() -> Iterator[str]:
        for number, dossier in enumerate(dossiers, 1):
            frame = Frame(article_content(dossier, options, number))
            title, content = title_of(frame), frame.content
            entries.append(Entry(title, content.summary.byline, content.tally, f"#{anchor(title)}"))
            yield "\n"
            yield from ended(article_report(frame))

    yield from headed(articles(), lambda: ended(collection_head(entries, options)))
    if entries:
        yield f"\n## Method\n\n{CHOSEN}\n"
        if scale := scale_sentence(options.ratings):
            yield f"\n{inline(scale)}\n"


def title_of(frame: Frame) -> str:
    """The heading of an article's report. Its first word keeps a title from taking the name of another section."""
    title = fold(frame.content.title)
    return f"Fact-check: {title}" if frame.alone else f"{frame.content.number}. {title}"


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
