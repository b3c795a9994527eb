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

KEPT_WHOLE = 2000
"""Claims that are kept whole, about a megabyte: all those of an article, and of a book the latest ones looked at."""

_STATUSES = tuple(Status)
_NUMBERS = {status: number for number, status in enumerate(_STATUSES)}


def _unknown(claim: str) -> Claim:
    raise NotFound(f"no claim {claim}", "see: tuifact claims")


class Roll:
    """The claims in reading order. Numbers count from 0."""

    def __init__(self, claims: Iterable[Claim] = (), find: Callable[[str], Claim] = _unknown) -> None:
        """`find` gives a claim by its id, or raises `TuifactError`."""
        self.speakers: list[str | None] = []
        """Of each claim."""
        self.kinds: list[Kind] = []
        self.bands: list[Band] = []
        self.reviews: list[Review] = []
        self.paragraphs, self.starts, self.ends = array("Q"), array("Q"), array("Q")
        """Where each stands: its paragraph, and its characters there."""
        self._statuses, self._changed = bytearray(), bytearray()
        self._shown, self._waiting = bytearray(), bytearray()
        self._sift: Callable[[int], bool] | None = None
        self._names: dict[str | None, str | None] = {}
        self._ids, self._id_starts = bytearray(b"\n"), array("Q")
        self._whole: OrderedDict[int, Claim] = OrderedDict()
        self._astray: dict[int, list[int]] | None = None
        self._in_order = True
        self._find = find
        self.extend(claims)

    def extend(self, claims: Iterable[Claim]) -> None:
        """Add claims at the end."""
        more, first = list(claims), len(self)
        numbers = range(first, first + len(more))
        for claim in more:
            self._id_starts.append(len(self._ids))
            self._ids += claim.id.encode() + b"\n"
        self.speakers += [self._names.setdefault(claim.speaker, claim.speaker) for claim in more]
        self.kinds += [claim.kind for claim in more]
        self.bands += [claim.band for claim in more]
        self.reviews += [claim.review for claim in more]
        self.paragraphs.extend(claim.paragraph for claim in more)
        self.starts.extend(claim.start for claim in more)
        self.ends.extend(claim.end for claim in more)
        self._statuses.extend(_NUMBERS[claim.status] for claim in more)
        self._changed.extend(claim.text_changed for claim in more)
        self._shown.extend(bytes(len(more)))
        self._waiting.extend(bytes(len(more)))
        for number in numbers:
            self._judge(number)
        if len(self) <= KEPT_WHOLE:
            self._whole.update(zip(numbers, more, strict=True))
        places = islice(zip(self.paragraphs, self.starts, strict=True), max(0, first - 1), None)
        self._in_order = self._in_order and all(before <= after for before, after in pairwise(places))
        self._astray = None

    def __len__(self) -> int:
        return len(self.kinds)

    # What is known of each

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

    def changed(self, number: int) -> bool:
        """Whether its text was changed since the verdict."""
        return bool(self._changed[number])

    def glyph(self, number: int) -> str:
        """What stands before it in the text."""
        return "!" if self._changed[number] else self.status(number).glyph

    def claim(self, number: int) -> Claim:
        """The claim whole. Raises `TuifactError` when it cannot be had any more."""
        if number not in self._whole:
            self._keep(number, self._find(self.id(number)))
        return self._whole[number]

    def renew(self, number: int, claim: Claim) -> None:
        """Put the claim as it stands now in the place of the one that was; where it stands in the text is the same."""
        self.speakers[number], self.kinds[number], self.bands[number] = claim.speaker, claim.kind, claim.band
        self.reviews[number] = claim.review
        self._note(number, claim)

    @property
    def tally(self) -> Tally:
        """How all claims stand."""
        verified, disputed, unverified = (self._statuses.count(number) for number in range(len(_STATUSES)))
        return Tally(verified, disputed, unverified)

    # Which of them are shown

    def sift(self, passes: Callable[[int], bool] | None) -> None:
        """Show only the claims whose number passes; None shows all again."""
        self._sift = passes
        for number in range(len(self)):
            self._judge(number)

    @property
    def sifted(self) -> bool:
        """Whether only some are shown."""
        return self._sift is not None

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

    # Where they stand

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

    def _note(self, number: int, claim: Claim) -> None:
        self._statuses[number] = _NUMBERS[claim.status]
        self._changed[number] = claim.text_changed
        self._keep(number, claim)
        self._judge(number)

    def _judge(self, number: int) -> None:
        shown = self._sift is None or self._sift(number)
        self._shown[number] = shown
        self._waiting[number] = shown and self._statuses[number] == _NUMBERS[Status.UNVERIFIED]

    def _keep(self, number: int, claim: Claim) -> None:
        self._whole[number] = claim
        self._whole.move_to_end(number)
        if len(self._whole) > KEPT_WHOLE:
            self._whole.popitem(last=False)
