"""Which claims are shown: those with one of the chosen statuses, said by one of the chosen people, and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from tuifact.model import Band, Kind, Review, Status
from tuifact.model.plain import plain_line
from tuifact.tui.widgets.roll import Roll

NOBODY = "the article itself"
"""Who speaks where nobody is said to."""


class Facet(NamedTuple):
    """One thing that claims have in common."""

    group: str
    value: str
    glyph: str = ""

    @property
    def words(self) -> str:
        """As a person reads it."""
        said = _WORDS.get((self.group, self.value)) or plain_line(self.value)
        return f"{self.glyph} {said}" if self.glyph else said


_REVIEWS = {
    Review.OPEN: "",
    Review.UNSIGNED: "not signed off",
    Review.SIGNED: "signed off",
    Review.VOID: "signature void",
}

FIGURES = "figures"
"""The group of which a claim may have several, or nothing at all."""

GROUPS: Mapping[str, Callable[[Roll, int], tuple[str, ...]]] = {
    "status": lambda roll, number: (roll.status(number).value,),
    "text": lambda roll, number: ("changed since" if roll.changed(number) else "as it was",),
    "review": lambda roll, number: (_REVIEWS[roll.review(number)],),
    "worth": lambda roll, number: (roll.band(number).value,),
    "kind": lambda roll, number: (roll.kind(number).value,),
    FIGURES: lambda roll, number: () if roll.figures is None else roll.figures[number],
    "said by": lambda roll, number: (roll.speaker(number) or NOBODY,),
}
"""What is told apart, in the order in which it is offered, and what each claim has of it; an empty word for nothing."""

_ORDER = {
    "status": [status.value for status in Status],
    "review": list(_REVIEWS.values()),
    "worth": [band.value for band in Band],
    "kind": [kind.value for kind in Kind],
    FIGURES: ["figure", "money", "percent", "number", "date"],
}
_WORDS = {(FIGURES, "figure"): "any figure", (FIGURES, "number"): "another number", (FIGURES, "date"): "date or year"}
_GLYPHS = {("status", status.value): status.glyph for status in Status} | {("text", "changed since"): "!"}


class Narrowing:
    """The chosen facets: of one group any, of several all."""

    def __init__(self, chosen: Iterable[Facet] = ()) -> None:
        self.chosen = tuple(chosen)
        """In the order in which they are offered."""
        self._values: dict[str, set[str]] = {}
        for facet in self.chosen:
            self._values.setdefault(facet.group, set()).add(facet.value)

    def __bool__(self) -> bool:
        return bool(self.chosen)

    @property
    def words(self) -> str:
        """What is shown, in a line."""
        return " · ".join(facet.words for facet in self.chosen)

    def passes(self, roll: Roll, number: int) -> bool:
        """Whether the claim is shown."""
        return all(not values.isdisjoint(GROUPS[group](roll, number)) for group, values in self._values.items())

    def asks(self, group: str) -> bool:
        """Whether something of this group is chosen."""
        return group in self._values

    def without(self, group: str) -> Narrowing:
        """The same with nothing of this group chosen."""
        return Narrowing(facet for facet in self.chosen if facet.group != group)

    def toggled(self, facet: Facet) -> Narrowing:
        """With this facet, or without it if it was chosen."""
        if facet in self.chosen:
            return Narrowing(one for one in self.chosen if one != facet)
        return Narrowing([*self.chosen, facet])

    def counts(self, roll: Roll) -> Mapping[Facet, int]:
        """Every facet of the claims, and how many there would be of it under what is chosen in the other groups."""
        found: Counter[tuple[str, str]] = Counter()
        known: Counter[tuple[str, str]] = Counter()
        for number in range(len(roll)):
            has = [(group, values(roll, number)) for group, values in GROUPS.items()]
            known.update((group, value) for group, values in has for value in values)
            failing = [group for group, values in has if self._fails(group, values)]
            found.update((group, value) for group, values in has if failing in ([], [group]) for value in values)
        return {facet: found[facet.group, facet.value] for facet in _offered(known, len(roll))}

    def _fails(self, group: str, values: tuple[str, ...]) -> bool:
        return group in self._values and self._values[group].isdisjoint(values)


def _offered(known: Mapping[tuple[str, str], int], among: int) -> Iterable[Facet]:
    """The facets of groups that tell something apart: in their natural order, else the most frequent first."""
    for group in GROUPS:
        values = {value: -count for (of, value), count in known.items() if of == group}
        order = _ORDER.get(group, ())
        if any(-count < among for count in values.values()):
            ordered = sorted(values, key=lambda value: (order.index(value) if value in order else values[value], value))
            yield from (Facet(group, value, _GLYPHS.get((group, value), "")) for value in ordered if value)
