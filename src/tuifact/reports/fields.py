"""Values of a file from anywhere, each held against its form; another form raises `TypeError` or `ValueError`."""

from __future__ import annotations

import re
from datetime import date

from tuifact.model.plain import plain_line, plain_text

_ID = re.compile("[0-9a-f]{12}")


def line(value: object) -> str:
    """A text of one line."""
    return plain_line(string(value))


def body(value: object) -> str:
    """Body text."""
    return plain_text(string(value))


def string(value: object) -> str:
    """A text as it stands."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def time(value: object) -> str:
    """ISO 8601 in UTC as we write it, or nothing."""
    if not isinstance(value, str) or not re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z)?", value):
        raise ValueError(f"{value!r} is no time")
    return value


def count(value: object) -> int:
    """A whole number that is not negative."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << 31:
        raise ValueError(f"{value!r} is no count")
    return value


def identity(value: object) -> str:
    """An id of a library."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError(f"{value!r} is no id")
    return value


def fingerprint(value: object) -> str:
    """A SHA-256 in hexadecimal digits."""
    if not isinstance(value, str) or not re.fullmatch("[0-9a-f]{64}", value):
        raise ValueError(f"{value!r} is no SHA-256")
    return value


def day(value: object) -> date | None:
    """An ISO date; None where there is none."""
    return date.fromisoformat(string(value)) if value else None
