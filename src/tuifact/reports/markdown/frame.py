"""Where an article stands in the document: how deep its headings are and what its claims are called."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from tuifact.model.claim import Claim
from tuifact.model.dossier import Dossier
from tuifact.reports.interface import ALL, ReportOptions

_ANCHORED = frozenset(["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"])


@dataclass(frozen=True, slots=True)
class Frame:
    """One article of the report, with the numbers of its claims."""

    dossier: Dossier
    options: ReportOptions = ALL
    number: int = 0
    """Of the article in a report on several; 0 when it is alone."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Claim id to its place in reading order, counted from 1 over all claims, shown or not."""

    @classmethod
    def of(cls, dossier: Dossier, options: ReportOptions, number: int = 0) -> Frame:
        """The frame of an article."""
        numbers = {claim.id: place for place, claim in enumerate(dossier.claims, 1)}
        return cls(dossier, options, number, numbers)

    @property
    def title(self) -> str:
        """What the article goes by."""
        return self.dossier.summary.title or "Untitled article"

    @property
    def shown(self) -> tuple[Claim, ...]:
        """The claims in the report."""
        return self.options.claims_of(self.dossier)

    def heading(self, depth: int, text: str) -> str:
        """A heading `depth` levels below the title of the article (0 is the title itself)."""
        return "#" * (depth + (2 if self.number else 1)) + f" {text}"

    def claim_name(self, number: int) -> str:
        """What a claim's section is called; in a report on several articles the name says which one."""
        return f"Claim {self.number}-{number}" if self.number else f"Claim {number}"

    def link(self, text: str, number: int) -> str:
        """A link to a claim's section."""
        return f"[{text}](#{anchor(self.claim_name(number))})"


def anchor(heading: str) -> str:
    """The fragment GitHub gives a heading: lower case, hyphens for spaces, punctuation and symbols dropped.

    >>> anchor("Claim 2-14"), anchor("1. Who’s afraid?")
    ('claim-2-14', '1-whos-afraid')
    """
    kept = (one for one in heading.lower() if one in " -" or unicodedata.category(one) in _ANCHORED)
    return "".join(kept).replace(" ", "-")
