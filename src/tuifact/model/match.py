"""An earlier check of a claim like the one at hand, and the word that it is about another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Origin = Literal["library", "published"]
"""Where an earlier check is from: decided here, or published by somebody."""


@dataclass(frozen=True, slots=True)
class EarlierCheck:
    """A claim that was checked before, how it resembles the one asked about, and what came of it."""

    score: float
    """Likeness, 0..1."""
    relation: str
    """`same`, `differs` (same topic, another figure, date, name or a negation) or `related`."""
    why: str
    """The relation's reason in words (`number: 5 → 50`)."""
    origin: Origin
    text: str
    """The claim as it was checked."""
    verdict: str
    """The status, or a published label as it was written."""
    source: str
    """Who checked."""
    url: str = ""
    date: date | None = None
    """Day of the check."""
    id: str = ""
    """Claim id, or that of the published check."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Somebody's word that an earlier check is not about a claim."""

    claim: str
    """Id of the claim."""
    check: str
    """Id of the check, see `EarlierCheck.id`."""
    text: str
    """The claim that was checked."""
    by: str = ""
    at: str = ""
