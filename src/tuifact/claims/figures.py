"""The figures and dates in a claim as values, so that claims can be filtered and compared by what they count.

One scan for everything that begins with a digit, a currency sign or a number word; what follows decides what it is.
Dates are found first, since the numbers in them count nothing. Nothing is guessed: `03/04/2020` is no date (which
number is the month?), and a figure whose value is open (`hundreds`, `several`) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from tuifact.claims.numerals import (
    CODES,
    CURRENCIES,
    DIGITS,
    PARTS,
    SCALES,
    SIGNS,
    TENS,
    UNITS,
    number_from_digits,
    number_from_words,
)

FigureKind = Literal["number", "money", "percent", "date", "year"]
"""What a figure counts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it stands in the text, and what it is worth."""

    text: str
    """As written (`$1.5 billion`)."""
    start: int
    """First character, in characters of the text asked about."""
    end: int
    """One past the last character."""
    kind: FigureKind
    value: Decimal | date
    """A date for kind `date`; else the number in full (`1500000000`)."""
    unit: str = ""
    """ISO 4217 for money where the sign is clear (`USD`), `%` for percent, else the word counted (`votes`) or empty."""


_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"""(?<![\w.])(?:
    (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
  | (?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})
  | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s(?:of\s)?(?P<month2>{_MONTH})\.?,?\s(?P<year2>\d{{4}})
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_WORDS = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
_BIG = "dozen|score|hundred|thousand|lakh|million|crore|billion|trillion"
_IN_WORDS = rf"(?:{_WORDS}|a(?=\s(?:{_BIG})\b))(?:(?:\s|-|\sand\s)(?:{_WORDS}|{_BIG})\b){{0,8}}"
_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_CODE = "|".join(sorted(CODES))
_PART = "|".join(PARTS)
_FIGURE = re.compile(
    rf"""(?:(?P<sign>{_SIGN})\s? | (?<!\w)(?P<code>{_CODE})\s?)?
    (?: (?<![\w.])(?P<part>(?:one|two|three|four|a|an)[\s-](?:{_PART}))\b(?!-\w)
      | (?<![\w.])(?P<words>{_IN_WORDS})\b
      | (?<!\w)(?<!\d[.,:/])(?<![^\W\d_]-)(?P<digits>{DIGITS})(?![:/.,]\d)(?!(?!(?:bn|tn|mn|[kmb])\b)\w) )
    (?:(?<=\d)(?P<letter>bn|tn|mn|[kmb])\b | (?P<scale>(?:[\s-](?:{_BIG})\b){{0,3}}))
    (?:\s?(?P<percent>[%٪％]|per\s?cent\b|percentage\spoints?\b)
      | [\s-](?P<after>[^\W\d_]{{2,24}}(?:-[^\W\d_]{{2,24}})?))?""",
    re.VERBOSE | re.IGNORECASE,
)
_NOT_COUNTED = frozenset(
    "and or of in on at to for from by with the a an is are was were has have had will would that which who when "
    "where while as than but per years' percent more other out up down into over under after before since until am "
    "pm between during if so not no it he she they we i you his her its their all each said say says told added".split()
)
_QUALIFIERS = frozenset(
    "new old extra additional further other former local foreign young different separate major minor small large big "
    "full whole long short public private national federal civilian official registered".split()
)
"""What may stand between a number and what it counts: `31 new cables` are cables."""
_BETWEEN = frozenset({"-", "–", "—", "to", "or"})
"""What stands between the two ends of a range."""
_YEARS = range(1000, 2101)
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT_ONLY = re.compile(r"\d{4}")


def find_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in reading order; they never overlap.

    >>> [(figure.kind, str(figure.value), figure.unit) for figure in find_figures("On 3 May 2021: $1.5 billion.")]
    [('date', '2021-05-03', ''), ('money', '1500000000', 'USD')]
    """
    return tuple(_figures(text))


def _figures(text: str) -> Iterator[Figure]:
    """Dates, and between them the other figures."""
    at = 0
    for match in _DATE.finditer(text):
        day = _date_of(match)
        if day is not None:
            yield from _numbers(text, at, match.start())
            yield Figure(match[0], match.start(), match.end(), "date", day)
            at = match.end()
    yield from _numbers(text, at, len(text))


def _date_of(match: re.Match[str]) -> date | None:
    """The day a match names; None when the calendar has no such day."""
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        month = _MONTHS[(match["month"] or match["month2"]).lower()]
        return date(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
    except ValueError:
        return None


def _numbers(text: str, start: int, end: int) -> Iterator[Figure]:
    """Numbers, money, percentages and years between two offsets; of a range, each end is one figure."""
    found = [figure for match in _FIGURE.finditer(text, start, end) if (figure := _figure_of(text, match)) is not None]
    for place, figure in enumerate(found):
        yield _completed(text, figure, found[place + 1] if place + 1 < len(found) else None)


def _figure_of(text: str, match: re.Match[str]) -> Figure | None:
    """The figure of a match, None when it is no number."""
    value = _value_of(match)
    if value is None or _is_day(text, match):
        return None
    start, end = match.start(), match.start("percent") if match["percent"] else _number_end(match)
    after = (match["after"] or "").lower()
    if match["percent"]:
        return Figure(text[start : match.end("percent")], start, match.end("percent"), "percent", value, "%")
    unit = SIGNS.get((match["sign"] or "").upper(), "") or (match["code"] or "").upper()
    if not unit and (after in CURRENCIES or after.upper() in CODES):
        money_end = match.end("after")
        unit = CURRENCIES.get(after, after.upper())
        return Figure(text[start:money_end], start, money_end, "money", value, unit)
    if unit:
        return Figure(text[start:end], start, end, "money", value, unit)
    if _is_year(match, value, after):
        return Figure(text[start:end], start, end, "year", value)
    counted = _counted(text, match, after)
    if match["words"] and value == 1 and not counted:  # `one of them` counts nothing
        return None
    return Figure(text[start:end], start, end, "number", value, counted)


def _counted(text: str, match: re.Match[str], after: str) -> str:
    """What a number counts; empty when the words behind it do not tell."""
    end = match.end("after")
    while after in _QUALIFIERS:
        behind = _WORD.match(text, end + 1)
        after, end = (behind[0].lower(), behind.end()) if behind else ("", end)
    return "" if after in _NOT_COUNTED or after.endswith("ed") else after


def _is_day(text: str, match: re.Match[str]) -> bool:
    """Whether a number is the day of a date without a year (`May 12`, `12 May`): no figure, and no date either."""
    after, before = match["after"] or "", text[max(0, match.start() - 12) : match.start()].split()[-1:]
    names = (after, *(word.rstrip(".") for word in before))
    return match["digits"] is not None and any(name[:1].isupper() and name.lower() in _MONTHS for name in names)


def _number_end(match: re.Match[str]) -> int:
    """Where the number itself ends, before what it counts."""
    return max(match.end(name) for name in ("part", "words", "digits", "letter", "scale"))


def _value_of(match: re.Match[str]) -> Decimal | None:
    """The number in full, scales multiplied in."""
    if match["part"]:
        many, part = re.split(r"[\s-]", match["part"].lower())
        return UNITS.get(many, 1) * PARTS[part]
    if match["words"]:
        value = number_from_words(re.split(r"[\s-]+", match["words"].lower()))
    else:
        value = number_from_digits(match["digits"])
    if value is None:
        return None
    for scale in _WORD.findall((match["scale"] or "") + (match["letter"] or "")):
        value *= SCALES[scale.lower()]
    return Decimal(int(value)) if value == int(value) else value


def _is_year(match: re.Match[str], value: Decimal, after: str) -> bool:
    """Whether four bare digits are a year: nothing counted behind them, no scale, no sign."""
    bare = match["digits"] is not None and _DIGIT_ONLY.fullmatch(match["digits"]) is not None
    scaled = match["scale"] or match["letter"]
    return bare and not scaled and int(value) in _YEARS and (not after or after in _NOT_COUNTED)


def _completed(text: str, figure: Figure, following: Figure | None) -> Figure:
    """The lower end of a range with the sign and scale of its upper end: `3 to 5 percent`, `€10-20 million`."""
    if following is None or text[figure.end : following.start].strip().lower() not in _BETWEEN:
        return figure
    plain = figure.kind == "number" and not figure.unit and following.kind in ("number", "percent", "money")
    if not plain and not (figure.kind == following.kind == "money"):
        return figure
    return replace(figure, kind=following.kind, unit=following.unit, value=_scaled(figure, following))


def _scaled(figure: Figure, following: Figure) -> Decimal | date:
    """The lower end's value on the scale of the upper end, when it has none of its own and stays below it."""
    value, limit = figure.value, following.value
    if isinstance(value, date) or isinstance(limit, date) or _WORD.search(figure.text.removeprefix("US")):
        return value
    for scale in _WORD.findall(following.text):
        value = value * SCALES.get(scale.lower(), 1) if value * SCALES.get(scale.lower(), 1) <= limit else value
    return value
