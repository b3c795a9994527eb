"""What a text says about itself: title, byline, dateline, day, language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tuifact.cleaning.posts import read_day
from tuifact.model.article import Paragraph


@dataclass(frozen=True, slots=True)
class Facts:
    """What surrounds the text proper; empty where nothing was found."""

    title: str = ""
    byline: str = ""
    dateline: str = ""
    published: date | None = None


_BYLINE = re.compile(
    r"[Bb][Yy]:? ((?:[A-Z][\w.'’-]*|and|de|van|von|der|la|,|&)(?: (?:[A-Z][\w.'’-]*|and|de|van|von|der|la|&))*,?)(?:[|,].*)?"
)
_DATELINE = re.compile(
    r"((?:[A-Z][A-Z.’'-]+)(?: [A-Z][A-Z.’'-]*){0,3}(?:, [A-Z][\w. ]{1,24})?(?: \([A-Z][\w. /-]{1,24}\))?) ?(?:--?|[–—]) ?(?=\S)"
)
_DAY = re.compile(
    r"(?:(?:Published|Updated|Posted|Date)(?: on)?:? )?(?:[A-Z][a-z]+day, )?"
    r"(?:([A-Z][a-z]{2,8})\.? (\d{1,2}),? (\d{4})|(\d{1,2}) ([A-Z][a-z]{2,8})\.? (\d{4})|(\d{4})-(\d\d)-(\d\d))\b.{0,24}"
)
_HEAD = 6
"""Paragraphs at the top that may be a title, byline or date."""


def find_facts(paragraphs: Sequence[Paragraph]) -> Facts:
    """Title, byline, dateline and day from the first paragraphs."""
    if not paragraphs:
        return Facts()
    title = paragraphs[0].text if paragraphs[0].kind == "heading" else ""
    byline, dateline, published = "", "", None
    for paragraph in paragraphs[:_HEAD]:
        text = paragraph.text
        if paragraph.post is not None:
            continue
        if not byline and text[:3].lower() in ("by ", "by:") and len(text) < 100 and (match := _BYLINE.fullmatch(text)):
            byline = match[1].rstrip(",")
        elif published is None and len(text) < 60 and (match := _DAY.fullmatch(text)):
            published = _day(match)
        elif not dateline and text[:2].isupper() and (match := _DATELINE.match(text)):
            dateline = match[1]
    return Facts(title, byline, dateline, published)


def _day(match: re.Match[str]) -> date | None:
    month, day, year, day2, month2, year2, *iso = match.groups()
    if iso[0]:
        return read_iso_day("-".join(iso))
    return read_day(year or year2, month or month2, day or day2)


def read_iso_day(text: str) -> date | None:
    """The day at the beginning of an ISO 8601 time; None when there is none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
