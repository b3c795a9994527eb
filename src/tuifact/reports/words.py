"""Facts in words: dates, lists, plurals, the places and names a report speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from tuifact.model.verdict import Status, Tally

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""English month names; `strftime` would follow the machine's locale."""


def day(when: date) -> str:
    """A date in prose.

    >>> day(date(2020, 3, 3))
    '3 March 2020'
    """
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def moment(stamp: str) -> str:
    """An ISO 8601 time in prose, to the minute, in UTC; what is no such time stays as it is.

    >>> moment("2020-03-03T14:05:59.120Z"), moment("yesterday")
    ('3 March 2020, 14:05 UTC', 'yesterday')
    """
    parsed = _parsed(stamp)
    return f"{day(parsed)}, {parsed:%H:%M} UTC" if parsed else stamp


def sortable(stamp: str) -> str:
    """An ISO 8601 time for a table, to the second; what is no such time stays as it is.

    >>> sortable("2020-03-03T14:05:59.120Z")
    '2020-03-03 14:05:59'
    """
    parsed = _parsed(stamp)
    return f"{parsed:%Y-%m-%d %H:%M:%S}" if parsed else stamp


def listing(parts: Sequence[str]) -> str:
    """Parts as a sentence has them.

    >>> listing(["a"]), listing(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def counted(number: int, noun: str) -> str:
    """A number with its noun, which takes an s.

    >>> counted(1, "claim"), counted(0, "claim")
    ('1 claim', '0 claims')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def verdict(status: Status) -> str:
    """A status as tables and headings show it: never by glyph alone.

    >>> verdict(Status.DISPUTED)
    '✗ disputed'
    """
    return f"{status.glyph} {status.value}"


def count_of(tally: Tally, status: Status) -> int:
    """How many claims have this status."""
    return int(getattr(tally, status.value))


def shortened(text: str, limit: int) -> str:
    """The text in at most `limit` characters, cut at a word and ended by `…`.

    >>> shortened("The bridge opened in 2019", 15)
    'The bridge…'
    """
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    whole = cut.rpartition(" ")[0] if flat[limit - 1] != " " else cut
    return f"{(whole if len(whole) > limit // 2 else cut).rstrip(' ,;:–—-')}…"


def _parsed(stamp: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found
