"""Same, or only alike? What the words and the guards together say of two claims, with the reason."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tuifact.matching.interface import Relation

SAME_FROM = 0.7
"""The likeness from which two claims without a difference that a guard found are called the same, in a large index."""

DIFFERS_FROM = 0.2
"""The likeness from which a found difference is worth naming; below it the two are about different things anyway."""


_DOUBT = 3.2
"""How much surer one must be in an index of few claims, as a logit. It lacks the neighbours that would show that two
reports of one story share many words and say different things. Calibrated on published pairs: the right claim alone in
an index, or in its place the one nearest to it of some 15,000."""

_FADING = 4
"""A third of a usual collection already holds nearly all of those neighbours."""


def same_from(lacking: float) -> float:
    """The likeness from which claims are the same in an index that lacks so much of a usual collection (0..1)."""
    usual = math.log(SAME_FROM / (1 - SAME_FROM))
    return 1 / (1 + math.exp(-usual - _DOUBT * lacking**_FADING))


def relate(likeness: float, differences: Sequence[str], shared: str, lacking: float = 0.0) -> tuple[Relation, str]:
    """The relation and its reason; `shared` says in words what the two have in common.

    `lacking` is the part of a usual collection that the index falls short of.
    """
    if differences and likeness >= DIFFERS_FROM:
        return Relation.DIFFERS, "; ".join(differences[:3])
    if not differences and likeness >= same_from(lacking):
        return Relation.SAME, shared
    return Relation.RELATED, shared
