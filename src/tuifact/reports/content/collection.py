"""Several articles: what stands before them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from tuifact.model.dossier import Dossier
from tuifact.model.verdict import Status, Tally
from tuifact.reports.content.overview import counts
from tuifact.reports.interface import ReportOptions
from tuifact.reports.words import counted, listing

TITLE = "Fact-check report"
"""What a report on several articles is called."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the index: all that is kept of it when its report is written."""

    name: str
    byline: str
    tally: Tally
    target: str
    """Where its report is: a fragment of the same document, or a file beside it, as a link has it."""


def entry_beside(dossier: Dossier, file: str) -> Entry:
    """The entry of an article whose report is in a file beside the index."""
    summary, tally = dossier.summary, Tally.of(claim.status for claim in dossier.claims)
    return Entry(summary.title or "Untitled article", summary.byline, tally, quote(file))


def standing(entries: Sequence[Entry], options: ReportOptions) -> str:
    """How many articles, and how their claims stand."""
    tally = total(entries)
    claims = counts(tally) if tally.total else "No claims were found."
    said = f"This report is on {counted(len(entries), 'article')}. {claims}"
    if options.statuses:
        wanted = listing([status.value for status in Status if status in options.statuses])
        said += f" It shows {wanted} claims only."
    return said


def total(entries: Sequence[Entry]) -> Tally:
    """How the claims of all articles stand."""
    return Tally.sum(entry.tally for entry in entries)
