"""Where articles come from: what a person names (a file, a link, a feed, a corpus, `-`) becomes originals, bytes as
received, and what is read in them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tuifact.sources.choose import open_sources
from tuifact.sources.facts import dress
from tuifact.sources.interface import DEFAULT_LIMIT, NotModified, Received, Refused, Source, Terms
from tuifact.sources.unfolding import time_at, unfold

if TYPE_CHECKING:
    from tuifact.sources.archives import Capture, find_capture, save_capture
    from tuifact.sources.copies import Copy, CopyIndex, Fingerprint, fingerprint, near_duplicates
    from tuifact.sources.counting import count_passed_over, count_texts
    from tuifact.sources.following import Feed, fetch_feed

__all__ = [
    "DEFAULT_LIMIT",
    "Capture",
    "Copy",
    "CopyIndex",
    "Feed",
    "Fingerprint",
    "NotModified",
    "Received",
    "Refused",
    "Source",
    "Terms",
    "count_passed_over",
    "count_texts",
    "dress",
    "fetch_feed",
    "find_capture",
    "fingerprint",
    "near_duplicates",
    "open_sources",
    "save_capture",
    "time_at",
    "unfold",
]

_LATER = {
    **dict.fromkeys(("Capture", "find_capture", "save_capture"), "archives"),
    **dict.fromkeys(("Copy", "CopyIndex", "Fingerprint", "fingerprint", "near_duplicates"), "copies"),
    **dict.fromkeys(("Feed", "fetch_feed"), "following"),
    **dict.fromkeys(("count_passed_over", "count_texts"), "counting"),
}
"""Names that few commands need, and where they are."""


def __getattr__(name: str) -> object:
    """Import what is asked for now."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"tuifact.sources.{_LATER[name]}"), name)
