"""Words near in meaning, so that `jailed` counts for something where `imprisoned` was asked.

The table is made by `training/thesaurus.py`; its first lines name what it is made from, and the licence.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

THESAURUS = Path(__file__).with_name("thesaurus.txt")
"""A line for each stem: the stem, then the stems near it, each with its cosine in hundredths."""

_FLOOR = 0.3
"""Taken from the cosines: words with less in common are not near at all."""


@cache
def _table() -> tuple[bytes, Sequence[int]]:
    """The file, and where its lines begin."""
    text = THESAURUS.read_bytes()
    return text, array("I", (line.start() for line in re.finditer(rb"^.", text, re.MULTILINE)))


@lru_cache(maxsize=20_000)
def near(stem: str) -> tuple[tuple[str, float], ...]:
    """The stems near this one, each with how near it is: 0.2 a shared topic, 0.6 nearly a synonym.

    The sorted lines are searched where they stand, not read into a dictionary: that would cost more than the searches
    of a session.
    """
    if not stem.isalpha():
        return ()
    text, starts = _table()
    wanted = stem.encode("utf-8", "surrogatepass")
    place = bisect_left(starts, wanted, key=lambda start: text[start : text.index(b" ", start)])
    if place == len(starts) or not text.startswith(wanted + b" ", starts[place]):
        return ()
    line = text[starts[place] : starts[place + 1] if place + 1 < len(starts) else None].decode("ascii")
    return tuple((other[:-2], int(other[-2:]) / 100 - _FLOOR) for other in line.split()[1:])


def nearest(stems: Iterable[str]) -> dict[str, float]:
    """Every stem near one of these, with how near it is to the nearest."""
    found: dict[str, float] = {}
    for stem in stems:
        for other, nearness in near(stem):
            if nearness > found.get(other, 0.0):
                found[other] = nearness
    return found
