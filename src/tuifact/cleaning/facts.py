"""What a text says about itself: title, byline, dateline, day, language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tuifact.cleaning.blocks import Page
from tuifact.cleaning.evidence import has_any
from tuifact.cleaning.posts import read_day
from tuifact.model.article import Paragraph
from tuifact.model.plain import plain_line


@dataclass(slots=True)
class Facts:
    """What surrounds the text proper; empty where nothing was found."""

    title: str = ""
    byline: str = ""
    dateline: str = ""
    published: date | None = None


_NAME = r"(?:[A-Z][\w.'’-]*|and|de|van|von|der|la|&)"
_BYLINE = re.compile(rf"[Bb][Yy]:? ({_NAME},?(?: {_NAME},?)*)(?: ?[|,].*)?")
_SMALL_BYLINE = re.compile(r"by:? ([a-z][a-z.'’-]+(?: [a-z][a-z.'’-]+){1,3})")
_CAPITALS = r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3}"
_PLACE = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_REST = r"(?:, [A-Z][\w. ]{1,24}){0,2}"
_AGENCY = r"\([A-Z][\w. /-]{1,24}\)"
_DATELINE = re.compile(
    rf"({_CAPITALS}{_REST}(?: {_AGENCY})?"  # HARBOUR CITY, May 4 (Agency)
    rf"|(?:{_PLACE}{_REST} )?{_AGENCY}"  # Harbour City (Agency)
    r"|(?:[a-z.' -]{2,30}(?:, [a-z. ]{2,24})? )?\([a-z]{2,24}\))"  # harbour city (agency)
    r"(?: ?(?:--?|[–—]) ?)(?=\S)"
)
_DASHES = ("-", "–", "—")
_MONTH = r"([A-Za-z]{3,9})\.?"
_DAY = re.compile(
    r"(?:(?:published|updated|posted|date)(?: on)?:? )?(?:[a-z]+day, )?(?:\d{1,2}:\d\d(?: ?[a-z]{2,4})?, )?"
    rf"(?:{_MONTH} (\d{{1,2}}),? (\d{{4}})|(\d{{1,2}})\.? {_MONTH} (\d{{4}})|(\d{{4}})-(\d\d)-(\d\d))\b.{{0,70}}",
    re.IGNORECASE,
)
_MAIL_DAY = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b")
_LONGEST_BYLINE = 100
_LONGEST_DATELINE = 90
_LONGEST_DAY = 120
_HEAD = 6
"""Paragraphs at the top that may be a title, byline or date."""


def find_facts(paragraphs: Sequence[Paragraph], page: Page) -> Facts:
    """Title, byline, dateline and day from the first paragraphs; what these leave open from the head of the page."""
    title = paragraphs[0].text if paragraphs and paragraphs[0].kind == "heading" else ""
    byline, dateline, published = "", "", None
    for paragraph in paragraphs[:_HEAD]:
        text = paragraph.text
        if paragraph.post is not None:
            continue
        if not byline and text[0] in "Bb" and text[:3].lower() in ("by ", "by:"):
            byline = read_byline(text)
        elif len(text) < _LONGEST_DAY and text[-1] != "." and (match := _DAY.fullmatch(text)):
            published = published or _day(match)
        elif not dateline and has_any(text[:_LONGEST_DATELINE], _DASHES):
            dateline = read_dateline(text)
    return Facts(
        title or (page.title and plain_line(page.title)),
        byline or (page.byline and plain_line(page.byline)),
        dateline,
        published or (read_stamp(page.published) if page.published else None),
    )


def read_byline(text: str) -> str:
    """The author in `By Ann Bell, Harbour Correspondent`, without the office; empty for any other line."""
    if len(text) > _LONGEST_BYLINE:
        return ""
    match = _BYLINE.fullmatch(text) or _SMALL_BYLINE.fullmatch(text)
    return match[1].rstrip(",") if match else ""


def read_dateline(text: str) -> str:
    """Where a newswire text was written, as it stands before the dash: `HARBOUR CITY (Agency)`; empty without one."""
    match = _DATELINE.match(text[:_LONGEST_DATELINE])
    return match[1].rstrip() if match else ""


def _day(match: re.Match[str]) -> date | None:
    month, day, year, day2, month2, year2, *iso = match.groups()
    if iso[0]:
        return read_iso_day("-".join(iso))
    return read_day(year or year2, month or month2, day or day2)


def read_stamp(text: str) -> date | None:
    """The day of an ISO 8601 time or of a mail (`Tue, 4 May 2021 10:00:00 +0100`); None when there is none."""
    if match := _MAIL_DAY.search(text[:_LONGEST_DAY]):
        return read_day(match[3], match[2], match[1])
    return read_iso_day(text)


def read_iso_day(text: str) -> date | None:
    """The day at the beginning of an ISO 8601 time; None when there is none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
