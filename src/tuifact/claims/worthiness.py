"""How much a sentence is worth a check."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

_NUMBER = re.compile(r"\d")
_WORDS = re.compile(r"\w+")
_PAST = re.compile(r"\b(?:was|were|had|has|have|been|\w{3,}ed)\b")


class Assessment(NamedTuple):
    """What a sentence is worth to a checker, and why."""

    worth: float
    """Check-worthiness from 0 to 1, comparable across articles."""
    reasons: tuple[str, ...]
    """In words a person reads (`number`, `comparison`)."""


def worth(sentence: str, *, rules_only: bool = False) -> float:
    """Check-worthiness of one sentence from 0 to 1, without its context."""
    return assess(sentence, rules_only=rules_only).worth


def assess(sentence: str, *, rules_only: bool = False) -> Assessment:
    """Check-worthiness of one sentence, and the reasons for it."""
    words = len(_WORDS.findall(sentence))
    number, past = bool(_NUMBER.search(sentence)), bool(_PAST.search(sentence))
    score = -1.5 + 1.2 * number + 1.0 * past + 0.05 * min(words, 25)
    score -= 2.0 * sentence.rstrip().endswith("?") + 2.0 * (words < 5)
    reasons = tuple(name for name, holds in (("number", number), ("past event", past)) if holds)
    return Assessment(1 / (1 + math.exp(-score)), reasons)
