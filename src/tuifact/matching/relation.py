"""Same, or only alike? What the words and the guards together say of two claims, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.matching.interface import Relation

SAME_FROM = 0.7
"""The likeness from which two claims between which no guard found a difference are called the same."""

DIFFERS_FROM = 0.2
"""The likeness from which a found difference is worth naming; below it the two are about different things anyway."""


def relate(likeness: float, differences: Sequence[str], shared: str) -> tuple[Relation, str]:
    """The relation and its reason; `shared` says in words what the two have in common."""
    if differences and likeness >= DIFFERS_FROM:
        return Relation.DIFFERS, "; ".join(differences[:3])
    if not differences and likeness >= SAME_FROM:
        return Relation.SAME, shared
    return Relation.RELATED, shared
