"""How alike two claims are by their words: what the index found by its rarest words, put in a better order.

A candidate gets points for each of `FEATURES`; the weights were fitted to published pairs of posts, debate sentences
and fact-checked claims (CheckThat! verified claim retrieval), so that the right claim stands first.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tuifact.matching.shelf import Entry

Frequency = Callable[[str], int]
"""In how many claims of the index a word stands."""

_USUAL = 15_000
"""Claims in the collections the weights were fitted to. A word is as rare in a small library as it would be there, and
the rarest word of half a million claims counts no more than the rarest of these."""

_USUAL_SCALE = math.log(_USUAL)

_GRAM = 4
"""Characters: shorter pieces are shared by too many words, longer ones miss the endings a stemmer leaves."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The claim asked about, taken apart once for all candidates."""

    stems: tuple[str, ...]
    """In reading order."""
    weights: dict[str, float]
    """What each distinct word is worth (inverse document frequency)."""
    total: float
    """The sum of the weights."""
    grams: frozenset[str]

    @property
    def rarest(self) -> float:
        """The weight of its rarest word."""
        return max(self.weights.values(), default=1.0)


def take_apart(stems: Sequence[str], frequency: Frequency, claims: int) -> Asked:
    """Weigh the words of a claim by how rare they are among this many claims."""
    weights = {stem: _rarity(frequency(stem), claims) for stem in dict.fromkeys(stems)}
    return Asked(tuple(stems), weights, sum(weights.values()) or 1.0, frozenset(_grams(" ".join(stems))))


def _rarity(frequency: int, claims: int) -> float:
    """Inverse document frequency as in BM25, on the scale it has among `_USUAL` claims however many there are."""
    many = max(claims, frequency, _USUAL)
    return math.log(1 + (many - frequency + 0.5) / (frequency + 0.5)) * _USUAL_SCALE / math.log(many)


def _grams(text: str) -> set[str]:
    return {text[place : place + _GRAM] for place in range(len(text) - _GRAM + 1)}


def _bm25(asked: Asked, stems: list[str], usual: float) -> float:
    """Okapi BM25 (k1 1.2, b 0.6) of a text against one whose usual length is known."""
    damping = 1.2 * (0.4 + 0.6 * len(stems) / usual)
    total = 0.0
    for stem in asked.weights.keys() & set(stems):
        count = stems.count(stem)
        total += asked.weights[stem] * count * 2.2 / (count + damping)
    return total


FEATURES = {
    "words": 0.07,
    "words of the claim": 0.10,
    "words of the headline": 0.19,
    "asked grams found": 2.7,
    "all grams": 8.6,
    "rarest word": 4.9,
    "figures": 4.4,
    "has a headline": -0.98,
}
"""What is looked at, and the weight of each."""

_WEIGHTS = tuple(FEATURES.values())


def features(asked: Asked, entry: Entry) -> tuple[float, ...]:
    """The values of `FEATURES` for a candidate."""
    claim, more = entry.stems.split(), entry.more.split()
    weights = asked.weights
    shared = weights.keys() & {*claim, *more}
    grams = _grams(f"{entry.stems} {entry.more}")
    found, size = len(grams & asked.grams), len(asked.grams) + 1
    return (
        _bm25(asked, claim + more, 20.0),
        _bm25(asked, claim, 13.0),
        _bm25(asked, more, 7.0),
        found / size,
        found / math.sqrt((len(grams) + 1) * size),
        max((weights[stem] for stem in shared), default=0.0) / asked.rarest,
        sum(weights[stem] for stem in shared if stem[0].isdigit()) / asked.total,
        float(bool(more)),
    )


def points(values: Sequence[float]) -> float:
    """The sum that puts candidates in order; it has no scale of its own."""
    return sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))
