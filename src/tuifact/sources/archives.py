"""The Wayback Machine: whether a page is kept there, and asking it to keep one."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit

from tuifact.sources.facts import read_address
from tuifact.sources.interface import Refused, Terms, needs_extra

AVAILABILITY = "https://archive.org/wayback/available?url="
SAVING = "https://web.archive.org/save/"
SAVING_SECONDS = 120.0
"""How long the archive may take to fetch and keep a page; a minute is usual."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A copy of a page in an archive."""

    address: str
    taken: str
    """ISO 8601, UTC, seconds; empty when the archive does not say."""


def find_capture(url: str, terms: Terms | None = None, service: str = AVAILABILITY) -> Capture | None:
    """The latest copy of a page; None when there is none.

    Raises `Refused` when the archive cannot be asked or its answer cannot be read. Waits for the network: not for the
    thread that draws the screen.
    """
    answer = _ask(service + quote(url, safe=""), url, terms or Terms())
    try:
        closest = json.loads(answer[0])["archived_snapshots"].get("closest") or {}
        stamp, address = str(closest.get("timestamp", "")), read_address(closest.get("url"))
        there = bool(closest.get("available"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused(url, "the archive's answer cannot be read", "try again later") from error
    return Capture(address, _moment(stamp)) if there and address else None


def save_capture(url: str, terms: Terms | None = None, service: str = SAVING) -> Capture:
    """Have the archive keep the page as it is now; the copy.

    Raises `Refused` when the archive cannot be asked or does not keep it. Takes up to `SAVING_SECONDS`.
    """
    _, address = _ask(service + url, url, replace(terms or Terms(), seconds=SAVING_SECONDS))
    parts = urlsplit(address).path.split("/")
    stamp = next((part for part in parts if part.isdecimal() and len(part) == 14), "")
    if not stamp:
        raise Refused(url, "the archive did not keep it", "try again later, or save it there by hand")
    return Capture(address, _moment(stamp))


def _ask(address: str, url: str, terms: Terms) -> tuple[bytes, str]:
    """The answer and the address it came from; failures are told of the page that was asked for."""
    try:
        from tuifact.sources.web import fetch
    except ImportError as error:
        raise needs_extra(url, "archives", "web") from error
    try:
        answer = fetch(address, terms)
    except Refused as refusal:
        raise Refused(url, f"the archive cannot be asked: {refusal.reason}", "try again later") from refusal
    return answer.data, answer.address


def _moment(stamp: str) -> str:
    """`20230314093000` as ISO 8601; empty for anything else."""
    if len(stamp) != 14 or not stamp.isdecimal():
        return ""
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[8:10]}:{stamp[10:12]}:{stamp[12:]}Z"
