"""The end of the report: how it was made, the record of decisions, the article as it was checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tuifact import __version__
from tuifact.model.article import Article
from tuifact.model.verdict import Action, Event
from tuifact.reports.markdown.escape import inline, line
from tuifact.reports.markdown.frame import Frame
from tuifact.reports.markdown.table import table
from tuifact.reports.markdown.words import counted, listing, sortable, verdict

CHOSEN = (
    f"The claims were chosen by tuifact {__version__}: sentences that assert something a source can confirm or refute. "
    "The reasons stand with each claim. The verdicts are a person’s: *verified* means that the evidence supports the "
    "claim, *disputed* that it speaks against it, *unverified* that nobody has decided yet."
)
"""How claims are chosen and what the three statuses mean."""


def method_section(frame: Frame) -> Iterator[str]:
    """How claims were chosen, the scale, and what cleaning did to the text.

    A report on several articles explains the first two once, at its end.
    """
    cleaning = list(cleaning_part(frame.dossier.article))
    if frame.number and not cleaning:
        return
    yield frame.heading(1, "Cleaning" if frame.number else "Method")
    yield ""
    if not frame.number:
        yield CHOSEN
        yield ""
    yield from cleaning


def cleaning_part(article: Article) -> Iterator[str]:
    """What cleaning changed and what it left open; nothing when the text needed none."""
    if said := repairs(article):
        yield said
        yield ""
    if article.warnings:
        yield "What a reader should know of the text:"
        yield ""
        yield from (f"- {line(warning)}" for warning in article.warnings)
        yield ""


def repairs(article: Article) -> str:
    """What cleaning changed, by the names of its fixes, most frequent first; empty when it changed nothing."""
    fixes = Counter(repair.fix for repair in article.repairs)
    if not fixes:
        return ""
    ranked = sorted(fixes.items(), key=lambda item: (-item[1], item[0]))
    named = listing([f"{inline(fix)} ({count:,})" for fix, count in ranked])
    return f"The text as received was cleaned in {counted(fixes.total(), 'place')}: {named}."


def history_section(frame: Frame) -> Iterator[str]:
    """Every decision in its order, undone ones too; nothing when none was made."""
    decisions = [event for event in frame.options.history_of(frame.dossier) if event.action is not Action.ADDED]
    if not decisions:
        return
    yield frame.heading(1, "Change log")
    yield ""
    rows = [
        (inline(sortable(event.at)), inline(event.by), claim_of(frame, event), change_of(event)) for event in decisions
    ]
    yield from table(("Time (UTC)", "Who", "Claim", "Change"), ("left", "left", "right", "left"), rows)
    yield ""


def claim_of(frame: Frame, event: Event) -> str:
    """The number of an event's claim; a dash when the article no longer has it."""
    number = frame.numbers.get(event.claim)
    return frame.link(str(number), number) if number else "–"


def change_of(event: Event) -> str:
    """What an event did to its claim."""
    if event.action is Action.NOTED:
        return "note written" if event.note else "note cleared"
    change = (
        f"{verdict(event.was)} → {verdict(event.now)}" if event.was is not event.now else f"{verdict(event.now)}, kept"
    )
    return change if event.action is Action.MARKED else f"{event.action.value}: {change}"
