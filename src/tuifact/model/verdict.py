"""What a checker decided, and the record of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict


class Status(StrEnum):
    """The three things a claim can be. The glyphs belong to them on every screen and in every report."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    UNVERIFIED = "unverified"

    @property
    def glyph(self) -> str:
        """One cell wide, present in every monospaced font we know of."""
        return _GLYPHS[self]


_GLYPHS = {Status.VERIFIED: "✓", Status.DISPUTED: "✗", Status.UNVERIFIED: "?"}


class Confidence(StrEnum):
    """How sure the checker is of a verdict."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Wording(TypedDict, total=False):
    """What may be said beside a status, each as in `Claim`. What is left out or empty leaves what is there."""

    verdict: str
    rating: str
    confidence: Confidence | str
    note: str
    correction: str
    internal_note: str


WORDING = tuple(Wording.__annotations__)
"""The names of what may be said, in the order in which a checker thinks of it."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A word on a scale of verdicts; a project may have its own, each counting as one of the three statuses."""

    label: str
    """The words readers see."""
    status: Status
    value: int | None = None
    """Place on the scale, higher is truer; None for a rating that has no place on it (`Unproven`)."""
    glyph: str = ""
    """One cell wide; empty for the status's own."""
    colour: str = ""
    """A variable of the theme (`warning`); empty for the status's own."""


RATINGS = (Rating("Verified", Status.VERIFIED, 5), Rating("Disputed", Status.DISPUTED, 1))
"""The scale of a project that has none of its own: five steps, of which the ends are used, as ClaimReview has it."""


class Action(StrEnum):
    """What an event did."""

    ADDED = "added"
    """A claim came into the library."""
    MARKED = "marked"
    """A status was given."""
    NOTED = "noted"
    """The note, the verdict sentence or another of the words was written, the status left alone."""
    EDITED = "edited"
    """Its wording or place was changed, by hand or by a new version of the article."""
    DROPPED = "dropped"
    """It was set aside as no claim; nothing of it is erased."""
    RESTORED = "restored"
    """It was taken back in."""
    EVIDENCED = "evidenced"
    """Evidence was added, changed or taken away."""
    SIGNED = "signed"
    """A reviewer signed it off, or took the signature back."""
    ASKED = "asked"
    """A question was put or answered."""
    DISMISSED = "dismissed"
    """An earlier check was said to be about something else."""
    UNDONE = "undone"
    """An earlier transaction was taken back."""
    REDONE = "redone"
    """What was taken back was done again."""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the record: nothing in it is ever erased, and undoing is an entry too."""

    claim: str
    """Claim id."""
    article: str
    """Article id."""
    action: Action
    by: str
    at: str
    """ISO 8601, UTC, milliseconds."""
    was: Status
    now: Status
    note: str
    """The public note as it stood after this event."""
    rev: int
    """The claim's revision after this event; 0 is the claim as found."""
    about: str = ""
    """What happened to a source, a question or a signature, in one line (`added Audit report 2020`), which leaves
    status, note and revision as they were; or whose verdict was taken over; else empty."""
    verdict: str = ""
    """The verdict sentence as it stood after this event; empty where the event is about something attached."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims stand where."""

    verified: int = 0
    disputed: int = 0
    unverified: int = 0

    @classmethod
    def of(cls, statuses: Iterable[Status]) -> Tally:
        """Count these statuses."""
        seen = list(statuses)
        return cls(*(seen.count(status) for status in Status))

    @classmethod
    def sum(cls, tallies: Iterable[Tally]) -> Tally:
        """Add these up."""
        verified = disputed = unverified = 0
        for tally in tallies:
            verified += tally.verified
            disputed += tally.disputed
            unverified += tally.unverified
        return cls(verified, disputed, unverified)

    def moved(self, was: Status, now: Status) -> Tally:
        """The tally after one claim went from one status to another."""
        counts = {status.value: getattr(self, status.value) for status in Status}
        counts[was.value] -= 1
        counts[now.value] += 1
        return Tally(**counts)

    @property
    def total(self) -> int:
        """All claims."""
        return self.verified + self.disputed + self.unverified

    @property
    def checked(self) -> int:
        """Claims somebody decided: verified or disputed."""
        return self.verified + self.disputed

    @property
    def percent(self) -> int:
        """Checked claims of all, rounded down so that 100 means done; 0 when there are none."""
        return 100 * self.checked // self.total if self.total else 0
