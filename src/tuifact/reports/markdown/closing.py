"""The end of the report: corrections, sources, questions, how it was made, the record of decisions."""

from __future__ import annotations

from collections.abc import Iterator

from tuifact.reports.content.phrases import enumerated
from tuifact.reports.content.questions import Asked
from tuifact.reports.content.sources import NAMELESS, Source
from tuifact.reports.markdown.escape import address, code, fold, inline, line
from tuifact.reports.markdown.frame import Frame, claim_link, sentence
from tuifact.reports.markdown.table import table


def corrections_section(frame: Frame) -> Iterator[str]:
    """Wordings proposed to the editor; nothing when there are none."""
    if not frame.content.corrections:
        return
    yield frame.heading(1, "Suggested corrections")
    yield ""
    for claim in frame.content.corrections:
        yield f"- Claim {claim_link(claim.reference)}, paragraph {claim.paragraph}"
        yield f"  - As written: {inline(claim.text)}"
        yield f"  - Proposed: {inline(claim.correction)}"
    yield ""


def sources_section(frame: Frame) -> Iterator[str]:
    """All sources, each once, by their numbers; nothing when there are none."""
    if not frame.content.sources:
        return
    yield frame.heading(1, "Sources")
    yield ""
    yield from map(source_item, frame.content.sources)
    yield ""


def source_item(source: Source) -> str:
    """A source: what it is, where it is and where it was archived, which claims use it."""
    named = ", ".join(map(fold, filter(None, (source.name, source.publisher))))
    places = [address(source.url), code(source.place)]
    places += [f"archived at {address(archive)}" for archive in source.archives]
    noun = "claim" if len(source.claims) == 1 else "claims"
    facts = ", ".join([*map(inline, source.facts), f"for {noun} {sentence(enumerated(source.claims))}"])
    return ": ".join(
        filter(None, [f"{source.number}. {line(named or NAMELESS)} ({facts})", ", ".join(filter(None, places))])
    )


def questions_section(frame: Frame) -> Iterator[str]:
    """Questions and replies by person; nothing when nobody was asked anything."""
    if not frame.content.people:
        return
    yield frame.heading(1, "Questions and replies")
    yield ""
    for person in frame.content.people:
        left = f", {person.open} open" if person.open else ""
        yield f"**{inline(person.name) or 'Somebody'}**{left}"
        yield ""
        for question in person.questions:
            yield from question_lines(question)
        yield ""


def question_lines(question: Asked) -> Iterator[str]:
    """A question and what came back."""
    about = f" (claim {claim_link(question.claim)})" if question.claim else ""
    yield f"- {inline(question.heading)}{about}: {inline(question.text)}"
    if not question.is_open:
        yield f"  - Answered on {inline(question.answered)}: {inline(question.answer)}"


def method_section(frame: Frame) -> Iterator[str]:
    """How claims were chosen, the scale, and what cleaning did to the text.

    A report on several articles explains the first two once, at its end.
    """
    content = frame.content
    if not frame.alone and not content.cleaning and not content.warnings:
        return
    yield frame.heading(1, "Method" if frame.alone else "Cleaning")
    yield ""
    for said in (content.chosen if frame.alone else "", content.cleaning):
        if said:
            yield inline(said)
            yield ""
    if content.warnings:
        yield "What a reader should know of the text:"
        yield ""
        yield from (f"- {line(warning)}" for warning in content.warnings)
        yield ""


def log_section(frame: Frame) -> Iterator[str]:
    """Every decision in its order, undone ones too; nothing when none was made."""
    if not frame.content.log:
        return
    yield frame.heading(1, "Change log")
    yield ""
    rows = [(inline(one.at), inline(one.by), claim_link(one.claim), inline(one.change)) for one in frame.content.log]
    yield from table(("Time (UTC)", "Who", "Claim", "Change"), ("left", "left", "right", "left"), rows)
    yield ""
