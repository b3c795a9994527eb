"""Claims of one article that say the same and were judged differently: one of the two verdicts is wrong."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from tuifact.model import Claim, Status
from tuifact.sourcing.interface import Reach

SAME_FIGURE = 0.6
"""From this share of the words of the shorter claim on, two claims with the same figures are about the same."""

SAME_WORDS = 0.8
"""And from this share on two claims without any."""

FEWEST = 3
"""Words that tell something which two claims must share: fewer are a topic, not a claim."""

CLOSEST = 5
"""Claims that one is held against, those with most words in common: the rest of a long table would only take time."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_LITTLE = frozenset(
    "the and for that this with from was were has have had are been its his her their our not but than then they she "
    "him them who which what when where while also only just over into about after before more most said says told "
    "will would could should can may might there here one two".split()
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A claim as it is compared."""

    claim: Claim
    words: frozenset[str]
    figures: frozenset[Hashable]


def contradictions(claims: Sequence[Claim], reach: Reach) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of one article's claims that say the same: each verified one with the likest of those disputed."""
    verified = [_read(claim, reach) for claim in claims if claim.status == Status.VERIFIED]
    disputed = [_read(claim, reach) for claim in claims if claim.status == Status.DISPUTED]
    places: dict[tuple[frozenset[Hashable], str], list[int]] = defaultdict(list)
    for number, one in enumerate(disputed):
        for word in one.words:
            places[one.figures, word].append(number)
    for one in verified:
        shared = Counter(number for word in one.words for number in places.get((one.figures, word), ()))
        near = sorted((-count, number) for number, count in shared.items() if count >= FEWEST)
        for count, number in near[:CLOSEST]:
            if _same(one, disputed[number], -count, reach):
                yield one.claim, disputed[number].claim
                break


def _read(claim: Claim, reach: Reach) -> _Read:
    words = (found[0].casefold().removesuffix("s") for found in _WORD.finditer(claim.text))
    return _Read(claim, frozenset(words) - _LITTLE, reach.figures(claim.text))


def _same(one: _Read, other: _Read, shared: int, reach: Reach) -> bool:
    share = shared / min(len(one.words), len(other.words))
    if share < (SAME_FIGURE if one.figures else SAME_WORDS):
        return False
    return not reach.differences(one.claim.text, other.claim.text)
