"""A sentence, what makes it worth a check, and the claim it may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tuifact.model.verdict import Status


class Kind(StrEnum):
    """What a sentence asserts; opinions and predictions are kept and listed as not checked."""

    STATISTIC = "statistic"
    EVENT = "event"
    QUOTE = "quote"
    PREDICTION = "prediction"
    COMPARISON = "comparison"
    CAUSAL = "causal"
    OPINION = "opinion"


class Band(StrEnum):
    """Check-worthiness in words; the bounds belong to the room that scores."""

    FIRST = "check first"
    CHECKABLE = "checkable"
    NOT_CHECKABLE = "not checkable"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What finds a claim again in a changed text: the words around it (the exact quote is the claim's text)."""

    prefix: str = ""
    """Up to 32 characters before the claim, in its paragraph."""
    suffix: str = ""
    """Up to 32 characters after it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article with everything that is known of it before anybody checks it."""

    text: str
    paragraph: int
    """Index in `article.paragraphs`."""
    start: int
    """First character, in characters of the paragraph's text."""
    end: int
    """One past the last character."""
    speaker: str | None = None
    """Who is said to have said it; None when the article itself speaks."""
    kind: Kind = Kind.EVENT
    worth: float = 0.0
    """Check-worthiness, 0..1, comparable across articles."""
    band: Band = Band.NOT_CHECKABLE
    reasons: tuple[str, ...] = ()
    """Why it is worth a check, in words a person reads (`number`, `comparison`, `named source`)."""


@dataclass(frozen=True, slots=True)
class Claim(Sentence):
    """A sentence worth a check and where its check stands. A claim just found has no id and is unverified."""

    anchor: Anchor = Anchor()
    id: str = ""
    article: str = ""
    """Article id."""
    status: Status = Status.UNVERIFIED
    note: str = ""
    """Public: printed in every report."""
    internal_note: str = ""
    """For the desk only; leaves the library when asked for by name, never by itself."""
    by: str = ""
    """Who decided last; empty when nobody did."""
    at: str = ""
    """When: ISO 8601, UTC, milliseconds."""
    rev: int = 0
    """Counts the changes of this claim; a mark may name the revision it was made on."""
    text_changed: bool = False
    """Whether the article was revised here after the verdict."""
    contested: bool = False
    """Whether two copies of the library decided it differently and nobody has settled that yet."""
