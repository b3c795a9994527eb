"""Sentences that point at claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """A claim spoken of in a sentence."""

    number: int
    anchor: str
    """Of its section; empty when the report has none."""

    def __str__(self) -> str:
        return str(self.number)


class Phrase(tuple[str | Reference, ...]):
    """A sentence in pieces; as a string it is what a reader sees."""

    __slots__ = ()

    def __str__(self) -> str:
        return "".join(map(str, self))


def joined(phrases: Iterable[Phrase]) -> Phrase:
    """Sentences one after the other; empty ones are left out."""
    pieces: list[str | Reference] = []
    for phrase in filter(None, phrases):
        pieces += [" ", *phrase] if pieces else phrase
    return Phrase(pieces)


def enumerated(references: Sequence[Reference], more: str = "") -> Phrase:
    """References as a sentence has them: `1, 2 and 3`; `more` is what is not named.

    >>> str(enumerated([Reference(1, ""), Reference(2, ""), Reference(3, "")]))
    '1, 2 and 3'
    """
    parts: list[str | Reference] = [*references, *([more] if more else [])]
    pieces: list[str | Reference] = []
    for place, part in enumerate(parts):
        if place:
            pieces.append(" and " if place == len(parts) - 1 else ", ")
        pieces.append(part)
    return Phrase(pieces)
