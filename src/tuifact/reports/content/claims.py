"""A claim as a report tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tuifact.model.claim import Band, Claim, Kind
from tuifact.model.match import EarlierCheck
from tuifact.model.review import Finding
from tuifact.model.verdict import Status
from tuifact.reports.addresses import web_address
from tuifact.reports.content.phrases import Reference
from tuifact.reports.content.ratings import rating_of, verdict_words
from tuifact.reports.content.sources import EvidenceGroup, SourceList
from tuifact.reports.interface import ReportOptions
from tuifact.reports.words import day, moment

KINDS = {
    Kind.STATISTIC: "a statistic",
    Kind.EVENT: "an event",
    Kind.QUOTE: "a quotation",
    Kind.PREDICTION: "a prediction",
    Kind.COMPARISON: "a comparison",
    Kind.CAUSAL: "a cause",
    Kind.OPINION: "an opinion",
}
"""Kinds of claims as a sentence has them."""

ITSELF = "the article itself"
"""Who says what nobody is said to have said."""

CHANGED = "The article was changed here after the verdict: check it again."
"""Stands under the words of a claim whose verdict is older than they are; what they were before follows."""

CONTESTED = "Two copies of the library decided this differently, and nobody has settled it yet."


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier check of a claim like it."""

    relation: str
    """`The same claim` or `A like claim`."""
    text: str
    verdict: str
    source: str
    day: str
    why: str
    """What tells the two apart; empty when nothing does."""
    url: str
    """An address of the web, else empty."""


@dataclass(frozen=True, slots=True)
class ClaimContent:
    """One claim with its check, everything in words."""

    number: int
    """Its place in reading order, counted from 1 over all claims of the article."""
    name: str
    """What its section is called: `Claim 3`, or `Claim 2-3` among several articles."""
    anchor: str
    text: str
    """The exact words."""
    speaker: str
    """Who said it; empty when the article itself does."""
    paragraph: int
    """Counted from 1."""
    kind: str
    reasons: tuple[str, ...]
    status: str
    """`verified`, `disputed` or `unverified`."""
    glyph: str
    rating: str
    """The word on the project's scale."""
    verdict_words: str
    """Glyph and words: never the one without the other."""
    verdict: str
    """The verdict in a sentence."""
    confidence: str
    """`high`, `medium`, `low` or empty."""
    note: str
    origin: str
    """Whose verdict it was, when it was taken over from an earlier check; else empty."""
    internal_note: str
    """Empty unless the report was asked for with internal notes."""
    correction: str
    by: str
    at: str
    """When it was decided, in words."""
    standing: str
    """What follows the verdict where it is open: `not checked yet`; else empty."""
    warnings: tuple[str, ...]
    """What makes the verdict doubtful: the text changed, two copies disagree."""
    evidence: tuple[EvidenceGroup, ...]
    findings: tuple[str, ...]
    """What the sourcing rules found, one line each."""
    earlier: tuple[Earlier, ...]
    signed: str
    """The sign-off in a sentence, also when it is void; empty when there is none."""

    @property
    def reference(self) -> Reference:
        """What a sentence points at it with."""
        return Reference(self.number, self.anchor)

    @property
    def said_by(self) -> str:
        """Who said it, in words."""
        return self.speaker or ITSELF

    @property
    def sources(self) -> tuple[int, ...]:
        """The numbers of its sources."""
        return tuple(sorted({use.source for group in self.evidence for use in group.uses}))


def claim_name(number: int, article: int = 0) -> str:
    """What a claim's section is called; among several articles the name says which one."""
    return f"Claim {article}-{number}" if article else f"Claim {number}"


def claim_anchor(number: int, article: int = 0) -> str:
    """The fragment that leads to a claim's section, in every form the same."""
    return claim_name(number, article).lower().replace(" ", "-")


def claim_content(
    claim: Claim,
    number: int,
    article: int,
    options: ReportOptions,
    sources: SourceList,
    findings: tuple[Finding, ...] = (),
    earlier: tuple[EarlierCheck, ...] = (),
) -> ClaimContent:
    """What a report says of a claim; `sources` counts its evidence."""
    rating = rating_of(claim, options.ratings)
    anchor = claim_anchor(number, article)
    return ClaimContent(
        number=number,
        name=claim_name(number, article),
        anchor=anchor,
        text=claim.text,
        speaker=claim.speaker or "",
        paragraph=claim.paragraph + 1,
        kind=KINDS[claim.kind],
        reasons=claim.reasons,
        status=claim.status.value,
        glyph=rating.glyph or claim.status.glyph,
        rating=rating.label,
        verdict_words=verdict_words(rating),
        verdict=claim.verdict,
        confidence=claim.confidence.value if claim.confidence else "",
        note=claim.note,
        origin=f"Taken over: {claim.origin}" if claim.origin else "",
        internal_note=claim.internal_note if options.internal else "",
        correction=claim.correction,
        by=claim.by,
        at=moment(claim.at) if claim.by else "",
        standing=_standing(claim),
        warnings=tuple(_warnings(claim)),
        evidence=sources.groups(claim, Reference(number, anchor)),
        findings=tuple(f"{finding.severity.value.capitalize()}: {finding.message}" for finding in findings),
        earlier=tuple(map(_earlier, earlier)),
        signed=_signed(claim),
    )


def _standing(claim: Claim) -> str:
    if claim.status is not Status.UNVERIFIED or claim.by:
        return ""
    return "to be checked first" if claim.band is Band.FIRST else "not checked yet"


def _warnings(claim: Claim) -> Iterator[str]:
    if claim.text_changed:
        yield f"{CHANGED} The verdict was given on “{claim.previous}”" if claim.previous else CHANGED
    if claim.contested:
        yield CONTESTED


def _signed(claim: Claim) -> str:
    if claim.signature is None:
        return ""
    who = f"{claim.signature.by} on {moment(claim.signature.at)}"
    if claim.signed:
        return f"Signed off by {who}."
    return f"The sign-off by {who} is void: the claim was changed since."


def _earlier(check: EarlierCheck) -> Earlier:
    return Earlier(
        relation="The same claim" if check.relation == "same" else "A like claim",
        text=check.text,
        verdict=check.verdict,
        source=check.source,
        day=day(check.date) if check.date else "",
        why=check.why if check.relation != "same" else "",
        url=web_address(check.url),
    )
