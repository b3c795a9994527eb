"""The guards: what two claims about the same thing differ in, in words. They explain; others decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from tuifact.matching.days import Day
from tuifact.matching.figures import Figure, comparable, difference, same_value
from tuifact.matching.negation import denied_in_one
from tuifact.matching.roles import swapped_roles
from tuifact.matching.statement import Statement, read_statement
from tuifact.matching.wordchanges import changed_words

ALIKE = 0.6
"""From this share of words on two claims are so alike that one shared word places a figure."""

Part = TypeVar("Part", Figure, Day)


def compare(
    stored: str, asked: str, *, stored_said: date | None = None, asked_said: date | None = None
) -> tuple[str, ...]:
    """What differs between an earlier claim and the one asked about, stored → asked; empty when nothing was found.

    >>> compare("The fire killed 5 people.", "The fire killed fifty people.")
    ('number: 5 → fifty',)
    """
    return differences(read_statement(stored, stored_said), read_statement(asked, asked_said))


def differences(stored: Statement, asked: Statement) -> tuple[str, ...]:
    """The same for claims that were read already."""
    found = dict.fromkeys(guard_reason for guard in _GUARDS for guard_reason in guard(stored, asked))
    return tuple(found)


def _other_figures(stored: Statement, asked: Statement) -> Iterator[str]:
    """Figures without an equal in the other claim, each held against one that stands among the same words."""
    mine = [one for one in stored.figures if not any(same_value(one, two) for two in asked.figures)]
    theirs = [two for two in asked.figures if not any(same_value(one, two) for one in stored.figures)]
    for one in mine:
        partner = _partner(one, [two for two in theirs if comparable(one, two)], stored, asked)
        if partner is not None:
            theirs.remove(partner)
            yield f"{difference(one, partner)}: {_spelled(stored, one)} → {_spelled(asked, partner)}"


def _other_days(stored: Statement, asked: Statement) -> Iterator[str]:
    """Days that cannot be the same, each held against one that stands among the same words."""
    mine = [one for one in stored.days if not any(one.agrees(two) and one.meets(two) for two in asked.days)]
    theirs = [two for two in asked.days if not any(two.agrees(one) and two.meets(one) for one in stored.days)]
    for one in mine:
        rivals = [two for two in theirs if one.meets(two) and not one.agrees(two)]
        partner = _partner(one, rivals, stored, asked)
        if partner is not None:
            theirs.remove(partner)
            yield f"date: {_spelled(stored, one)} → {_spelled(asked, partner)}"


def _partner(one: Part, rivals: Sequence[Part], stored: Statement, asked: Statement) -> Part | None:
    """The rival that shares most of the words around; None when none shares enough to be about the same."""
    around = stored.near(one.start, one.end)
    shared = {rival: len(around & asked.near(rival.start, rival.end)) for rival in rivals}
    best = max(rivals, key=lambda rival: shared[rival], default=None)
    wanted = 1 if stored.overlap(asked) >= ALIKE else 2
    return best if best is not None and shared[best] >= wanted else None


def _spelled(statement: Statement, part: Figure | Day) -> str:
    return " ".join(word.text for word in statement.words[part.start : part.end])


_GUARDS = (_other_figures, _other_days, denied_in_one, swapped_roles, changed_words)
"""Strongest first."""
