"""What the trained model looks at: words, pairs of neighbours, pieces of words, pairs of rules; hashed.

The ends carry grammar (`-ed`, `-tion`, `-er`), which holds in news as it does in the debates the model learned from;
the words and pairs carry the topic, runs of letters what words akin share. Which rules hold together says what each of
them says too strongly or too weakly beside another: a figure in a question, a name in a promise. Training and scoring
share this file, so that they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, combinations_with_replacement, pairwise, starmap
from math import sqrt
from zlib import crc32

from tuifact.claims.words import Words

BITS = 17
"""Features are hashed into 2**17 places: one byte of weight each, 128 KiB in all."""
PART = 0.4
"""Value of a beginning or end beside a word's or pair's 1: a word has about six of them, 1 / sqrt(6)."""
TOGETHER = 0.2
"""Value of a pair of rules; a sentence has about thirty."""

_MASK = (1 << BITS) - 1
_LONG = 40  # characters of a word that are looked at
_ENDS = (1, 2, 3)  # letters: the common inflections of English
_BEGINNINGS = (3, 4)  # letters: about a stem
_RUNS = (2, 3, 4)  # bytes, the edges of a word among them
_RUN = crc32(b"l")  # what the hash of a run of letters begins with
_DIGITS = dict.fromkeys(map(ord, "123456789"), "0")
_KEPT = 1 << 12  # words whose places are remembered; rarer ones are not worth their memory
_EDGE = "\x02"  # stands before and after the sentence; no token contains it


Features = tuple[tuple[Sequence[int], float], ...]
"""Places from 0 to `2**BITS` - 1 in groups, each group with the value its places have; a place stands in a group as
often as its features occur."""


def features(words: Words, reasons: Iterable[str]) -> Features:
    """What there is to see in a sentence; `reasons` are those of the rules that hold, each once, in their order.

    Four groups: words, figures, marks and pairs of them; beginnings and ends of words; reasons and pairs of them; runs
    of letters, each once. All but the reasons are divided by the root of how many there are, lest a long sentence say
    more of the same.
    """
    tokens = [token[:_LONG] for token in words.folded]
    pairs = (f"2{left} {right}" for left, right in pairwise([_EDGE, *tokens, _EDGE]))
    whole = [*map(_word, tokens), *map(_place, pairs)]
    parts = [*chain.from_iterable(map(_parts, words.spoken))]
    together = [*starmap(_together, combinations_with_replacement(reasons, 2))]
    share = 1 / sqrt(max(1, len(tokens)))
    runs = _runs_in(words.text)
    return (whole, share), (parts, PART * share), (together, TOGETHER), (runs, 1 / sqrt(max(1, len(runs))))


def _runs_in(text: str) -> Sequence[int]:
    """The places of the runs of letters, marks and figures between white space; each once, in a settled order."""
    written = dict.fromkeys(text.lower().translate(_DIGITS).split())
    return [*dict.fromkeys(chain.from_iterable(map(_runs, written)))]


@lru_cache(maxsize=_KEPT)
def _runs(written: str) -> tuple[int, ...]:
    """The places of the runs of letters in what stands between white space."""
    data = f" {written[:_LONG]} ".encode("utf-8", "surrogatepass")
    return tuple(crc32(data[at : at + size], _RUN) & _MASK for size in _RUNS for at in range(len(data) - size + 1))


@lru_cache(maxsize=_KEPT)
def _word(token: str) -> int:
    """The place of a token."""
    return _place(f"1{token}")


@lru_cache(maxsize=_KEPT)
def _parts(word: str) -> tuple[int, ...]:
    """The places of a word's beginnings and ends."""
    ends = (f"c{word[-size:]}>" for size in _ENDS if size <= len(word))
    beginnings = (f"c<{word[:size]}" for size in _BEGINNINGS if size <= len(word))
    return tuple(map(_place, chain(ends, beginnings)))


@lru_cache(maxsize=1 << 11)
def _together(one: str, other: str) -> int:
    """The place of two reasons that hold together; of one reason, where both are the same."""
    return _place(f"r{one}{_EDGE}{other}")


def _place(feature: str) -> int:
    """Where the weight of a feature stands: CRC-32, the same on every machine and in every run."""
    return crc32(feature.encode("utf-8", "surrogatepass")) & _MASK
