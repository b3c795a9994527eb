"""From references to texts: each goes to the first source that accepts it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from tuifact.sources.clipboard import Clipboard
from tuifact.sources.files import Files
from tuifact.sources.folders import Folders
from tuifact.sources.globs import Globs
from tuifact.sources.interface import DEFAULT_LIMIT, SECONDS, Received, Source, Terms, Validators, utc_now
from tuifact.sources.links import Links
from tuifact.sources.standard_input import StandardInput


def open_sources(
    references: Iterable[str],
    *,
    limit: int = DEFAULT_LIMIT,
    clock: Callable[[], str] = utc_now,
    encoding: str | None = None,
    columns: Mapping[str, str] | None = None,
    form: str | None = None,
    allow_private: bool = False,
    seconds: float = SECONDS,
    validators: Validators | None = None,
) -> Iterator[Received]:
    """The texts behind these references, read one at a time as they are asked for, in order.

    What cannot be read comes as a `SourceError` in its place and the rest goes on; of a file of many texts each row,
    message or entry is an original of its own, and a bad one is refused by itself. The options are those of `Terms`.
    """
    terms = Terms(limit, clock, encoding, columns or {}, form, allow_private, seconds, validators)
    sources = known_sources(terms)
    for reference in references:
        chosen = next(source for source in sources if source.accepts(reference))
        yield from chosen.fetch(reference)


def known_sources(terms: Terms) -> tuple[Source, ...]:
    """Every way in, the most particular first; files come last, for they take any name."""
    return (StandardInput(terms), Clipboard(terms), Links(terms), Folders(terms), Globs(terms), Files(terms))
