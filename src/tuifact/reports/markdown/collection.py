"""The top of a report on several articles: front matter, the whole tally, an index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuifact.model.verdict import Status
from tuifact.reports.content.collection import TITLE, Entry, standing, total
from tuifact.reports.interface import ReportOptions
from tuifact.reports.markdown.escape import inline, yaml_text
from tuifact.reports.markdown.overview import bars, tally_fields
from tuifact.reports.markdown.table import table
from tuifact.reports.words import count_of, verdict


def collection_head(entries: Sequence[Entry], options: ReportOptions) -> Iterator[str]:
    """The lines before the first article; those of an index page are all there is."""
    tally = total(entries)
    yield "---"
    yield f"title: {yaml_text(TITLE)}"
    yield f"articles: {len(entries)}"
    yield from tally_fields(tally)
    yield ""
    yield f"# {TITLE}"
    yield ""
    yield standing(entries, options)
    yield ""
    yield from bars(tally)
    yield ""
    if entries:
        yield from index(entries)
        yield ""


def index(entries: Sequence[Entry]) -> Iterator[str]:
    """A row an article, which leads to its report."""
    heads = ("Article", "By", *(verdict(status) for status in Status))
    rows = [
        (
            f"[{inline(entry.name)}]({entry.target})",
            inline(entry.byline),
            *(f"{count_of(entry.tally, status):,}" for status in Status),
        )
        for entry in entries
    ]
    return table(heads, ("left", "left", "right", "right", "right"), rows)
