"""Which figures each claim holds, in a byte a claim: only a filter asks, so it is found out when one does."""

from __future__ import annotations

from collections.abc import Iterable


class FigureColumn:
    """What is held by each of some claims, by number."""

    def __init__(self, held: Iterable[tuple[str, ...]] = ()) -> None:
        self._sets: dict[tuple[str, ...], int] = {}
        self._rows = bytearray(self._sets.setdefault(kinds, len(self._sets)) for kinds in held)
        self._kinds = tuple(self._sets)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: int) -> tuple[str, ...]:
        return self._kinds[self._rows[number]]
