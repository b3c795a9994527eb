"""A sentence, what makes it worth a check, and the claim it may be."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from tuifact.model.evidence import Evidence
from tuifact.model.review import Review, Signature
from tuifact.model.verdict import Confidence, Status


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
    verdict: str = ""
    """The verdict in a sentence that stands alone, public."""
    rating: str = ""
    """Label on the project's own scale; empty for the status's own word."""
    confidence: Confidence | None = None
    note: str = ""
    """The reasoning, public: printed in every report."""
    correction: str = ""
    """Wording proposed to the editor, public."""
    origin: str = ""
    """Whose verdict it was, in a line, when it was taken over from an earlier check."""
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
    previous: str = ""
    """The words the verdict was given on, where those are others now; empty otherwise."""
    contested: bool = False
    """Whether two copies of the library decided it differently and nobody has settled that yet."""
    evidence: tuple[Evidence, ...] = ()
    """In the order it was entered."""
    signature: Signature | None = None
    """The last sign-off, whether or not it still holds."""

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, of what a reviewer signs: the words, the decision, and what it rests on."""
        signed: list[object] = [self.text, self.speaker, self.status, self.rating, self.verdict, self.confidence]
        signed += [self.note, self.internal_note, self.correction, self.by]
        signed += [[str(value) for value in _signed_of(source)] for source in self.evidence]
        return sha256(json.dumps(signed, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def signed(self) -> bool:
        """Whether somebody signed it off and nothing was changed since, nor decided otherwise in another copy."""
        if self.signature is None or self.text_changed or self.contested:
            return False
        return self.signature.digest == self.digest

    @property
    def review(self) -> Review:
        """How far the review of it is."""
        if self.status == Status.UNVERIFIED:
            return Review.OPEN
        if self.signature is None:
            return Review.UNSIGNED
        return Review.SIGNED if self.signed else Review.VOID


def _signed_of(source: Evidence) -> tuple[object, ...]:
    kept = source.snapshot and source.snapshot.sha256
    words = source.url, source.title, source.publisher, source.quote, source.locator
    return *words, source.stance, source.grade, source.archive, source.seen, kept
