"""How likely a match is the claim asked about, by how far it stands out, and what the two share, said for a person.

What tells is not how many words are shared but how far a match stands out: a claim that is not in the index has some
twenty neighbours with about as many points each, one that is there leaves them behind.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tuifact.matching.ranking import Asked
from tuifact.matching.shelf import Entry

_LEAD, _RISE, _BASE = 0.24, 0.42, -3.3
"""Of a logistic model, fitted to first matches of published pairs with the right claim in the index and without."""

_FIELD = 10
"""Matches behind the first that make up the field it rises from."""

_USUAL_SECOND, _USUAL_FIELD = 8.0, 7.5
"""Points that unrelated claims get in a large index, whatever the length of the claim asked about. A small index has no
such neighbours: there a match is measured against these."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The points of all candidates, best first."""

    points: Sequence[float]

    def likeness(self, place: int) -> float:
        """0..1: how likely the match at this place is the claim asked about."""
        mine = self.points[place]
        others = max((self.points[other] for other in (0, 1) if other != place and other < len(self.points)), default=0)
        field = [*self.points[1 : 1 + _FIELD], *[0.0] * _FIELD][:_FIELD]
        lead = mine - max(others, _USUAL_SECOND)
        rise = mine - max(sum(field) / _FIELD, _USUAL_FIELD)
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, _BASE + _LEAD * lead + _RISE * rise))))


def shared_in_words(asked: Asked, entry: Entry) -> str:
    """How much of the earlier claim stands in the one asked about: `every word of it`, `5 of its 9 words`."""
    claim = set(entry.stems.split())
    shared = len(claim & asked.weights.keys())
    if not claim or shared == len(claim):
        return "every word of it"
    return f"{shared} of its {len(claim)} words"
