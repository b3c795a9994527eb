"""From references to texts: each goes to the first source that accepts it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tuifact.sources.files import Files
from tuifact.sources.folders import Folders
from tuifact.sources.interface import DEFAULT_LIMIT, Received, Source, Terms, utc_now
from tuifact.sources.links import Links
from tuifact.sources.standard_input import StandardInput


def open_sources(
    references: Iterable[str], *, limit: int = DEFAULT_LIMIT, clock: Callable[[], str] = utc_now
) -> Iterator[Received]:
    """The texts behind these references, read one at a time as they are asked for, in order.

    What cannot be read comes as a `SourceError` in its place and the rest goes on. `limit` is in bytes a document;
    `clock` says when each was received.
    """
    sources = known_sources(Terms(limit, clock))
    for reference in references:
        chosen = next(source for source in sources if source.accepts(reference))
        yield from chosen.fetch(reference)


def known_sources(terms: Terms) -> tuple[Source, ...]:
    """Every way in, the most particular first; files come last, for they take any name."""
    return (StandardInput(terms), Links(), Folders(terms), Files(terms))
