"""The record of decisions, a line each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tuifact.model.dossier import Dossier
from tuifact.model.verdict import Action, Event
from tuifact.reports.content.phrases import Reference
from tuifact.reports.interface import ReportOptions
from tuifact.reports.words import sortable, verdict

SAID = {
    Action.NOTED: "words of the verdict changed",
    Action.EDITED: "wording or place changed",
    Action.DROPPED: "set aside",
    Action.RESTORED: "taken back in",
    Action.EVIDENCED: "evidence changed",
    Action.SIGNED: "sign-off given or taken back",
    Action.ASKED: "question put or answered",
}
"""What the actions that leave the status alone did."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One event of the history."""

    at: str
    """UTC, to the second, sortable."""
    by: str
    claim: Reference | None
    """None when the article no longer has it."""
    change: str


def log(dossier: Dossier, options: ReportOptions, numbers: Mapping[str, Reference]) -> tuple[LogEntry, ...]:
    """Every decision in its order, undone ones too."""
    return tuple(
        LogEntry(sortable(event.at), event.by, numbers.get(event.claim), change_of(event))
        for event in options.history_of(dossier)
        if event.action is not Action.ADDED
    )


def change_of(event: Event) -> str:
    """What an event did to its claim."""
    if event.about:
        return event.about if event.action in SAID else f"{event.action.value}: {event.about}"
    if event.action in SAID and event.was is event.now:
        return SAID[event.action]
    moved = event.was is not event.now
    change = f"{verdict(event.was)} → {verdict(event.now)}" if moved else f"{verdict(event.now)}, kept"
    return change if event.action is Action.MARKED else f"{event.action.value}: {change}"
