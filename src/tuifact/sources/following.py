"""Feeds that are asked again and again: what a server calls the version it sent, and each entry in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from tuifact.sources.facts import read_address
from tuifact.sources.feeds import FeedReader, read_feed
from tuifact.sources.forms import FEED, HTML
from tuifact.sources.interface import Received, Refused, Terms
from tuifact.sources.links import fetch_link, form_of_answer, masked

_TOP = 1 << 18
"""Bytes in which a page names its feeds."""

_LINK = re.compile(rb"<link\s[^<>]{0,2000}>", re.IGNORECASE)
_IS_FEED = re.compile(rb"type\s*=\s*[\"']?application/(?:rss|atom)\+xml", re.IGNORECASE)
_PLACE = re.compile(rb"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was sent."""

    address: str
    """What was asked for."""
    title: str
    """What it calls itself, in one line."""
    etag: str
    """What the server calls this version, for asking it again; `modified` is its day for the same purpose."""
    modified: str
    _reader: FeedReader

    def entries(self, terms: Terms) -> Iterator[tuple[str, Received]]:
        """Each entry as an original, the latest first in most feeds, with the address it links to (empty for none);
        one without words as the reason why."""
        return self._reader.linked(terms)


def fetch_feed(address: str, terms: Terms) -> Feed:
    """The feed at an address, which may be empty.

    Raises `NotModified` when the server has nothing newer than `terms.validators` know, `Refused` when the address
    cannot be fetched or has no feed; where a page there names one, the hint does too.
    """
    answer = fetch_link(address, terms)
    form = form_of_answer(answer)
    if form.media_type == HTML:
        named = find_feed(answer.data, answer.address)
        hint = f"it names the feed {named}" if named else "look for the feed's own address on it"
        raise Refused(masked(address), "is a page, no feed", hint)
    if form is not FEED and b"<" not in answer.data[:_TOP]:
        raise Refused(masked(address), "is no feed")
    reader = read_feed(answer.data, masked(address))
    if not reader.is_feed:
        raise Refused(masked(address), "is no feed")
    return Feed(masked(address), reader.title, answer.etag, answer.modified, reader)


def find_feed(page: bytes, address: str) -> str:
    """The feed that a page names first; empty for none."""
    for link in _LINK.findall(page[:_TOP]):
        place = _PLACE.search(link)
        if place and _IS_FEED.search(link):
            target = next(filter(None, place.groups()), b"").decode("utf-8", "replace")
            try:
                return read_address(urljoin(address, target))
            except ValueError:
                continue
    return ""
