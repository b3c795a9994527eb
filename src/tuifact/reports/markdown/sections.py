"""The middle of the report: a section a claim, and the sentences nobody needs to check."""

from __future__ import annotations

from collections.abc import Iterator

from tuifact.model.claim import Sentence
from tuifact.reports.content.claims import ClaimContent, Earlier
from tuifact.reports.content.sources import NAMELESS, EvidenceGroup, SourceUse
from tuifact.reports.markdown.escape import address, block, fold, inline, line
from tuifact.reports.markdown.frame import Frame


def claim_section(frame: Frame, claim: ClaimContent) -> Iterator[str]:
    """A claim: its verdict, its words as they stand in the article, what speaks for and against, why, and whose it
    is."""
    parts = [
        frame.heading(2, claim.name),
        verdict_line(claim),
        block(claim.verdict),
        block(claim.text, "> "),
        *map(inline, claim.warnings),
        "\n".join(f"- {fact}" for fact in facts(claim)),
        *map(evidence_part, claim.evidence),
        block(claim.note),
        line(claim.origin),
        f"Suggested correction: {inline(claim.correction)}" if claim.correction.strip() else "",
        earlier_part(claim),
        findings_part(claim),
        inline(claim.signed),
    ]
    if claim.internal_note.strip():
        parts += ["Internal note, not for publication:", block(claim.internal_note, "> ")]
    for part in filter(None, parts):
        yield part
        yield ""


def verdict_line(claim: ClaimContent) -> str:
    """The verdict, how sure it is, who gave it and when, or that it is still to be given."""
    sure = f", {claim.confidence} confidence" if claim.confidence else ""
    who = f"{inline(claim.by)}{f', {inline(claim.at)}' if claim.at else ''}"
    if claim.standing:
        after = f", {claim.standing}"
    elif claim.status == "unverified":
        after = f", last changed by {who}"
    else:
        after = f", by {who}" if claim.by else ""
    return f"**{inline(claim.verdict_words)}**{sure}{after}"


def facts(claim: ClaimContent) -> Iterator[str]:
    """Who said it and where, and what makes it worth a check."""
    yield f"Said by: {inline(claim.said_by)}, in paragraph {claim.paragraph}"
    reasons = f" ({', '.join(map(inline, claim.reasons))})" if claim.reasons else ""
    yield f"Worth checking: {claim.kind}{reasons}"


def evidence_part(group: EvidenceGroup) -> str:
    """The sources of one stance."""
    apart = "\n\n" if any(use.quote.strip() for use in group.uses) else "\n"
    return f"{group.title}:\n\n{apart.join(map(evidence_item, group.uses))}"


def evidence_item(use: SourceUse) -> str:
    """A source as the claim uses it: what it is and where, what kind, when it was seen, its words."""
    named = ", ".join(map(fold, filter(None, (use.name, use.publisher, use.locator))))
    facts = ", ".join([*map(inline, use.facts), f"source {use.source}"])
    links = filter(None, [address(use.url), f"archived at {address(use.archive)}" if use.archive else ""])
    text = ": ".join(filter(None, [f"- {line(named or NAMELESS)} ({facts})", ", ".join(links)]))
    quoted = block(use.quote, "  > ")
    return f"{text}\n\n{quoted}" if quoted else text


def earlier_part(claim: ClaimContent) -> str:
    """Earlier checks of the same claim, or of one like it."""
    if not claim.earlier:
        return ""
    return "\n".join(["Earlier checks:", "", *map(earlier_item, claim.earlier)])


def earlier_item(check: Earlier) -> str:
    """What came of an earlier check."""
    by = f" by {inline(check.source)}" if check.source else ""
    when = f", {check.day}" if check.day else ""
    verdict = f" {inline(check.verdict)}" if check.verdict else " no verdict"
    why = f" It differs: {inline(check.why)}." if check.why else ""
    url = f" {address(check.url)}" if check.url else ""
    return f"- {check.relation}, “{inline(check.text)}”:{verdict}{by}{when}.{why}{url}"


def findings_part(claim: ClaimContent) -> str:
    """What the sourcing rules found."""
    if not claim.findings:
        return ""
    return "\n".join(["Weak points of the sourcing:", "", *(f"- {line(finding)}" for finding in claim.findings)])


def unchecked_section(frame: Frame) -> Iterator[str]:
    """Sentences that were read and left out of the check, by reason; nothing when there are none."""
    if not frame.content.unchecked:
        return
    yield frame.heading(1, "Not checked")
    yield ""
    for group in frame.content.unchecked:
        yield group.reason
        yield ""
        yield from map(unchecked_item, group.sentences)
        yield ""


def unchecked_item(sentence: Sentence) -> str:
    """A sentence nobody needs to check, and where it stands."""
    speaker = f"{inline(sentence.speaker)}, " if sentence.speaker else ""
    return f"- {line(sentence.text)} ({speaker}paragraph {sentence.paragraph + 1})"
