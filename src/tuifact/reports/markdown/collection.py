"""The top of a report on several articles: front matter, the whole tally, an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tuifact.model.article import ArticleSummary
from tuifact.model.verdict import Status, Tally
from tuifact.reports.interface import ReportOptions
from tuifact.reports.markdown.escape import inline, yaml_text
from tuifact.reports.markdown.frame import anchor
from tuifact.reports.markdown.overview import bars, count_of, counts, tally_fields
from tuifact.reports.markdown.table import table
from tuifact.reports.markdown.words import counted, listing, verdict

TITLE = "Fact-check report"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the index."""

    heading: str
    """Of its report, as text: its number and its title."""
    summary: ArticleSummary
    tally: Tally


def collection_head(entries: Sequence[Entry], options: ReportOptions) -> Iterator[str]:
    """The lines before the first article."""
    tally = total(entry.tally for entry in entries)
    yield "---"
    yield f"title: {yaml_text(TITLE)}"
    yield f"articles: {len(entries)}"
    yield from tally_fields(tally)
    yield ""
    yield f"# {TITLE}"
    yield ""
    yield standing(len(entries), tally, options)
    yield ""
    yield from bars(tally)
    yield ""
    if entries:
        yield from index(entries)
        yield ""


def standing(articles: int, tally: Tally, options: ReportOptions) -> str:
    """How many articles, and how their claims stand."""
    claims = counts(tally) if tally.total else "No claims were found."
    said = f"This report is on {counted(articles, 'article')}. {claims}"
    if options.statuses:
        wanted = listing([status.value for status in Status if status in options.statuses])
        said += f" It shows {wanted} claims only."
    return said


def index(entries: Sequence[Entry]) -> Iterator[str]:
    """A row an article, which leads to its report."""
    heads = ("Article", "By", *(verdict(status) for status in Status))
    rows = [
        (
            f"[{inline(entry.heading)}](#{anchor(entry.heading)})",
            inline(entry.summary.byline),
            *(f"{count_of(entry.tally, status):,}" for status in Status),
        )
        for entry in entries
    ]
    return table(heads, ("left", "left", "right", "right", "right"), rows)


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    whole = Tally()
    for one in tallies:
        whole = Tally(whole.verified + one.verified, whole.disputed + one.disputed, whole.unverified + one.unverified)
    return whole
