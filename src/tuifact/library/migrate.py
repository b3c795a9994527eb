"""Bringing a library of an older version up to date: one function a step, each from one schema to the next.

The steps change the tables in memory, at every opening, until the library is written; then `claims.json` says the new
schema, and older versions refuse it instead of misreading it. The journals keep what they say: a step runs after all
of an old library's journals were read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tuifact.library.snapshot import SCHEMA, State

Step = Callable[[State], None]
"""Changes the tables of a library from the schema it is filed under to the one above."""

STEPS: Mapping[int, Step] = {}
"""By the schema they start from. There was one schema so far."""


def migrate(state: State, steps: Mapping[int, Step] = STEPS, goal: int = SCHEMA) -> bool:
    """Bring the tables to the goal, step by step; whether anything had to be done."""
    began = state.schema
    while state.schema < goal:
        steps[state.schema](state)
        state.schema += 1
        state.tallies = None
    return state.schema != began
