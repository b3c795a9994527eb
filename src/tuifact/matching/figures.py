"""Figures as values: digits and number words, money, percentages, fractions, ranges, units, and how exact they are.

`1,400 million`, `1.4 billion` and `one in three`, `a third` are the same to the guards because they are the same here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from tuifact.matching.units import ADVERBS, MONEY, PERIODS, UNITS

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: float(value) for value, word in enumerate(_SMALL)} | {
    word: 10.0 * place for place, word in enumerate(_TENS, 2)
}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "millions": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "dozens": 12.0,
}
_PARTS = {"half": 2.0, "halves": 2.0, "third": 3.0, "thirds": 3.0, "quarter": 4.0, "quarters": 4.0} | {
    form: float(value)
    for value, word in enumerate("fifth sixth seventh eighth ninth tenth".split(), 5)
    for form in (word, f"{word}s")
}
_ABOUT = frozenset("about around approximately roughly nearly almost some circa estimated close up".split())
_OVER = frozenset("over more exceeding above least".split())
_UNDER = frozenset("under fewer less below most".split())
_FIRST_WORDS = frozenset({*_NUMBERS, "a", "an", "half", "$", "€", "£", "¥"})
"""What a figure not told in digits begins with."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a claim; places count its words."""

    start: int
    end: int
    """One past its last word, the unit included."""
    low: float
    high: float
    """The same as `low` but for a range."""
    unit: str = ""
    """The name of its unit as written (`km`, `$`), or empty."""
    per: str = ""
    """Of a rate: `week` in `900 euros a week`."""
    slack: str = ""
    """`about`, `over`, `under` where the text says so."""

    @property
    def measure(self) -> str:
        """What it measures: `length`, `dollars`, `percent`; empty for a bare number."""
        return UNITS[self.unit].measure if self.unit else ""

    @property
    def size(self) -> float:
        """One of its unit in the base unit of its measure."""
        return UNITS[self.unit].size if self.unit else 1.0


def find_figures(words: Sequence[str], taken: Collection[int] = ()) -> tuple[Figure, ...]:
    """The figures among these lower-case words, in order; words in `taken` (of a date) are passed over.

    >>> [(f.low, f.unit, f.per) for f in find_figures("nurses earn 1.2 k euros a week in a third of towns".split())]
    [(1200.0, 'euros', 'week'), (0.3333333333333333, '', '')]
    """
    found: list[Figure] = []
    place = 0
    while place < len(words):
        begins = words[place][0].isdecimal() or words[place] in _FIRST_WORDS
        figure = _figure(words, place) if begins and place not in taken else None
        if figure is None:
            place += 1
            continue
        figure = _with_unit(words, figure)
        found.append(replace(figure, slack=_slack(words, figure.start)))
        place = figure.end
    return tuple(_ranges_joined(words, found))


def same_value(one: Figure, two: Figure) -> bool:
    """Whether the two may be one figure: equal, rounded, converted, or within what `about` and `over` leave open."""
    if one.measure != two.measure and one.unit and two.unit:
        return False
    if one.per and two.per and one.per != two.per:
        return False
    scale_one, scale_two = (one.size, two.size) if _convertible(one, two) else (1.0, 1.0)
    pairs = ((one.low * scale_one, two.low * scale_two), (one.high * scale_one, two.high * scale_two))
    if all(_close(mine, theirs, _tolerance(one, two)) for mine, theirs in pairs):
        return True
    return _within(one, two) or _within(two, one) or _open_ended(one, two) or _open_ended(two, one)


def comparable(one: Figure, two: Figure) -> bool:
    """Whether one may stand in the place of the other: of one measure or of none told, or the same number of both.

    Two million dollars are no other figure for two years.
    """
    if not one.unit or not two.unit or one.measure == two.measure or {one.measure, two.measure} <= MONEY:
        return True
    return _close(one.low, two.low, 0.0)


def difference(one: Figure, two: Figure) -> str:
    """What kind of difference there is between two figures of different value: in the unit, the rate or the number."""
    if not _close(one.low, two.low, 0.0):
        return "number"
    if one.per != two.per:
        return "rate"
    return "currency" if one.measure in MONEY and two.measure in MONEY else "unit"


def _convertible(one: Figure, two: Figure) -> bool:
    """Whether both are told in a unit, or one is a percentage and the other may be a fraction (`half`)."""
    return bool(one.unit and two.unit) or "%" in (one.unit, two.unit)


def _tolerance(one: Figure, two: Figure) -> float:
    if "about" in (one.slack, two.slack):
        return 0.1
    return 0.02 if min(abs(one.low), abs(two.low)) >= 20 or one.unit != two.unit else 0.011


def _close(one: float, two: float, tolerance: float) -> bool:
    return abs(one - two) <= tolerance * max(abs(one), abs(two)) + 1e-9


def _within(one: Figure, two: Figure) -> bool:
    """Whether a single figure lies in the other's range."""
    return two.low < two.high and one.low == one.high and two.low <= one.low <= two.high


def _open_ended(one: Figure, two: Figure) -> bool:
    """Whether `over 700` leaves room for 725: a quarter more, as writers round."""
    if one.slack == "over":
        return one.low <= two.low <= 1.25 * one.low
    return one.slack == "under" and 0.8 * one.low <= two.low <= one.low


def _figure(words: Sequence[str], place: int) -> Figure | None:
    start = place
    sign = words[place] if words[place] in "$€£¥" else ""
    place += bool(sign)
    part = _fraction(words, place)
    if part is not None:
        return _of_scale(words, replace(part, start=start))
    value, end = _number(words, place)
    if end == place:
        return None
    while end < len(words) and words[end] in _SCALES:
        value, end = value * _SCALES[words[end]], end + 1
    return Figure(start, end, value, value, sign)


def _number(words: Sequence[str], place: int) -> tuple[float, int]:
    """A number in digits or words from here on, and where it ends; it ends where it began when there is none."""
    if place >= len(words):
        return 0.0, place
    word = words[place]
    if word[0].isdecimal() and word[-1].isdecimal() and word.isascii():
        return _digits(word), place + 1
    following = words[place + 1] if place + 1 < len(words) else ""
    if word in ("a", "an", "one") and following not in _SCALES and not (word == "one" and following in UNITS):
        return 0.0, place
    if word in ("a", "an"):
        return 1.0, place + 1
    if word not in _NUMBERS:
        return 0.0, place
    value = _NUMBERS[word]
    if word in _TENS and following in _SMALL[1:10]:
        return value + _NUMBERS[following], place + 2
    return value, place + 1


def _digits(word: str) -> float:
    """The value of digits with separators: `1,400` and `1.400.000` are thousands, `2.97` and `2,5` have decimals."""
    pieces = word.replace(",", ".").split(".")
    grouped = len(pieces) > 1 and all(len(piece) == 3 for piece in pieces[1:])
    if len(pieces) > 2 or (grouped and "," in word):
        return float("".join(pieces)) if grouped else float("".join(pieces[:-1]) + "." + pieces[-1])
    return float(".".join(pieces))


def _fraction(words: Sequence[str], place: int) -> Figure | None:
    """`a third`, `two thirds`, `half`, `one in three`, `2 out of 3`."""
    ahead = [*words[place : place + 5], "", "", "", "", ""]
    if ahead[0] == "half":
        return Figure(place, place + 1, 0.5, 0.5)
    top = {"a": 1.0, "an": 1.0, "one": 1.0}.get(ahead[0]) or (_NUMBERS.get(ahead[0]) or 0.0)
    if top and ahead[1] in _PARTS:
        return Figure(place, place + 2, top / _PARTS[ahead[1]], top / _PARTS[ahead[1]])
    whole = ahead[2] if ahead[1] == "in" else ahead[3] if ahead[1:3] == ["out", "of"] else ""
    if ahead[0][:1].isdecimal() and ahead[0][-1:].isdecimal() and ahead[0].isascii():
        top = _digits(ahead[0])
    bottom = (
        _digits(whole)
        if whole[:1].isdecimal() and whole[-1:].isdecimal() and whole.isascii()
        else _NUMBERS.get(whole, 0.0)
    )
    if ahead[0] not in ("a", "an") and 0 < top < bottom <= 1000:
        return Figure(place, place + (3 if ahead[1] == "in" else 4), top / bottom, top / bottom)
    return None


def _of_scale(words: Sequence[str], part: Figure) -> Figure:
    """`half a dozen`, `a quarter of a million`: the part of what follows it."""
    end = part.end
    for link in ("of", "a"):
        end += words[end : end + 1] == [link]
    scale = _SCALES.get(words[end]) if end < len(words) else None
    return part if scale is None else replace(part, end=end + 1, low=part.low * scale, high=part.high * scale)


def _with_unit(words: Sequence[str], figure: Figure) -> Figure:
    end = figure.end
    ahead = [*words[end : end + 2], "", ""]
    unit = figure.unit
    if ahead[0] == "per" and ahead[1] == "cent":
        unit, end = "%", end + 2
    elif not unit and ahead[0] in UNITS and ahead[0] not in ("m", "g", "b"):
        unit, end = ahead[0], end + 1
    elif unit and ahead[0] == "m":
        figure = replace(figure, low=figure.low * 1e6, high=figure.high * 1e6)
        end += 1
    elif not unit and ahead[0] == "m":
        unit, end = "m", end + 1
    if unit in ("%", "percent", "pct"):
        unit = "%"
    return replace(figure, unit=unit, end=end, per=_per(words, end) if unit else "")


def _per(words: Sequence[str], end: int) -> str:
    ahead = [*words[end : end + 2], "", ""]
    if ahead[0] in ("a", "an", "per", "each", "every") and ahead[1] in PERIODS:
        return ahead[1]
    return ADVERBS.get(ahead[0], "")


def _slack(words: Sequence[str], start: int) -> str:
    before = words[max(0, start - 2) : start]
    last = before[-1:]
    if set(last) & _ABOUT:
        return "about"
    if before[1:] == ["than"] or before[:1] == ["at"] or set(last) & {"over", "under"}:
        return "over" if set(before) & _OVER else "under" if set(before) & _UNDER else ""
    return ""


def _ranges_joined(words: Sequence[str], figures: Sequence[Figure]) -> list[Figure]:
    """`10 to 15 km` and `between 10 and 15` as one figure each."""
    joined: list[Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        link = list(words[last.end : figure.start]) if last else []
        between = last is not None and last.start > 0 and words[last.start - 1] == "between" and link == ["and"]
        if last and (link == ["to"] or between) and last.low == last.high < figure.low and not last.unit:
            joined[-1] = replace(figure, start=last.start, low=last.low, slack=last.slack)
        else:
            joined.append(figure)
    return joined
