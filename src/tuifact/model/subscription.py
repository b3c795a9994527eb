"""A feed that is followed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed whose new articles are fetched again and again."""

    id: str
    """Twelve hexadecimal digits that follow from the address."""
    address: str
    """`http` or `https`, without a password."""
    title: str = ""
    """What the feed calls itself; empty before it was fetched."""
    tags: tuple[str, ...] = ()
    """For the articles that come from it."""
    pages: bool = False
    """Whether the page that an entry links to is fetched, instead of taking what the feed says of it."""
    added: str = ""
    """When it was first followed: ISO 8601, UTC, seconds."""
    fetched: str = ""
    """When it last sent anything: ISO 8601, UTC, seconds; empty when it never did."""
    etag: str = ""
    """What the server calls what was fetched last, for asking it again; `modified` is its day for the same purpose."""
    modified: str = ""
