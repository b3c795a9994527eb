"""What every format promises, and what can be asked of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from tuifact.model.claim import Claim
from tuifact.model.dossier import Dossier
from tuifact.model.verdict import RATINGS, Event, Rating, Status
from tuifact.reports.names import safe_name

SCHEMA = 1
"""Version of the shape of reports; it grows when a field is renamed or dropped."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What goes into a report."""

    statuses: tuple[Status, ...] = ()
    """Only claims of these statuses; empty means all. A report says what it leaves out."""
    internal: bool = False
    """Whether internal notes go along. Never by default: a report is made to be passed on."""
    url: str = ""
    """Where the report will be read; one that ends in `/` is a folder with a page an article."""
    publisher: str = ""
    """Who publishes it."""
    publisher_url: str = ""
    ratings: tuple[Rating, ...] = RATINGS
    """The project's scale."""

    def shows(self, claim: Claim) -> bool:
        """Whether this claim is in the report."""
        return not self.statuses or claim.status in self.statuses

    def claims_of(self, dossier: Dossier) -> tuple[Claim, ...]:
        """The claims in the report, in reading order."""
        return tuple(filter(self.shows, dossier.claims))

    def history_of(self, dossier: Dossier) -> tuple[Event, ...]:
        """The entries of the record that concern them; all of it when all claims are shown."""
        if not self.statuses:
            return dossier.history
        shown = {claim.id for claim in self.claims_of(dossier)}
        return tuple(event for event in dossier.history if event.claim in shown)


ALL = ReportOptions()
"""Everything that may be published."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that others expect in a report and that nobody supplied."""

    missing: str
    remedy: str
    """What supplies it: an option, a setting."""
    article: str = ""
    """The title of the article it is missing for; empty when it is missing for all."""

    def __str__(self) -> str:
        return f"missing: {self.missing} ({self.remedy})"


class Report(ABC):
    """One format. The same dossiers give the same bytes, whenever and wherever."""

    format: str
    """Its name on the command line."""
    media_type: str
    suffix: str
    """Of files that hold it, with the dot."""

    always_indexed: ClassVar[bool] = False
    """Whether the index stands in a folder without being asked for."""

    @abstractmethod
    def pieces(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[bytes]:
        """The report on these articles piece by piece, as it is to stand in a file."""

    def gaps(self, dossier: Dossier, options: ReportOptions = ALL) -> Iterator[Gap]:
        """What the report on this article cannot say for want of a setting."""
        return iter(())

    def faults(self, data: bytes) -> Iterator[str]:
        """What is wrong with a report as it was written, a line each; nothing when all is well."""
        return iter(())

    def files(self, dossier: Dossier, options: ReportOptions = ALL) -> Iterator[tuple[str, Iterator[bytes]]]:
        """The files that one article becomes in a folder, each with its name."""
        yield file_name(dossier) + self.suffix, self.pieces([dossier], options)

    def index(self, options: ReportOptions = ALL) -> Index | None:
        """What stands beside many articles in a folder; None when the form has no such page."""
        return None


class TextReport(Report):
    """A format that is text."""

    @abstractmethod
    def render(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[str]:
        """The report piece by piece; of the dossiers, each is asked for once and let go before the next but one."""

    def pieces(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[bytes]:
        """The same in UTF-8; half a character, which a note can bring in, becomes a question mark."""
        return (piece.encode("utf-8", "replace") for piece in self.render(dossiers, options))


class Index(ABC):
    """A page on all articles in a folder. It is told of each as it is written, and keeps a line of it."""

    name: str
    """Of its file."""

    @abstractmethod
    def add(self, dossier: Dossier, file: str) -> None:
        """An article's report has been written to this file beside it."""

    @abstractmethod
    def pieces(self) -> Iterator[bytes]:
        """The page, when all have been told."""


def file_name(dossier: Dossier) -> str:
    """The name of an article's file, without its ending."""
    return safe_name(dossier.summary.title, dossier.summary.id)
