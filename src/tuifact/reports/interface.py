"""What every format promises, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from tuifact.model.claim import Claim
from tuifact.model.dossier import Dossier
from tuifact.model.verdict import Event, Status

SCHEMA = 1
"""Version of the shape of reports; it grows when a field is renamed or dropped."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What goes into a report."""

    statuses: tuple[Status, ...] = ()
    """Only claims of these statuses; empty means all. A report says what it leaves out."""
    internal: bool = False
    """Whether internal notes go along. Never by default: a report is made to be passed on."""

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


class Report(Protocol):
    """One format. The same dossiers give the same text, whenever and wherever."""

    @property
    def format(self) -> str:
        """Its name on the command line."""
        ...

    @property
    def media_type(self) -> str:
        """What the text is, for whoever serves it."""
        ...

    @property
    def suffix(self) -> str:
        """Of files that hold it, with the dot."""
        ...

    def render(self, dossiers: Iterable[Dossier], options: ReportOptions = ALL) -> Iterator[str]:
        """The report piece by piece; of the dossiers, each is asked for once and let go before the next but one."""
        ...
