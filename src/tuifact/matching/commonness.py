"""How common a word is where claims are made, for an index too small to tell: among three claims every word is rare.

The table is made by `training/commonness.py`; its first lines name what it is made from.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

COMMONNESS = Path(__file__).with_name("commonness.txt")
"""A line for each stem: the stem, and in how many of `COUNTED_AMONG` sentences it stands."""

COUNTED_AMONG = 15_000
"""Sentences the counts are scaled to."""


@cache
def _table() -> dict[str, int]:
    lines = (line.split() for line in COMMONNESS.read_text(encoding="ascii").splitlines() if not line.startswith("#"))
    return {stem: int(count) for stem, count in lines}


def commonness(stem: str) -> int:
    """In how many of `COUNTED_AMONG` sentences this stem stands; 0 for those too rare to be in the table."""
    return _table().get(stem, 0)
