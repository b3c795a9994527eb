"""The HTML report: what readers, editors and archives open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from tuifact.model.dossier import Dossier
from tuifact.model.verdict import Status
from tuifact.reports.claimreview.documents import page_of, reviews
from tuifact.reports.claimreview.report import gaps, script
from tuifact.reports.content.article import article_content
from tuifact.reports.content.collection import TITLE, Entry, EntryIndex, headed, one_or_several, standing, total
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
from tuifact.reports.interface import ALL, Gap, ReportOptions, TextReport
from tuifact.reports.words import count_of


class HtmlReport(TextReport):
    """One page an article; several become one page with an index of them first."""

    format = "html"
    media_type = "text/html"
    suffix = ".html"

    def render(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[str]:
        """The page, a part at a time."""
        one, several = one_or_several(dossiers)
        if one is None:
            yield from collection_report(several, options)
            return
        frame = Frame(article_content(one, options))
        yield from page_start(f"Fact-check: {frame.content.title}", page_of(one, options))
        yield from article_report(frame)
        yield script(reviews(one, options))
        yield from page_end()

    def gaps(self, dossier: Dossier, options: ReportOptions = ALL) -> Iterator[Gap]:
        """What the ClaimReview in the page lacks."""
        yield from gaps(dossier, options)

    def faults(self, data: bytes) -> Iterator[str]:
        """What in the page does not hold together, or acts."""
        yield from page_faults(data)

    def index(self, options: ReportOptions = ALL) -> EntryIndex:
        """A page that leads to the reports beside it."""

        def page(entries: Sequence[Entry]) -> Iterator[str]:
            return chain(page_start(TITLE), collection_head(entries, options), page_end())

        return EntryIndex("index.html", page)


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
    """The page on several articles."""
    entries: list[Entry] = []

    def articles() -> Iterator[str]:
        for number, dossier in enumerate(dossiers, 1):
            frame = Frame(article_content(dossier, options, number))
            content, name = frame.content, frame.id("title")
            entries.append(Entry(content.title, content.summary.byline, content.tally, f"#{name}"))
            yield f'<article class="one" aria-labelledby="{name}">\n'
            yield from article_report(frame)
            yield f"{script(reviews(dossier, options, number))}</article>\n"

    yield from headed(articles(), lambda: chain(page_start(TITLE), collection_head(entries, options)))
    if entries:
        said = [element("p", one) for one in (CHOSEN, scale_sentence(options.ratings)) if one]
        yield section("method", 2, "Method", *said) + "\n"
    yield from page_end()


def collection_head(entries: Sequence[Entry], options: ReportOptions) -> Iterator[str]:
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
