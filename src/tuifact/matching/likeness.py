"""How likely a match is the claim asked about, by how far it stands out, and what the two share, said for a person.

What tells is not how many words are shared but how far a match stands out: a claim that is not in the index has some
twenty neighbours with about as many points each, one that is there leaves them behind.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import islice

from tuifact.matching.ranking import Asked
from tuifact.matching.shelf import Entry

_LEAD, _RISE, _BASE = 0.4, 0.52, -3.14
"""Of a logistic curve, calibrated on first matches of published pairs with the right claim in the index and without."""

_BASE_WITH_MEANING = -7.55
"""The same with an encoder, whose points let the first match stand out further, be it right or wrong."""

_FIELD = 10
"""Other claims that make up the field a match rises from."""

_ONE_CLAIM = 0.5
"""Share of the words of two claims that stand in both, from which they are told as one that was checked twice."""

_TELLING = 4
"""Distinct words of a claim that is one claim wherever it is said; `He denied it` is said of many things."""

_USUAL_SECOND, _USUAL_FIELD = 7.0, 6.0
"""Points that unrelated claims get in a large index, whatever the length of the claim asked about. A small index has no
such neighbours: there a match is measured against these."""


def likenesses(
    asked: Asked, ranked: Sequence[tuple[Entry, float]], limit: int, *, by_meaning: bool = False
) -> list[float]:
    """0..1 for each of the first `limit` of these candidates and their points: how likely it is the claim asked about.

    `by_meaning` says that an encoder gave points too.

    Other checks of the same claim (it comes back, that is why it is here) do not count as neighbours of one another.
    What is word for word the claim asked about is that claim, whatever else is like it.
    """
    verbatim = " ".join(asked.stems) if len(asked.weights) >= _TELLING else None
    words = [frozenset(entry.stems.split()) for entry, _ in ranked]
    base = _BASE_WITH_MEANING if by_meaning else _BASE
    return [
        1.0
        if entry.stems == verbatim
        else _likeness(base, mark, list(islice(_neighbours(words[place], words, ranked), _FIELD)))
        for place, (entry, mark) in enumerate(ranked[:limit])
    ]


def _neighbours(
    mine: frozenset[str], words: Sequence[frozenset[str]], ranked: Sequence[tuple[Entry, float]]
) -> Iterator[float]:
    """The points of the candidates that make another claim, best first; of copies one alone counts."""
    seen: set[frozenset[str]] = set()
    for (_, mark), theirs in zip(ranked, words, strict=True):
        if theirs not in seen and len(mine & theirs) < _ONE_CLAIM * len(mine | theirs):
            seen.add(theirs)
            yield mark


def _likeness(base: float, mine: float, others: Sequence[float]) -> float:
    """Of a match with these points beside others with theirs, best first."""
    lead = mine - max(max(others, default=0.0), _USUAL_SECOND)
    rise = mine - max(sum(others) / _FIELD, _USUAL_FIELD)
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, base + _LEAD * lead + _RISE * rise))))


def shared_in_words(asked: Asked, entry: Entry) -> str:
    """How much of the earlier claim stands in the one asked about: `every word of it`, `5 of its 9 words`."""
    claim = set(entry.stems.split())
    shared = len(claim & asked.weights.keys())
    if not claim or shared == len(claim):
        return "every word of it"
    return f"{shared} of its {len(claim)} words"
