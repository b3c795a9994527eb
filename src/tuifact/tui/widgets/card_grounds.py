"""What a verdict rests on, as a claim's card shows it: sources, what the rules find, open questions, the signature."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tuifact.model import Evidence, Finding, Question, Review, Severity
from tuifact.model.plain import plain_line
from tuifact.tui.widgets.particulars import GAP, Particulars, fact, heading
from tuifact.tui.widgets.sources import source_words


def signature(about: Particulars) -> Sequence[Content]:
    """Who signed the claim off, and whether that still holds."""
    claim = about.claim
    if claim.signature is None:
        return []
    told = f"{plain_line(claim.signature.by)}, {claim.signature.at[:10]}"
    if claim.review is Review.SIGNED:
        return [fact("signed off", told, about.cells)]
    return [Content.styled(f"! signed off by {told}, and changed since", "$claim-disputed")]


def evidence(about: Particulars) -> Sequence[Content]:
    """The sources, and what the rules find."""
    lines = [_source(source) for source in about.claim.evidence]
    lines += [_finding(finding) for finding in about.findings]
    return [heading("Evidence"), *lines] if lines else []


def _source(source: Evidence) -> Content:
    kept = f"{GAP}copy kept" if source.snapshot else ""
    return Content.assemble(source_words(source), (f"{GAP}{source.grade}{kept}", "$quiet"))


def _finding(finding: Finding) -> Content:
    colour = "$claim-disputed" if finding.severity is Severity.ERROR else "$quiet"
    return Content.styled(f"⚠ {plain_line(finding.message)}", colour)


def questions(about: Particulars) -> Sequence[Content]:
    """What people are still to answer, or to be asked."""
    lines = [_question(question) for question in about.questions if question.is_open]
    return [heading("Open questions"), *lines] if lines else []


def _question(question: Question) -> Content:
    still = "" if question.asked else "still to be asked: "
    return Content.assemble((f"{plain_line(question.person)}{GAP}", "bold"), f"{still}{plain_line(question.text)}")


def evidence_in_a_line(about: Particulars) -> Sequence[Content]:
    """The same for a card with little room."""
    told = [source_words(source) for source in about.claim.evidence]
    told += [f"⚠ {plain_line(finding.message)}" for finding in about.findings]
    return [Content(GAP.join(told))] if told else []
