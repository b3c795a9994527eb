"""The middle of the report: a section a claim, and the sentences nobody needs to check."""

from __future__ import annotations

from collections.abc import Iterator

from tuifact.model.claim import Band, Claim, Kind, Sentence
from tuifact.model.verdict import Status
from tuifact.reports.markdown.escape import block, inline, line
from tuifact.reports.markdown.frame import Frame
from tuifact.reports.markdown.words import moment

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

CHANGED = "The article was changed here after the verdict: check it again."
"""Stands under the words of a claim whose verdict is older than they are."""

LEFT_OUT = {
    Kind.OPINION: "Opinions, which can be shared or not but not checked:",
    Kind.PREDICTION: "Predictions, which cannot be checked before their time:",
}
"""Kinds of sentences that are read and not checked, with the reason."""


def claim_section(frame: Frame, claim: Claim) -> Iterator[str]:
    """A claim: its verdict, its words as they stand in the article, the note, then whose it is and why it matters."""
    parts = [
        frame.heading(2, frame.claim_name(frame.numbers[claim.id])),
        f"**{claim.status.glyph} {claim.status.value.capitalize()}**{standing(claim)}",
        block(claim.text, "> "),
        CHANGED if claim.text_changed else "",
        block(claim.note),
        "\n".join(f"- {fact}" for fact in facts(claim)),
    ]
    if frame.options.internal and claim.internal_note.strip():
        parts += ["Internal note, not for publication:", block(claim.internal_note, "> ")]
    for part in filter(None, parts):
        yield part
        yield ""


def standing(claim: Claim) -> str:
    """What follows the verdict: who gave it and when, or that it is still to be given."""
    who = f"{inline(claim.by)}{f', {inline(moment(claim.at))}' if claim.at else ''}"
    if claim.status is not Status.UNVERIFIED:
        return f" by {who}" if claim.by else ""
    if claim.by:
        return f", last changed by {who}"
    return ", to be checked first" if claim.band is Band.FIRST else ", not checked yet"


def facts(claim: Claim) -> Iterator[str]:
    """Who said it and where, and what makes it worth a check."""
    speaker = inline(claim.speaker) if claim.speaker else "the article itself"
    yield f"Said by: {speaker}, in paragraph {claim.paragraph + 1}"
    reasons = f" ({', '.join(map(inline, claim.reasons))})" if claim.reasons else ""
    yield f"Worth checking: {KINDS[claim.kind]}{reasons}"


def unchecked_section(frame: Frame) -> Iterator[str]:
    """Sentences that were read and left out of the check, by reason; nothing when there are none."""
    groups = {kind: [one for one in frame.dossier.unchecked if one.kind is kind] for kind in LEFT_OUT}
    if frame.options.statuses or not any(groups.values()):
        return
    yield frame.heading(1, "Not checked")
    yield ""
    for kind, sentences in groups.items():
        if sentences:
            yield LEFT_OUT[kind]
            yield ""
            yield from map(unchecked_item, sentences)
            yield ""


def unchecked_item(sentence: Sentence) -> str:
    """A sentence nobody needs to check, and where it stands."""
    speaker = f"{inline(sentence.speaker)}, " if sentence.speaker else ""
    return f"- {line(sentence.text)} ({speaker}paragraph {sentence.paragraph + 1})"
