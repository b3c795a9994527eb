"""How much a claim is like another, and which of many are worth asking about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain

from tuifact.library.store.documents import Document
from tuifact.model import Claim

ALIKE = 0.6
"""From this share of common letters on (0..1), two sentences may be one claim that was edited; `SequenceMatcher` calls
0.6 "close"."""

_ANCHORED = 0.15
"""What each of the same words before and the same words after adds to the likeness."""

_COMPARED = 4
"""Claims compared letter by letter with one, those first that share most words: the work grows with the number of
claims, not with its square."""

_SHARED = 3
"""One word in so many must be shared, unless what stands before or behind is the same."""

_WORD = re.compile(r"\w+")


def words_of(text: str) -> frozenset[str]:
    """The different words of a text, whatever their case."""
    return frozenset(_WORD.findall(text.lower()))


def likeness(old: Document, new: Claim) -> float:
    """How much one claim is like the other, 0 and up: their letters, and the words around them."""
    around = _ANCHORED * len(_anchors_of(old) & _anchors_of_claim(new))
    matcher = SequenceMatcher(None, old["text"], new.text, autojunk=False)
    if matcher.real_quick_ratio() + around < ALIKE or matcher.quick_ratio() + around < ALIKE:
        return 0.0
    return matcher.ratio() + around


def likely_pairs(held: Sequence[Document], found: Sequence[Claim]) -> Iterator[tuple[float, int, Document, Claim]]:
    """Pairs of claims that may be one, with their likeness and the number of the old one."""
    by_word: defaultdict[object, list[int]] = defaultdict(list)
    by_anchor: defaultdict[object, list[int]] = defaultdict(list)
    for number, new in enumerate(found):
        for word in words_of(new.text):
            by_word[word].append(number)
        for anchor in _anchors_of_claim(new):
            by_anchor[anchor].append(number)
    for place, old in enumerate(held):
        words = words_of(old["text"])
        shared = Counter(chain.from_iterable(by_word.get(word, ()) for word in words))
        near = [number for number, count in shared.most_common(_COMPARED) if count * _SHARED >= len(words)]
        near += list(chain.from_iterable(by_anchor.get(anchor, ()) for anchor in _anchors_of(old)))[:_COMPARED]
        for number in dict.fromkeys(near):
            share = likeness(old, found[number])
            if share >= ALIKE:
                yield share, place, old, found[number]


def _anchors_of(old: Document) -> set[tuple[str, str]]:
    return {(side, old[side]) for side in ("prefix", "suffix") if old.get(side)}


def _anchors_of_claim(new: Claim) -> set[tuple[str, str]]:
    sides = (("prefix", new.anchor.prefix), ("suffix", new.anchor.suffix))
    return {(side, words) for side, words in sides if words}
