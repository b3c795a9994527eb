"""What sentences without an attribution of their own take from their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.claims.speakers.utterances import Utterance


def share(utterances: Sequence[Utterance]) -> None:
    """Give the sentences of one quotation one speaker, and quotations that stand alone the one next to them."""
    start = 0
    while start < len(utterances):
        end = start + 1
        while end < len(utterances) and utterances[end - 1].ends_open and utterances[end].begins_quoted:
            end += 1
        run = utterances[start:end]
        _share_along(run)
        if run[0].speaker is None and not run[0].settled and _is_speech(run):
            speaker = _from_neighbours(utterances, start, end)
            for utterance in run:
                utterance.speaker = utterance.speaker or speaker
        start = end


def _share_along(run: Sequence[Utterance]) -> None:
    """Along one quotation the first speaker named holds backwards, each further one from there on."""
    known = next((utterance.speaker for utterance in run if utterance.speaker), None)
    for utterance in run if len(run) > 1 else ():
        known = utterance.speaker or known
        if not utterance.settled:
            utterance.speaker = utterance.speaker or known


def _is_speech(run: Sequence[Utterance]) -> bool:
    """Whether sentences are somebody's words: all quotation, or one quotation that runs through several of them."""
    return all(utterance.wholly_quoted for utterance in run) or len(run) > 1


def _from_neighbours(utterances: Sequence[Utterance], start: int, end: int) -> str | None:
    """The speaker of a quotation that names none.

    A colon before it decides; then the sentence before it in its paragraph, a byline or an attribution behind it,
    and at last whoever spoke in the paragraph before.
    """
    first, last = utterances[start], utterances[end - 1]
    before = utterances[start - 1] if start else None
    after = utterances[end] if end < len(utterances) else None
    if before and before.introduces:
        return before.speaker or before.subject
    if before and before.paragraph == first.paragraph and before.speaker:
        return before.speaker
    if after and after.paragraph == last.paragraph and not after.opens_quoted:
        return after.speaker or _credited(after) or after.subject
    if after and after.bare and not after.settled:
        return after.speaker
    if before is None or before.settled:
        return None
    return before.speaker or (before.subject if before.announces else None)


def _credited(after: Utterance) -> str | None:
    """Whom the few words behind a quotation name; they say nothing else then."""
    if after.credit:
        after.speaker, after.only_attributes = after.credit, True
    return after.credit
