"""The second pair of eyes: signatures, open questions, and what the sourcing rules find."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Signature:
    """A reviewer's sign-off of a claim, bound to what was decided; `Claim.signed` says whether it still holds."""

    by: str
    """Never the one who decided."""
    at: str
    """ISO 8601, UTC, milliseconds."""
    digest: str
    """`Claim.digest` when it was signed."""


class Review(StrEnum):
    """How far the second pair of eyes is with a claim."""

    OPEN = "open"
    """Nobody decided it."""
    UNSIGNED = "unsigned"
    """Decided, and signed off by nobody."""
    SIGNED = "signed"
    VOID = "void"
    """It was signed off, and changed since."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something put to a person about a claim, and what came back: an open question or a right of reply."""

    id: str
    claim: str
    """Claim id."""
    article: str
    """Article id."""
    person: str
    """Who was asked, or is to be asked."""
    text: str
    reply: bool = False
    """Whether the person is given the chance to answer what is said of them, as fairness asks."""
    asked: str = ""
    """When: ISO 8601, UTC, milliseconds; empty when it is still to be asked."""
    answer: str = ""
    answered: str = ""
    """When; empty while it is open."""
    by: str = ""
    """Who wrote it down."""

    @property
    def is_open(self) -> bool:
        """Whether nothing came back yet."""
        return not self.answered


class Severity(StrEnum):
    """How much a finding matters; `off` silences a rule."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


RULES = {
    "no-evidence": Severity.WARNING,
    "single-source": Severity.WARNING,
    "claimant-only": Severity.WARNING,
    "unarchived": Severity.WARNING,
    "quote-missing": Severity.ERROR,
    "contradiction": Severity.ERROR,
    "no-verdict-sentence": Severity.OFF,
}
"""The sourcing rules by name, with how much what they find matters unless the settings say otherwise."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a sourcing rule found about a claim."""

    rule: str
    """Its name, as in the settings: `single-source`, `claimant-only`, `unarchived` …"""
    severity: Severity
    claim: str
    """Claim id."""
    message: str
    """One line that says what is wrong and what would mend it."""


def same_person(one: str, other: str) -> bool:
    """Whether two names are one: capitals, blanks and the way letters are composed do not matter.

    >>> same_person("Ana  Bell ", "ana bell")
    True
    """
    return _name(one) == _name(other)


def _name(name: str) -> str:
    import unicodedata

    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
