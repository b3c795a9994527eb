"""Days as sources write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_FIRST_SECOND = 100_000_000
"""Smaller numbers are no moments (1973) but years or serial numbers."""

_COMPACT = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:\d{6}|\D|$)")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")


def read_day(value: object) -> date | None:
    """The day in ISO 8601, a mail's or a feed's date, a PDF's, or seconds since 1970; None when there is none.

    The day is that of the place which wrote it: a time zone is not converted.

    >>> read_day("2023-03-14T23:30:00-05:00"), read_day("Tue, 14 Mar 2023 09:00:00 +0000"), read_day("soon")
    (datetime.date(2023, 3, 14), datetime.date(2023, 3, 14), None)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, (int, float)):
            return _day_of_seconds(value)
        return _day_of_words(value.strip()) if isinstance(value, str) else None
    except (ValueError, OverflowError, TypeError, IndexError, OSError):
        return None


def _day_of_seconds(value: float) -> date | None:
    seconds = value / 1000 if value > _FIRST_SECOND * 1000 else value
    return datetime.fromtimestamp(seconds, UTC).date() if seconds >= _FIRST_SECOND else None


def _day_of_words(text: str) -> date | None:
    text = text[:64]
    if text.isdecimal() and len(text) in (10, 13):
        return _day_of_seconds(int(text))
    if match := _ISO.match(text) or _COMPACT.match(text):
        return date(*map(int, match.groups()))
    from email.utils import parsedate  # 20 ms to import, and corpora write ISO 8601

    parts = parsedate(text)
    return date(*parts[:3]) if parts else None
