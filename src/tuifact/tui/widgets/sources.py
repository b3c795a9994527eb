"""A source in a line."""

from __future__ import annotations

from tuifact.model import Evidence, Stance
from tuifact.model.plain import plain_line

STANCES = {Stance.SUPPORTS: "+", Stance.REFUTES: "−", Stance.CONTEXT: "·"}
"""What a source does for a claim, in one cell."""


def source_words(source: Evidence) -> str:
    """`+ Audit report 2020, Court of Audit, p. 14`."""
    told = dict.fromkeys(filter(None, (source.name, source.publisher, source.locator)))
    return f"{STANCES[source.stance]} {plain_line(', '.join(told))}"
