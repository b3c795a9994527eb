"""Matching: has this been checked before, by us or by anyone? Earlier claims like a new one, and published checks.

The names are looked up on first use, so that a command that reads a feed does not pay for the search engine.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuifact.matching.checkstore import CheckStore, ImportedChecks
    from tuifact.matching.encoder import load_encoder
    from tuifact.matching.guards import compare
    from tuifact.matching.index import ClaimIndex
    from tuifact.matching.interface import Encoder, Match, MatchingError, Relation
    from tuifact.matching.published import PublishedCheck, Skipped
    from tuifact.matching.ratings import Rating, rate
    from tuifact.matching.reading import read_checks

__all__ = [
    "CheckStore",
    "ClaimIndex",
    "Encoder",
    "ImportedChecks",
    "Match",
    "MatchingError",
    "PublishedCheck",
    "Rating",
    "Relation",
    "Skipped",
    "compare",
    "load_encoder",
    "rate",
    "read_checks",
]

_HOMES = {
    "CheckStore": "checkstore",
    "ClaimIndex": "index",
    "Encoder": "interface",
    "ImportedChecks": "checkstore",
    "Match": "interface",
    "MatchingError": "interface",
    "PublishedCheck": "published",
    "Rating": "ratings",
    "Relation": "interface",
    "Skipped": "published",
    "compare": "guards",
    "load_encoder": "encoder",
    "rate": "ratings",
    "read_checks": "reading",
}


def __getattr__(name: str) -> object:
    """The public name from the file that keeps it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
