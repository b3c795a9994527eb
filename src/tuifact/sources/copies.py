"""Copies of a text that are not the same to the letter: syndicated, cut, lightly edited.

A text's fingerprint is the smallest hashes of its runs of three words (a bottom-k sketch, Broder 1997); two
fingerprints tell how many of their runs two texts share, without the texts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from zlib import crc32

Fingerprint = tuple[int, ...]
"""Ascending hashes, at most `SIZE`; empty for a text without three words."""

RUN = 3
"""Words in a run: two turn up by chance in any two texts, five are broken by one changed word too often."""

SIZE = 128
"""Hashes kept: the share that two texts have in common is then right to about ±0.04."""

LEAST = 0.5
"""The share of common runs from which on two texts are called near-duplicates: half a text is no chance."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """A text that is nearly the same as another."""

    id: str
    likeness: float
    """The share of their runs of three words that both texts have, 0 to 1."""


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text; capitals, punctuation and line ends do not count."""
    words = [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text.casefold())]
    runs = zip(words, words[1:], words[2:], strict=False)
    return tuple(nsmallest(SIZE, {crc32(b" ".join(run)) for run in runs}))


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """How much two texts have in common, 0 to 1: of the smallest hashes of both, those that are in both."""
    if not one or not other:
        return 0.0
    ours, theirs = set(one), set(other)
    # Only as far up as both fingerprints are complete can a hash that is missing be known to be missing.
    smallest = sorted(ours | theirs)[: min(SIZE, max(len(one), len(other)))]
    return sum(one in ours and one in theirs for one in smallest) / len(smallest)


def near_duplicates(text: str, known: Mapping[str, Fingerprint], least: float = LEAST) -> list[Copy]:
    """Those of the known texts that this one is nearly a copy of, the likest first."""
    mine = fingerprint(text)
    found = [Copy(id_, share) for id_, other in known.items() if (share := likeness(mine, other)) >= least]
    return sorted(found, key=lambda copy: (-copy.likeness, copy.id))


class CopyIndex:
    """The same question for many texts: only those that share a hash are compared."""

    def __init__(self, known: Iterable[tuple[str, Fingerprint]] = ()) -> None:
        self._known: dict[str, Fingerprint] = {}
        self._holders: defaultdict[int, list[str]] = defaultdict(list)
        for id_, print_ in known:
            self.add(id_, print_)

    def __len__(self) -> int:
        return len(self._known)

    def add(self, id_: str, print_: Fingerprint) -> None:
        """Know a text from now on; one that is known under this id keeps its first fingerprint."""
        if id_ in self._known:
            return
        self._known[id_] = print_
        for mark in print_:
            self._holders[mark].append(id_)

    def find(self, print_: Fingerprint, least: float = LEAST) -> list[Copy]:
        """The texts with this likeness or more, the likest first."""
        shared = Counter(id_ for mark in print_ for id_ in self._holders.get(mark, ()))
        found = [Copy(id_, share) for id_ in shared if (share := likeness(print_, self._known[id_])) >= least]
        return sorted(found, key=lambda copy: (-copy.likeness, copy.id))
