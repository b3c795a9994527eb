"""Words run together, as in tags and names of accounts (`americanflag`): taken apart where no claim has them so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tuifact.matching.shelf import stem, stemmed

_SHORTEST, _LONGEST = 6, 30
"""Letters of a word that may be two; the longest tags in use have some thirty."""

_PART = 3
"""Letters of a part: shorter ones (`re`, `ed`) are no words of their own."""

_MOST = 24
"""Unknown words that are looked at: a post has three, and a page must not slow the search down."""


def stems_and_parts(words: Sequence[str], frequency: Callable[[str], int]) -> list[str]:
    """The stems of these words, and after each word that no claim has the two it may be made of.

    `frequency` says how many claims have a stem.
    """
    found: list[str] = []
    parts: dict[str, tuple[str, ...]] = {}
    for word in words:
        found += stemmed(word)
        if word not in parts and len(parts) < _MOST and _may_be_two(word) and not frequency(stem(word)):
            parts[word] = _parts(word, frequency)
        found += parts.get(word, ())
    return found


def _may_be_two(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and word.isalpha()


def _parts(word: str, frequency: Callable[[str], int]) -> tuple[str, ...]:
    """The two words, by their stems, whose rarer one the most claims have; nothing when there are no two."""
    most = 0
    best: tuple[str, ...] = ()
    for place in range(_PART, len(word) - _PART + 1):
        pair = stem(word[:place]), stem(word[place:])
        known = min(map(frequency, pair))
        if known > most:
            most, best = known, pair
    return best
