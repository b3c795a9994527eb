"""Days as a claim names them: complete or in part, in figures or words, and relative to the day it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {
    form: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
    for form in (name, name[:3])
} | {"sept": 9}
_WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_LINKS = frozenset({"of", "the", "in"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DAY = re.compile(r"([0-3]?\d)(?:st|nd|rd|th)?")
_WORDS_BEFORE_MONTH = frozenset("in since until till by last next this early late mid during through from of".split())
_RELATIVE_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_TURNS = {"last": -1, "this": 0, "next": 1}
_FIRST_WORDS = frozenset({*_MONTHS, *_WEEKDAYS, *_RELATIVE_DAYS, *_TURNS})
"""What a day not told in figures begins with."""


_POSTED = re.compile(r"\(\s?@\s?\w+\s?\)\s*([A-Z][a-z]+) ([0-3]?\d) ?, ((?:19|20)\d\d)(?!\d)")
"""The day in the last line of an embedded post: `— Noor Dahri (@dahrinoor2) December 13, 2020`."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, as far as the claim says which; None is what it leaves open. Places count words."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    decade: int | None = None
    """The first three digits of its years (`1960s`)."""

    @property
    def _parts(self) -> tuple[int | None, ...]:
        return self.year, self.month, self.day, self.weekday, self.decade

    def agrees(self, other: Day) -> bool:
        """Whether one day can be meant by both."""
        return all(None in pair or pair[0] == pair[1] for pair in zip(self._parts, other._parts, strict=True))

    def meets(self, other: Day) -> bool:
        """Whether both say something of the same part of a date, so that they can be held against each other."""
        return any(None not in pair for pair in zip(self._parts, other._parts, strict=True))


def find_days(words: Sequence[str], said: date | None = None) -> tuple[Day, ...]:
    """The days named among these words, in order; `yesterday`, `last Tuesday`, `last year` need the day it was said.

    >>> find_days("It closed on 9 May 2019 , last Tuesday".split(), date(2019, 5, 15))[0]
    Day(start=3, end=6, year=2019, month=5, day=9, weekday=None)
    """
    found: list[Day] = []
    place = 0
    while place < len(words):
        if not words[place][0].isdigit() and words[place].lower() not in _FIRST_WORDS:
            place += 1
            continue
        day = _iso(words, place) or _relative(words, place, said) or _named(words, place)
        if day is None:
            place += 1
        else:
            found.append(day)
            place = day.end
    return tuple(found)


def posted_on(text: str) -> date | None:
    """The day a post says it is of.

    >>> posted_on("It burns. — Jo (@jo) May 1, 2021")
    datetime.date(2021, 5, 1)
    """
    found = _POSTED.search(text)
    month = _MONTHS.get(found[1].lower()) if found else None
    try:
        return date(int(found[3]), month, int(found[2])) if found and month else None
    except ValueError:
        return None  # the 31st of June


def _iso(words: Sequence[str], place: int) -> Day | None:
    """`2022-01-15`, which the reading of words takes apart at its hyphens."""
    parts = words[place : place + 3]
    if len(parts) < 3 or not _YEAR.fullmatch(parts[0]) or not all(re.fullmatch(r"\d\d", part) for part in parts[1:]):
        return None
    year, month, day = map(int, parts)
    return Day(place, place + 3, year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _relative(words: Sequence[str], place: int, said: date | None) -> Day | None:
    word = words[place].lower()
    if word in _RELATIVE_DAYS:
        return _on(place, place + 1, said + timedelta(_RELATIVE_DAYS[word])) if said else None
    turn = _TURNS.get(word)
    following = words[place + 1].lower() if place + 1 < len(words) else ""
    if turn is None or not following:
        return None
    if following in _WEEKDAYS:
        wanted = _WEEKDAYS[following]
        return _weekday(place, wanted, turn, said)
    if following in _MONTHS and len(following) > 3 and said:
        back = turn < 0 and _MONTHS[following] >= said.month
        ahead = turn > 0 and _MONTHS[following] <= said.month
        return Day(place, place + 2, said.year - back + ahead, _MONTHS[following])
    if following == "year" and said:
        return Day(place, place + 2, said.year + turn)
    if following == "month" and said:
        months = said.year * 12 + said.month - 1 + turn
        return Day(place, place + 2, months // 12, months % 12 + 1)
    return None


def _weekday(place: int, wanted: int, turn: int, said: date | None) -> Day:
    if said is None:
        return Day(place, place + 2, weekday=wanted)
    away = (wanted - said.weekday()) % 7
    if turn < 0:
        away = away - 7 if away else -7
    elif turn > 0 and not away:
        away = 7
    return _on(place, place + 2, said + timedelta(away))


def _on(start: int, end: int, day: date) -> Day:
    return Day(start, end, day.year, day.month, day.day, day.weekday())


def _named(words: Sequence[str], place: int) -> Day | None:
    """The longest run of parts of one date from here on (`11 Sept. 2001`, `2011 September 11`, `2019`)."""
    parts: dict[str, int] = {}
    end = look = place
    while look < len(words):
        word = words[look]
        part = _part(words, look)
        if part is None and word.lower() in _LINKS and parts and "day" in parts:
            look += 1
            continue
        if part is None and word == "." and look == end and "month" in parts and len(words[look - 1]) < 5:
            look += 1
            continue
        if part is None or part[0] in parts:
            break
        parts[part[0]] = part[1]
        look += 1
        end = look
    if not parts or parts.keys() == {"day"}:
        return None
    if "decade" in parts:
        return Day(place, end, decade=parts["decade"])
    return Day(place, end, parts.get("year"), parts.get("month"), parts.get("day"), parts.get("weekday"))


def _part(words: Sequence[str], place: int) -> tuple[str, int] | None:
    """Which part of a date this word is, if it is one."""
    word = words[place]
    lower = word.lower()
    if word[0].isupper() and lower in _MONTHS:
        return ("month", _MONTHS[lower]) if _is_month(words, place) else None
    if word[0].isupper() and lower in _WEEKDAYS:
        return "weekday", _WEEKDAYS[lower]
    if word.endswith("s") and _YEAR.fullmatch(word[:-1]):
        return "decade", int(word[:3])
    if _YEAR.fullmatch(word):
        return "year", int(word)
    numbered = _DAY.fullmatch(word)
    if numbered and 1 <= int(numbered[1]) <= 31 and _beside_month(words, place):
        return "day", int(numbered[1])
    return None


def _beside_month(words: Sequence[str], place: int) -> bool:
    around = [*words[max(0, place - 2) : place], *words[place + 1 : place + 3]]
    return any(word[0].isupper() and word.lower() in _MONTHS for word in around if word)


def _is_month(words: Sequence[str], place: int) -> bool:
    """May, March and the short forms are also other words: they need a figure beside or a preposition before them."""
    lower = words[place].lower()
    if len(lower) > 4 and lower != "march":
        return True
    before = words[place - 1] if place else ""
    after = words[place + 1 : place + 3]
    figure_beside = before[:1].isdigit() or any(word[:1].isdigit() for word in after)
    return figure_beside or before.lower() in _WORDS_BEFORE_MONTH
