"""From references to articles in the library: many at once, each failure named, the good ones kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Literal

from tuifact.desk.filters import clean_original, detect_claims
from tuifact.errors import CleaningError, SourceError, TuifactError
from tuifact.model import Article, Claim, Original
from tuifact.sources import Received, Refused

if TYPE_CHECKING:
    from tuifact.library import Library

Outcome = Literal["imported", "unchanged", "revised", "rejected"]
"""What became of a source."""

Progress = Callable[[int], None]
"""Told how many more sources are done."""

FoundClaims = dict[str, tuple[Claim, ...]]
"""Claims already found, by the sha256 of the original they stand in."""

BATCH = 64
"""Articles stored in one durable transaction: one flush for many, little to do again after an interruption."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one source."""

    source: str
    outcome: Outcome
    article: str = ""
    """Article id; empty when rejected, or when nothing is stored (a dry run)."""
    title: str = ""
    claims: int = 0
    sha256: str = ""
    encoding: str = ""
    warnings: tuple[str, ...] = ()
    error: TuifactError | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """How texts are prepared."""

    encoding: str | None = None
    """What the user says the bytes are, where they do not say it themselves."""
    rules_only: bool = False
    """Whether claims are found without the trained weights."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text ready to be stored, worked out wherever there was a processor for it."""

    article: Article
    claims: tuple[Claim, ...]


def prepare(original: Original, terms: Terms) -> Prepared | TuifactError:
    """Clean a text and find its claims; a bad text is an answer, not an exception, so that the others go on."""
    try:
        article = clean_original(original, terms.encoding)
    except (CleaningError, SourceError) as error:
        return error
    return Prepared(article, detect_claims(article, rules_only=terms.rules_only))


def prepare_all(received: Iterable[Received], terms: Terms, jobs: int) -> Iterator[tuple[str, Prepared | TuifactError]]:
    """Prepare each text, in order, with the source it came from; `jobs` above 1 shares the work among processes."""
    if jobs <= 1:
        for item in received:
            yield _source_of(item), _prepare_received(item, terms)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        waiting = iter(received)
        # A window at a time: the whole corpus must not queue up in memory.
        while window := list(islice(waiting, BATCH * jobs)):
            done = pool.map(_prepare_received, window, [terms] * len(window), chunksize=4)
            yield from zip(map(_source_of, window), done, strict=True)


def store(
    library: Library,
    prepared: Iterable[tuple[str, Prepared | TuifactError]],
    tags: Sequence[str],
    found: FoundClaims,
) -> Iterator[Imported]:
    """Store what was prepared, a batch a transaction, and say of each source what became of it, in order.

    `found` is where the library looks for claims before it searches the text again.
    """
    waiting = iter(prepared)
    while batch := list(islice(waiting, BATCH)):
        good = [item for _, item in batch if isinstance(item, Prepared)]
        found.update((item.article.original.sha256, item.claims) for item in good)
        outcomes = iter(library.add_many([item.article for item in good], tags=tags))
        found.clear()
        for source, item in batch:
            if isinstance(item, TuifactError):
                yield rejected(source, item)
            else:
                result = next(outcomes)
                yield replace(
                    describe(source, item), outcome=result.outcome, article=result.article, claims=result.claims
                )


def foresee(library: Library, prepared: Iterable[tuple[str, Prepared | TuifactError]]) -> Iterator[Imported]:
    """Say what storing would do, without doing it."""
    shelf = library.articles()
    known = {summary.sha256: summary.id for summary in shelf}
    sources = {summary.source: summary.id for summary in shelf if summary.source not in ("", "-")}
    for source, item in prepared:
        if isinstance(item, TuifactError):
            yield rejected(source, item)
            continue
        seen = describe(source, item)
        if article := known.get(seen.sha256):
            yield replace(seen, outcome="unchanged", article=article)
        elif article := sources.get(item.article.original.source):
            yield replace(seen, outcome="revised", article=article)
        else:
            yield seen


def describe(source: str, item: Prepared) -> Imported:
    """What is known of a text before it is stored."""
    article = item.article
    return Imported(
        source=source,
        outcome="imported",
        title=article.title,
        claims=len(item.claims),
        sha256=article.original.sha256,
        encoding=article.original.encoding,
        warnings=article.warnings,
    )


def rejected(source: str, error: TuifactError) -> Imported:
    """A source that gave no article, and why."""
    return Imported(source=source, outcome="rejected", error=error)


def _source_of(received: Received) -> str:
    return received.source if isinstance(received, Original | Refused) else ""


def _prepare_received(received: Received, terms: Terms) -> Prepared | TuifactError:
    return received if isinstance(received, SourceError) else prepare(received, terms)
