"""How much a sentence is worth a check."""

from __future__ import annotations

import math
import re

_NUMBER = re.compile(r"\d")
_WORDS = re.compile(r"\w+")
_PAST = re.compile(r"\b(?:was|were|had|has|have|been|\w{3,}ed)\b")


def worth(sentence: str, *, rules_only: bool = False) -> float:
    """Check-worthiness of one sentence from 0 to 1, without its context."""
    words = len(_WORDS.findall(sentence))
    score = -1.5 + 1.2 * bool(_NUMBER.search(sentence)) + 1.0 * bool(_PAST.search(sentence)) + 0.05 * min(words, 25)
    score -= 2.0 * sentence.rstrip().endswith("?") + 2.0 * (words < 5)
    return 1 / (1 + math.exp(-score))
