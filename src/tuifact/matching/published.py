"""A published fact-check as tuifact keeps it, and the note of one that could not be read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from tuifact.matching.ratings import Rating

EMPTY = "empty entry"
"""The reason for leaving out `null`, of which some feeds are full."""


@dataclass(frozen=True, slots=True)
class PublishedCheck:
    """A claim somebody checked in public. Every text is one harmless line."""

    claim: str
    verdict: str
    """The label as written (`Pants on Fire!`); empty when only a number was given."""
    rating: Rating | None = None
    """On five steps, only where certain."""
    publisher: str = ""
    """Who checked it."""
    url: str = ""
    """The page of the check, http or https; empty when there is none."""
    date: datetime.date | None = None
    """When the check was published."""
    said_by: str = ""
    said_on: datetime.date | None = None
    appearances: tuple[str, ...] = ()
    """Addresses where the claim was made."""
    headline: str = ""
    language: str = ""

    @property
    def id(self) -> str:
        """The same whenever the same check is read: `check:` and 20 hexadecimal digits of its page and its claim."""
        page = self.url.split("#")[0].rstrip("/").casefold() or self.publisher.casefold()
        return "check:" + sha256(f"{page}\n{self.claim.casefold()}".encode()).hexdigest()[:20]

    @property
    def source(self) -> str:
        """Whom to name: the publisher, else the host of the page."""
        return self.publisher or _host(self.url)

    @property
    def text(self) -> str:
        """What an index is to be given: the claim, and the headline on the next line."""
        return f"{self.claim}\n{self.headline}" if self.headline else self.claim


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entry that was not taken."""

    reason: str
    """One of few, so that they can be counted."""
    where: str = ""
    """`entry 12`, or `at byte 5120`."""
    count: int = 1
    """How many such entries stood there in a row."""


def check_record(check: PublishedCheck) -> dict[str, Any]:
    """The check as a JSON object, its id first."""
    return {
        "id": check.id,
        "claim": check.claim,
        "verdict": check.verdict,
        "rating": int(check.rating) if check.rating else None,
        "publisher": check.publisher,
        "url": check.url,
        "date": check.date.isoformat() if check.date else None,
        "said_by": check.said_by,
        "said_on": check.said_on.isoformat() if check.said_on else None,
        "appearances": list(check.appearances),
        "headline": check.headline,
        "language": check.language,
    }


def check_of(record: dict[str, Any]) -> PublishedCheck:
    """The check of a record; `KeyError`, `TypeError` or `ValueError` when it is none."""
    texts = {name: _text(record[name]) for name in ("claim", "verdict", "publisher", "url", "said_by", "headline")}
    return PublishedCheck(
        **texts,
        rating=Rating(record["rating"]) if record["rating"] is not None else None,
        date=datetime.date.fromisoformat(record["date"]) if record["date"] else None,
        said_on=datetime.date.fromisoformat(record["said_on"]) if record["said_on"] else None,
        appearances=tuple(_text(address) for address in record["appearances"]),
        language=_text(record["language"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
