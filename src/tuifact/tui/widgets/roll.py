"""The claims of an article, by number: what the page and the keys need of each, in columns.

A claim whole is half a kilobyte; a hundred thousand of them would take as much memory as all the rest. Only those that
are looked at are whole, and these are asked for one by one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from itertools import islice, pairwise

from tuifact.errors import NotFound
from tuifact.model import Band, Claim, Kind, Review, Status, Tally
from tuifact.tui.widgets.figure_column import FigureColumn

KEPT_WHOLE = 500
"""Claims that are kept whole, half a megabyte: all those of an article, and of a book the latest ones looked at."""

_STATUSES, _KINDS, _BANDS, _REVIEWS = tuple(Status), tuple(Kind), tuple(Band), tuple(Review)
_UNVERIFIED = _STATUSES.index(Status.UNVERIFIED)


def _unknown(claim: str) -> Claim:
    raise NotFound(f"no claim {claim}", "see: tuifact claims")


class Columns:
    """What is known of each claim, in reading order. Numbers count from 0."""

    def __init__(self) -> None:
        self.paragraphs, self.starts, self.ends = array("I"), array("I"), array("I")
        """Where each stands: its paragraph, and its characters there."""
        self._statuses, self._changed = bytearray(), bytearray()
        self._kinds, self._bands, self._reviews = bytearray(), bytearray(), bytearray()
        self._speakers = array("I")
        self._people: list[str | None] = []
        self._names: dict[str | None, int] = {}
        self._ids, self._id_starts = bytearray(b"\n"), array("I")
        self._astray: dict[int, list[int]] | None = None
        self._in_order = True

    def extend(self, claims: Sequence[Claim]) -> None:
        """Add claims at the end."""
        first = len(self)
        for claim in claims:
            self._id_starts.append(len(self._ids))
            self._ids += claim.id.encode() + b"\n"
        self._speakers.extend(self._person(claim.speaker) for claim in claims)
        self._kinds.extend(_KINDS.index(claim.kind) for claim in claims)
        self._bands.extend(_BANDS.index(claim.band) for claim in claims)
        self._reviews.extend(_REVIEWS.index(claim.review) for claim in claims)
        self.paragraphs.extend(claim.paragraph for claim in claims)
        self.starts.extend(claim.start for claim in claims)
        self.ends.extend(claim.end for claim in claims)
        self._statuses.extend(_STATUSES.index(claim.status) for claim in claims)
        self._changed.extend(claim.text_changed for claim in claims)
        places = islice(zip(self.paragraphs, self.starts, strict=True), max(0, first - 1), None)
        self._in_order = self._in_order and all(before <= after for before, after in pairwise(places))
        self._astray = None

    def renew(self, number: int, claim: Claim) -> None:
        """Put the claim as it stands now in the place of the one that was; where it stands in the text is the same."""
        self._speakers[number] = self._person(claim.speaker)
        self._kinds[number], self._bands[number] = _KINDS.index(claim.kind), _BANDS.index(claim.band)
        self._reviews[number], self._changed[number] = _REVIEWS.index(claim.review), claim.text_changed
        self._statuses[number] = _STATUSES.index(claim.status)

    def __len__(self) -> int:
        return len(self._statuses)

    def id(self, number: int) -> str:
        """The claim's id."""
        start = self._id_starts[number]
        return self._ids[start : self._ids.index(b"\n", start)].decode()

    def number(self, claim: str) -> int | None:
        """The number of the claim with this id; None where there is none."""
        # Looked for in one piece of text, which takes no longer than a key is felt and a tenth of a dictionary's room.
        at = self._ids.find(f"\n{claim}\n".encode()) if claim else -1
        return bisect_left(self._id_starts, at + 1) if at >= 0 else None

    def status(self, number: int) -> Status:
        """How the claim stands."""
        return _STATUSES[self._statuses[number]]

    def speaker(self, number: int) -> str | None:
        """Who is said to have said it."""
        return self._people[self._speakers[number]]

    def kind(self, number: int) -> Kind:
        """What it asserts."""
        return _KINDS[self._kinds[number]]

    def band(self, number: int) -> Band:
        """How much it is worth a check."""
        return _BANDS[self._bands[number]]

    def review(self, number: int) -> Review:
        """How far the second reader is with it."""
        return _REVIEWS[self._reviews[number]]

    def changed(self, number: int) -> bool:
        """Whether its text was changed since the verdict."""
        return bool(self._changed[number])

    def glyph(self, number: int) -> str:
        """What stands before it in the text."""
        return "!" if self._changed[number] else self.status(number).glyph

    @property
    def tally(self) -> Tally:
        """How all claims stand."""
        verified, disputed, unverified = (self._statuses.count(number) for number in range(len(_STATUSES)))
        return Tally(verified, disputed, unverified)

    def in_paragraph(self, paragraph: int) -> Sequence[int]:
        """The claims of a paragraph, by where they begin."""
        if self._in_order:
            return range(bisect_left(self.paragraphs, paragraph), bisect_right(self.paragraphs, paragraph))
        if self._astray is None:
            # The words of a claim may be gone from the text: then the order is not that of the places.
            self._astray = {}
            for number in sorted(range(len(self)), key=self.starts.__getitem__):
                self._astray.setdefault(self.paragraphs[number], []).append(number)
        return self._astray.get(paragraph, ())

    def _person(self, name: str | None) -> int:
        if name not in self._names:
            self._names[name] = len(self._people)
            self._people.append(name)
        return self._names[name]


class Roll(Columns):
    """The claims of an article, those that are looked at whole, and which of them are shown."""

    def __init__(self, claims: Iterable[Claim] = (), find: Callable[[str], Claim] = _unknown) -> None:
        """`find` gives a claim by its id, or raises `TuifactError`."""
        super().__init__()
        self._find = find
        self._whole: OrderedDict[int, Claim] = OrderedDict()
        self._shown, self._waiting = bytearray(), bytearray()
        self._passes: Callable[[int], bool] | None = None
        self.figures: FigureColumn | None = None
        """Which figures each holds; None as long as nobody filtered by them."""
        self.extend(tuple(claims))

    def extend(self, claims: Sequence[Claim]) -> None:
        """Add claims at the end."""
        numbers = range(len(self), len(self) + len(claims))
        super().extend(claims)
        self._shown.extend(bytes(len(claims)))
        self._waiting.extend(bytes(len(claims)))
        for number in numbers:
            self._judge(number)
        if len(self) <= KEPT_WHOLE:
            self._whole.update(zip(numbers, claims, strict=True))

    def claim(self, number: int) -> Claim:
        """The claim whole. Raises `TuifactError` when it cannot be had any more."""
        if number not in self._whole:
            self._keep(number, self._find(self.id(number)))
        return self._whole[number]

    def differs(self, number: int, claim: Claim) -> bool:
        """Whether the claim is another than the one that is known; of one that is not held whole nobody can tell."""
        return self._whole.get(number) != claim

    def renew(self, number: int, claim: Claim) -> None:
        """Put the claim as it stands now in the place of the one that was."""
        super().renew(number, claim)
        self._keep(number, claim)
        self._judge(number)

    def sift(self, passes: Callable[[int], bool] | None) -> None:
        """Show only the claims whose number passes; None shows all again."""
        self._passes = passes
        for number in range(len(self)):
            self._judge(number)

    def is_shown(self, number: int) -> bool:
        """Whether the claim is one of those shown."""
        return bool(self._shown[number])

    def landmark(self, number: int) -> Status:
        """How the claim counts for one who looks where there is something to do: not at all when it is not shown."""
        return self.status(number) if self._shown[number] else Status.VERIFIED

    @property
    def shown(self) -> int:
        """How many are shown."""
        return self._shown.count(1)

    def step(self, number: int, step: int) -> int | None:
        """The shown claim after (1) or before (-1) this one; None at the end."""
        found = self._shown.find(1, number + 1) if step > 0 else self._shown.rfind(1, 0, max(0, number))
        return found if found >= 0 else None

    def next_open(self, number: int, step: int) -> int | None:
        """The nearest shown unchecked claim in this direction, going round at the end; None when there is none."""
        ahead = self._waiting.find(1, number + 1) if step > 0 else self._waiting.rfind(1, 0, max(0, number))
        if ahead < 0:
            ahead = self._waiting.find(1) if step > 0 else self._waiting.rfind(1)
        return ahead if ahead >= 0 else None

    def _judge(self, number: int) -> None:
        shown = self._passes is None or self._passes(number)
        self._shown[number] = shown
        self._waiting[number] = shown and self._statuses[number] == _UNVERIFIED

    def _keep(self, number: int, claim: Claim) -> None:
        self._whole[number] = claim
        self._whole.move_to_end(number)
        if len(self._whole) > KEPT_WHOLE:
            self._whole.popitem(last=False)
