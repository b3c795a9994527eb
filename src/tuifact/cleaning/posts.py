"""Embedded social posts, known by the line that names their author."""

from __future__ import annotations

import re
from datetime import date

from tuifact.cleaning.words import MONTHS
from tuifact.model.article import Post

_ATTRIBUTION = re.compile(
    r"(?:—|–|--?|―)\s?([^()\n]{1,80}?) \((@\w{1,30})\)"
    r"(?:(?:,| ·| on)? ([A-Z][a-z]{2,8})\.? (\d{1,2}),? (\d{4})|(?:,| ·| on)? (\d{1,2}) ([A-Z][a-z]{2,8})\.? (\d{4}))?"
)
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|t\.co/|www\.)\S+")
_HASHTAG = re.compile(r"(?<!\w)#\w+")
Attribution = tuple[str, str, date | None]
"""Author, handle, day."""

LONGEST = 12
"""Lines before the attribution that may belong to a post."""


def read_attribution(line: str) -> Attribution | None:
    """Author, handle and day of `— Noor Dahri (@dahrinoor2) December 13, 2020`; None for any other line."""
    if "(@" not in line or not (match := _ATTRIBUTION.fullmatch(line)):
        return None
    author, handle, month, day, year, day2, month2, year2 = match.groups()
    return author, handle, read_day(year or year2, month or month2, day or day2)


def read_day(year: str | None, month: str | None, day: str | None) -> date | None:
    """A calendar day from its parts; None when there is no such day."""
    if not (year and month and day) or month.capitalize() not in MONTHS:
        return None
    try:
        return date(int(year), MONTHS[month.capitalize()], int(day))
    except ValueError:
        return None


def make_post(lines: list[str], attribution: Attribution) -> Post:
    """The post of these lines, with the links and hashtags in them."""
    words = "\n".join(lines)
    links = tuple(link.rstrip(".,;)") for link in _LINK.findall(words))
    return Post(*attribution, links=links, hashtags=tuple(_HASHTAG.findall(words)))
