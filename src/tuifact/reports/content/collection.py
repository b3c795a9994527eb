"""Several articles: what stands before them all, in one document or beside theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from tempfile import SpooledTemporaryFile
from urllib.parse import quote

from tuifact.model.dossier import Dossier
from tuifact.model.verdict import Status, Tally
from tuifact.reports.content.overview import counts
from tuifact.reports.interface import Index, ReportOptions
from tuifact.reports.words import counted, listing

TITLE = "Fact-check report"
"""What a report on several articles is called."""

_IN_MEMORY = 1 << 20
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the index: all that is kept of it when its report is written."""

    name: str
    byline: str
    tally: Tally
    target: str
    """Where its report is: a fragment of the same document, or a file beside it, as a link has it."""


class EntryIndex(Index):
    """The list of articles, each with how its check stands."""

    def __init__(self, name: str, page: Callable[[Sequence[Entry]], Iterable[str]]) -> None:
        """`page` makes it of the entries."""
        self.name = name
        self._page = page
        self._entries: list[Entry] = []

    def add(self, dossier: Dossier, file: str) -> None:
        """Keep a line of it."""
        summary, tally = dossier.summary, Tally.of(claim.status for claim in dossier.claims)
        self._entries.append(Entry(summary.title or "Untitled article", summary.byline, tally, quote(file)))

    def pieces(self) -> Iterator[bytes]:
        """The page."""
        return (piece.encode("utf-8", "replace") for piece in self._page(self._entries))


def one_or_several(dossiers: Iterable[Dossier]) -> tuple[Dossier | None, Iterator[Dossier]]:
    """The dossier when it is the only one, else None and all of them."""
    waiting = iter(dossiers)
    leading = list(islice(waiting, 2))
    return (leading[0], iter(())) if len(leading) == 1 else (None, chain(leading, waiting))


def headed(parts: Iterable[str], head: Callable[[], Iterable[str]]) -> Iterator[str]:
    """The head, which is asked for when all parts are made, and then the parts.

    The index stands first and needs all articles, so they wait in a temporary file: memory holds one at a time.
    """
    with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", errors="replace", newline="\n") as body:
        body.writelines(parts)
        yield from head()
        body.seek(0)
        while piece := body.read(_PIECE):
            yield piece


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
