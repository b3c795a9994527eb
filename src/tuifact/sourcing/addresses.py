"""Addresses of sources: what one must be, and whose it is."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from tuifact.errors import EvidenceError
from tuifact.model import Evidence
from tuifact.model.plain import plain_line

LONGEST = 1 << 13
"""Characters; servers refuse more (RFC 9110 asks them to take 8000)."""

_BLANK_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f<>\"]")
_ARCHIVES = frozenset(
    (
        "archive.org", "archive.today", "archive.ph", "archive.is", "archive.li", "archive.md", "archive.vn",
        "archive.fo", "ghostarchive.org", "perma.cc", "webcitation.org", "webarchive.org.uk", "arquivo.pt",
        "webarchive.nationalarchives.gov.uk", "webarchive.loc.gov", "megalodon.jp", "freezepage.com",
    )
)  # fmt: skip
"""Hosts that keep copies of pages and do nothing else."""


def check_address(url: str, name: str = "the address") -> str:
    """The address without the blanks around it. Raises `EvidenceError` when it is none that a browser could open."""
    url = url.strip()
    shown = f"{name} {plain_line(url[:80])}{'…' if len(url) > 80 else ''}"
    parts = _split(url)
    if len(url) > LONGEST:
        raise EvidenceError(f"{shown} has {len(url)} characters", f"{LONGEST} are possible")
    if parts is None or _BLANK_OR_CONTROL.search(url):
        raise EvidenceError(f"{shown} is no address", "copy it from the browser: https://…")
    if parts.scheme not in ("http", "https"):
        raise EvidenceError(f"{shown} does not begin with http:// or https://", "copy it from the browser")
    if not parts.hostname:
        raise EvidenceError(f"{shown} names no host", "copy it from the browser: https://…")
    if parts.password is not None:
        raise EvidenceError(f"{name} of {plain_line(parts.hostname)} has a password in it", "take it out")
    return url


def host_of(url: str) -> str:
    """The host in lower case without `www.`; empty for what is no address.

    >>> host_of("https://www.Records.example/file/17")
    'records.example'
    """
    parts = _split(url)
    return (parts.hostname or "").removeprefix("www.").rstrip(".") if parts else ""


def is_archived(url: str) -> bool:
    """Whether the address itself is that of a copy in a web archive."""
    host = host_of(url)
    return any(host == archive or host.endswith(f".{archive}") for archive in _ARCHIVES)


def same_page(url: str) -> str:
    """What addresses of one page have in common: no scheme, no `www.`, no fragment, no slash at the end.

    >>> same_page("http://www.Records.example/file/17/#top")
    'records.example/file/17'
    """
    parts = _split(url)
    if parts is None:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"{host_of(url)}{parts.path.rstrip('/')}{query}"


def same_source(evidence: Evidence) -> str:
    """What two entries of one source have in common: its page, else who published what."""
    if evidence.url:
        return same_page(evidence.url)
    return f"{' '.join(evidence.publisher.casefold().split())}\n{' '.join(evidence.title.casefold().split())}"


def _split(url: str) -> SplitResult | None:
    """Its parts; None when it cannot be taken apart."""
    try:
        parts = urlsplit(url)
        _ = parts.port, parts.hostname
    except ValueError:
        return None
    return parts
