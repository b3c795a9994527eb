"""The words of this room: what a search gives back, how two claims relate, what may be plugged in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from tuifact.errors import TuifactError


class MatchingError(TuifactError):
    """Earlier checks cannot be read, kept or searched as asked."""


class Relation(StrEnum):
    """How an earlier claim relates to the one asked about. It is a remark for a person, never a verdict."""

    SAME = "same"
    """The same claim in these or other words."""
    DIFFERS = "differs"
    """The same topic with another figure, date, name or role, or a negation."""
    RELATED = "related"
    """Alike; whether it is the same nobody can tell from the words."""


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier claim like the one asked about."""

    id: str
    """As it was added."""
    score: float
    """How alike the two are, 0..1; matches come best first."""
    relation: Relation
    why: str
    """The reason in words, one line; for `differs` what differs, stored → asked (`number: 5 → 50`)."""
    text: str = ""
    """The earlier claim, the first line of what was added, as one harmless line."""


class Encoder(Protocol):
    """Turns sentences into vectors whose direction is their meaning."""

    name: str
    """Names the weights; vectors of different names are never compared."""

    def encode(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """One vector a text, all of one length; they need not be of unit length."""
        ...
