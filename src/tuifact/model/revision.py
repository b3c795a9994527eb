"""The versions an article had, and what changed from one to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tuifact.model.claim import Claim
from tuifact.model.verdict import Status


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage of one of two versions of a text, or of both."""

    kind: Literal["same", "removed", "added"]
    text: str
    old: tuple[int, int]
    """(start, end) in characters of the old version; empty where the passage is not in it."""
    new: tuple[int, int]
    """The same in the new version."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text that an article had."""

    number: int
    """1 is the first."""
    sha256: str
    """Of the original's bytes, in hexadecimal."""
    received: str = ""
    """ISO 8601, UTC, seconds; empty when nobody said."""
    replaced: str = ""
    """When the next version came into the library: ISO 8601, UTC, milliseconds; empty for the present one."""
    archive: str = ""
    """Address of a copy of it in a web archive."""


Fate = Literal["same", "changed", "vanished", "new"]
"""What became of a claim's words."""


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim and what became of its words."""

    claim: Claim
    """As it stands now."""
    fate: Fate
    passages: tuple[Difference, ...]
    """Its words, old and new; their places count from the first character of the claim."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed in an article from an earlier version to the present one."""

    article: str
    """Article id."""
    old: Version
    new: Version
    passages: tuple[Difference, ...]
    """Both texts whole, paragraphs joined by a blank line as in `Article.text`."""
    claims: tuple[ClaimChange, ...]
    """In reading order, those that vanished last."""

    def with_fate(self, *fates: Fate) -> tuple[ClaimChange, ...]:
        """The claims that fared so."""
        return tuple(change for change in self.claims if change.fate in fates)

    @property
    def touched(self) -> tuple[ClaimChange, ...]:
        """The claims that had a verdict and whose words changed or vanished: what to look at again."""
        moved = self.with_fate("changed", "vanished")
        return tuple(change for change in moved if change.claim.status is not Status.UNVERIFIED)
