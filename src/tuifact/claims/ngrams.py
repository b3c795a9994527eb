"""What the trained model looks at: words, pairs of neighbours, and the beginnings and ends of words, hashed.

The ends carry grammar (`-ed`, `-tion`, `-er`), which holds in news as it does in the debates the model learned from;
the words and pairs carry the topic. Training and scoring share this file, so that they cannot drift apart.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, pairwise
from zlib import crc32

from tuifact.claims.words import Words

BITS = 17
"""Features are hashed into 2**17 places: one byte of weight each, 128 KiB in all."""
PART = 0.4
"""Value of a beginning or end beside a word's or pair's 1: a word has about six of them, 1 / sqrt(6)."""

_MASK = (1 << BITS) - 1
_LONG = 40  # characters of a word that are looked at
_ENDS = (1, 2, 3)  # letters: the common inflections of English
_BEGINNINGS = (3, 4)  # letters: about a stem
_EDGE = "\x02"  # stands before and after the sentence; no token contains it


Features = tuple[list[int], list[int], int]
"""The places of a sentence's features, from 0 to `2**BITS` - 1, a place as often as its features occur: those of
words, figures, marks and pairs of them (value 1), then those of the beginnings and ends of words (value `PART`); last
the number of tokens, at least 1, by whose square root the values are divided."""


def features(words: Words) -> Features:
    """What there is to see in a sentence."""
    tokens = [token[:_LONG] for token in words.folded]
    pairs = (f"2{left} {right}" for left, right in pairwise([_EDGE, *tokens, _EDGE]))
    whole = [*map(_word, tokens), *map(_place, pairs)]
    parts = [*chain.from_iterable(map(_parts, words.spoken))]
    return whole, parts, max(1, len(tokens))


@lru_cache(maxsize=1 << 14)
def _word(token: str) -> int:
    """The place of a token."""
    return _place(f"1{token}")


@lru_cache(maxsize=1 << 14)
def _parts(word: str) -> tuple[int, ...]:
    """The places of a word's beginnings and ends."""
    ends = (f"c{word[-size:]}>" for size in _ENDS if size <= len(word))
    beginnings = (f"c<{word[:size]}" for size in _BEGINNINGS if size <= len(word))
    return tuple(map(_place, chain(ends, beginnings)))


def _place(feature: str) -> int:
    """Where the weight of a feature stands: CRC-32, the same on every machine and in every run."""
    return crc32(feature.encode("utf-8", "surrogatepass")) & _MASK
