"""How claims stand, drawn: a bar, and a count for each status with its glyph."""

from __future__ import annotations

from textual.content import Content

from tuifact.model import Status, Tally

FULL, EMPTY = "▰", "▱"


def bar(tally: Tally, width: int) -> str:
    """The share of checked claims as a bar of `width` cells; full only when all are checked, empty when none is."""
    done = width * tally.checked // tally.total if tally.total else 0
    if not done and tally.checked:
        done = min(1, width - 1)
    return FULL * done + EMPTY * (width - done)


def counts(tally: Tally, digits: int = 0) -> Content:
    """`✓ 3   ✗ 1   ? 14`, each in its colour, figures right-aligned in so many cells."""
    parts = [
        Content.styled(f"{status.glyph} {getattr(tally, status.value):>{digits}}", f"$claim-{status.value}")
        for status in Status
    ]
    return Content("   ").join(parts)
