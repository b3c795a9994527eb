"""How alike two claims are by their words: what the index found by its rarest words, put in a better order.

A candidate gets points for each of `FEATURES`. The weights of what words alone tell come from `training/ranking.py`;
the others are set by hand.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from tuifact.matching.commonness import COUNTED_AMONG, commonness
from tuifact.matching.shelf import Entry, stems
from tuifact.matching.thesaurus import nearest

Frequency = Callable[[str], int]
"""In how many claims of the index a word stands."""

_USUAL = COUNTED_AMONG
"""Claims in a collection like those the weights were tried on. A word is as rare in a small library as it would be
there, and the rarest word of half a million claims counts no more than the rarest of these."""

_USUAL_SCALE = math.log(_USUAL)

_MONTHS = "January February March April May June July August September October November December".split()

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
    rarest: float
    """The weight of its rarest word."""
    grams: frozenset[str]
    near: dict[str, float]
    """Other words, and how near in meaning each is to one of its words."""
    month: frozenset[str]
    """The words that name the month it was said in (`june`, `2018`); empty when nobody knows."""
    lacking: float
    """0..1: how much of a collection that tells what is usual the index falls short of; 1 when it is empty."""


def take_apart(words: Sequence[str], frequency: Frequency, claims: int, said: date | None = None) -> Asked:
    """Weigh the words of a claim, given by their stems, by how rare they are among this many claims.

    What the claims of a small index lack to a collection that tells is thought to be as claims usually are.
    """
    lacking = round(max(0.0, 1 - claims / _USUAL), 2)
    weights = {word: _rarity(frequency(word) + lacking * commonness(word), claims) for word in dict.fromkeys(words)}
    return Asked(
        tuple(words),
        weights,
        sum(weights.values()) or 1.0,
        max(weights.values(), default=1.0),
        frozenset(_grams(" ".join(words))),
        nearest(weights),
        frozenset(stems(f"{_MONTHS[said.month - 1]} {said.year}")) if said else frozenset(),
        lacking,
    )


def _rarity(frequency: float, claims: int) -> float:
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
    "words": 0.115,
    "pieces of words": 7.0,
    "rarest word": 3.2,
    "words near in meaning": 14.3,
    "words of the claim": 0.05,
    "words of the headline": 0.07,
    "figures": 2.0,
    "month it was said in": 2.0,
}
"""What is looked at, and the weight of each.

The first four weights are trained. By hand are those of what the sentences trained on lack (headlines, days) and of
what the encoder that taught them does not see (figures). `words of the claim` counts its words a little more than
those of the headline.
"""

_WEIGHTS = tuple(FEATURES.values())


def features(asked: Asked, entry: Entry) -> tuple[float, ...]:
    """The values of `FEATURES` for a candidate."""
    claim, more = entry.stems.split(), entry.more.split()
    weights, near = asked.weights, asked.near
    words = {*claim, *more}
    shared = weights.keys() & words
    grams = _grams(f"{entry.stems} {entry.more}")
    return (
        _bm25(asked, claim + more, 20.0),
        len(grams & asked.grams) / math.sqrt((len(grams) + 1) * (len(asked.grams) + 1)),
        max((weights[stem] for stem in shared), default=0.0) / asked.rarest,
        sum(near[stem] for stem in near.keys() & (words - shared)) / (len(words) + 1),
        _bm25(asked, claim, 13.0),
        _bm25(asked, more, 7.0),
        sum(weights[stem] for stem in shared if stem[0].isdigit()) / asked.total,
        float(bool(asked.month) and asked.month <= words),
    )


def points(values: Sequence[float]) -> float:
    """The sum that puts candidates in order; it has no scale of its own."""
    return sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))
