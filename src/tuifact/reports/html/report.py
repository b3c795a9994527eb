"""The HTML report: what readers, editors and archives open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from tempfile import SpooledTemporaryFile

from tuifact.model.dossier import Dossier
from tuifact.model.verdict import Status
from tuifact.reports.claimreview.documents import page_of, reviews
from tuifact.reports.claimreview.report import gaps, script
from tuifact.reports.content.article import article_content
from tuifact.reports.content.collection import TITLE, Entry, entry_beside, standing, total
from tuifact.reports.content.method import CHOSEN, scale_sentence
from tuifact.reports.html.closing import (
    article_section,
    corrections_section,
    log_section,
    method_section,
    questions_section,
    sources_section,
    table,
)
from tuifact.reports.html.faults import page_faults
from tuifact.reports.html.frame import Frame
from tuifact.reports.html.markup import Markup, element, link
from tuifact.reports.html.overview import bottom_line, glyph, masthead, summary_table, tally_bar
from tuifact.reports.html.page import heading, page_end, page_start, section
from tuifact.reports.html.sections import claim_card, unchecked_section
from tuifact.reports.interface import ALL, Gap, Index, ReportOptions, TextReport
from tuifact.reports.words import count_of

_IN_MEMORY = 1 << 20
_PIECE = 1 << 16


class HtmlReport(TextReport):
    """One page an article; several become one page with an index of them first."""

    format = "html"
    media_type = "text/html"
    suffix = ".html"

    def render(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[str]:
        """The page, a part at a time."""
        waiting = iter(dossiers)
        leading = list(islice(waiting, 2))
        if len(leading) == 1:
            frame = Frame(article_content(leading[0], options))
            yield from page_start(f"Fact-check: {frame.content.title}", page_of(leading[0], options))
            yield from article_report(frame)
            yield script(reviews(leading[0], options))
            yield from page_end()
        else:
            yield from collection_report(chain(leading, waiting), options)

    def gaps(self, dossier: Dossier, options: ReportOptions = ALL) -> Iterator[Gap]:
        """What the ClaimReview in the page lacks."""
        yield from gaps(dossier, options)

    def faults(self, data: bytes) -> Iterator[str]:
        """What in the page does not hold together, or acts."""
        yield from page_faults(data)

    def index(self, options: ReportOptions = ALL) -> HtmlIndex:
        """A page that leads to the reports beside it."""
        return HtmlIndex(options)


class HtmlIndex(Index):
    """The list of articles, each with how its check stands."""

    name = "index.html"

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._entries: list[Entry] = []

    def add(self, dossier: Dossier, file: str) -> None:
        """Keep a line of it."""
        self._entries.append(entry_beside(dossier, file))

    def pieces(self) -> Iterator[bytes]:
        """The page."""
        parts = chain(page_start(TITLE), collection_head(self._entries, self._options), page_end())
        return (piece.encode("utf-8", "replace") for piece in parts)


def article_report(frame: Frame) -> Iterator[str]:
    """The parts of the report on one article, from its title down."""
    yield masthead(frame) + "\n"
    yield bottom_line(frame) + "\n"
    if frame.content.claims:
        level = frame.level + 1
        yield section(frame.id("summary"), level, "Summary", summary_table(frame)) + "\n"
        name = frame.id("claims")
        yield f'<section id="{name}" aria-labelledby="{name}-title">\n'
        yield heading(level, "Claims", id=f"{name}-title") + "\n"
        for claim in frame.content.claims:
            yield claim_card(frame, claim) + "\n"
        yield "</section>\n"
    closing = corrections_section, sources_section, questions_section, method_section, log_section, article_section
    for part in (unchecked_section, *closing):
        if made := part(frame):
            yield made + "\n"


def collection_report(dossiers: Iterable[Dossier], options: ReportOptions) -> Iterator[str]:
    """The page on several articles.

    Its index stands first and needs them all, so the articles wait in a temporary file: memory holds one at a time.
    """
    entries = []
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", errors="replace", newline="\n") as body:
        for number, dossier in enumerate(dossiers, 1):
            frame = Frame(article_content(dossier, options, number))
            content, name = frame.content, frame.id("title")
            entries.append(Entry(content.title, content.summary.byline, content.tally, f"#{name}"))
            body.write(f'<article class="one" aria-labelledby="{name}">\n')
            body.writelines(article_report(frame))
            body.write(f"{script(reviews(dossier, options, number))}</article>\n")
        yield from page_start(TITLE)
        yield from collection_head(entries, options)
        body.seek(0)
        while piece := body.read(_PIECE):
            yield piece
    if entries:
        said = [element("p", one) for one in (CHOSEN, scale_sentence(options.ratings)) if one]
        yield section("method", 2, "Method", *said) + "\n"
    yield from page_end()


def collection_head(entries: list[Entry], options: ReportOptions) -> Iterator[str]:
    """What stands before the articles: how all of it stands, and the way to each."""
    yield element("header", heading(1, TITLE), class_="masthead") + "\n"
    yield element("p", standing(entries, options), class_="lead") + "\n"
    if bar := tally_bar(total(entries)):
        yield bar + "\n"
    if entries:
        heads = ("Article", "By", *(status.value.capitalize() for status in Status))
        yield table(heads, [_row(entry) for entry in entries]) + "\n"


def _row(entry: Entry) -> Markup:
    counts = (
        element("td", glyph(status.glyph), f" {count_of(entry.tally, status):,}", class_=f"number {status.value}")
        for status in Status
    )
    return element("tr", element("td", link(entry.target, entry.name)), element("td", entry.byline), *counts)
