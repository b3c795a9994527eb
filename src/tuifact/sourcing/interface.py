"""What the rules are given besides the claims."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from tuifact.model import Snapshot


def _nothing(_: Snapshot) -> bytes | None:
    return None


def _no_figures(_: str) -> frozenset[Hashable]:
    return frozenset()


def _no_differences(_one: str, _other: str) -> tuple[str, ...]:
    return ()


def _nowhere(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Reach:
    """What the rules ask of other rooms, each a function; without one the rule that needs it finds nothing."""

    read: Callable[[Snapshot], bytes | None] = _nothing
    """The bytes of a kept copy, as a text or a page; None when it is lost, or no text can be read in it."""
    figures: Callable[[str], frozenset[Hashable]] = _no_figures
    """The quantities in a text as values, so that `1.5 billion` and `1,500 million` are one."""
    differences: Callable[[str, str], tuple[str, ...]] = _no_differences
    """What two sentences about the same differ in (a figure, a date, a name, a negation); empty when in nothing."""
    origin: Callable[[str], str] = _nowhere
    """Where an article came from, by its id."""
