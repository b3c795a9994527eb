"""What a verdict rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stance(StrEnum):
    """What a source does for a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Grade(StrEnum):
    """How near a source stands to what it tells."""

    PRIMARY = "primary"
    """A document of the matter itself: a ruling, a filing, a recording, the study."""
    SECONDARY = "secondary"
    """Somebody telling of it: a newspaper, an encyclopaedia, another check."""
    PERSON = "person"
    """Somebody who was asked."""
    DATA = "data"
    """Figures one can count again."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of a source as it was when it was seen, kept in the library."""

    sha256: str
    """Of the file's bytes, in hexadecimal: its name in the library."""
    name: str
    """The file's name when it was attached."""
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source for or against a claim."""

    url: str = ""
    """`http` or `https`; empty for what has no address (a person, a paper file)."""
    title: str = ""
    publisher: str = ""
    """Who published it, or the person who was asked."""
    quote: str = ""
    """Its words, as they stand there."""
    locator: str = ""
    """Where in it: a page, a time code, a table."""
    stance: Stance = Stance.SUPPORTS
    grade: Grade = Grade.SECONDARY
    archive: str = ""
    """Address of a copy in a web archive."""
    seen: date | None = None
    """Day it was looked at."""
    snapshot: Snapshot | None = None
    id: str = ""
    """Empty for evidence that is not in a library yet."""
    by: str = ""
    """Who entered it."""
    at: str = ""
    """When: ISO 8601, UTC, milliseconds."""

    @property
    def name(self) -> str:
        """What to call it in one line: its title, else who published it, else its address."""
        return self.title or self.publisher or self.url
