"""From prepared texts to articles in the library: many at once, each failure named, the good ones kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tuifact.desk.preparing import Known, Prepared, Ready
from tuifact.errors import TuifactError
from tuifact.model import Claim

if TYPE_CHECKING:
    from tuifact.desk.copying import CopyFinder, LikeArticle
    from tuifact.library import Library

Outcome = Literal["imported", "unchanged", "revised", "rejected"]
"""What became of a source."""

FoundClaims = dict[str, tuple[Claim, ...]]
"""Claims already found, by the sha256 of the original they stand in."""

BATCH = 128
"""Articles stored in one durable transaction: one flush for many, little to do again after an interruption."""

BATCH_BYTES = 8 << 20
"""Bytes of originals after which a transaction is full, whatever their number: large documents are not piled up."""


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
    changed: tuple[str, ...] = ()
    """Of a revised article, the ids of its claims that had a verdict and have other words now."""
    vanished: tuple[str, ...] = ()
    """Of a revised article, the ids of those that had a verdict and are not said any more."""
    copies: tuple[LikeArticle, ...] = ()
    """Articles with nearly the same text, the likest first."""
    dropped: bool = False
    """Whether its article was dropped from the library, and stays so."""


def store(
    library: Library,
    ready: Iterable[tuple[str, Ready]],
    tags: Sequence[str],
    found: FoundClaims,
    copies: CopyFinder,
    *,
    reread: bool = False,
) -> Iterator[Imported]:
    """Store what was prepared, a batch a transaction, and say of each source what became of it, in order.

    `found` is where the library looks for claims before it searches the text again; `reread` is as in its `add_many`.
    """
    for batch in in_batches(ready):
        good = [item for _, item in batch if isinstance(item, Prepared)]
        found.update((item.article.original.sha256, item.claims) for item in good)
        added = library.add_many([item.article for item in good], tags=tags, reread=reread)
        found.clear()
        new = {one.article: item.fingerprint for one, item in zip(added, good, strict=True) if one.outcome != UNCHANGED}
        like = copies.take(new)
        results = iter(added)
        if tags and (known := [article for _, item in batch if (article := article_here(library, item))]):
            library.tag_many(known, tags)
        for source, item in batch:
            if not isinstance(item, Prepared):
                yield not_stored(library, source, item)
                continue
            result = next(results)
            yield replace(
                describe(source, item),
                outcome=result.outcome,
                article=result.article,
                claims=result.claims,
                changed=result.touched.changed,
                vanished=result.touched.vanished,
                copies=like.get(result.article, ()) if result.outcome != UNCHANGED else (),
                dropped=result.outcome != NEW and library.summary(result.article).dropped,
            )


UNCHANGED: Outcome = "unchanged"
NEW: Outcome = "imported"


def in_batches(ready: Iterable[tuple[str, Ready]]) -> Iterator[list[tuple[str, Ready]]]:
    """Some at a time: so many, or so many bytes."""
    batch: list[tuple[str, Ready]] = []
    size = 0
    for source, item in ready:
        batch.append((source, item))
        size += len(item.article.original.data) if isinstance(item, Prepared) else 0
        if len(batch) == BATCH or size > BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def article_here(library: Library, item: Ready) -> str | None:
    """The article that is in the library as it is; None when there is none, or something to store."""
    from tuifact.sources import NotModified

    if isinstance(item, Known):
        return item.article
    return library.article_from(item.source) if isinstance(item, NotModified) else None


def not_stored(library: Library, source: str, item: Known | TuifactError) -> Imported:
    """What became of a source that brings nothing to store: it is known, has not changed, or gave no article."""
    from tuifact.sources import NotModified

    article = article_here(library, item)
    if article is None:
        return Imported(source, UNCHANGED) if isinstance(item, NotModified) else rejected(source, item)
    summary = library.summary(article)
    return Imported(
        source=source,
        outcome=UNCHANGED,
        article=article,
        title=summary.title,
        claims=summary.tally.total,
        sha256=summary.sha256,
        encoding=summary.encoding,
        warnings=summary.warnings,
        dropped=summary.dropped,
    )


def foresee(library: Library, ready: Iterable[tuple[str, Ready]], copies: CopyFinder) -> Iterator[Imported]:
    """Say what storing would do, without doing it."""
    shelf = library.articles()
    known = {summary.sha256: summary.id for summary in shelf}
    sources = {summary.source: summary.id for summary in shelf if summary.source not in ("", "-")}
    for source, item in ready:
        if not isinstance(item, Prepared):
            yield not_stored(library, source, item)
            continue
        seen = describe(source, item)
        if article := known.get(seen.sha256):
            yield replace(seen, outcome=UNCHANGED, article=article)
            continue
        article = sources.get(item.article.original.source, "")
        like = copies.take({article or source: item.fingerprint}).get(article or source, ())
        yield replace(seen, outcome="revised" if article else "imported", article=article, copies=like)


def describe(source: str, item: Prepared) -> Imported:
    """What is known of a text before it is stored."""
    article = item.article
    return Imported(
        source=source,
        outcome="imported",
        title=article.name,
        claims=len(item.claims),
        sha256=article.original.sha256,
        encoding=article.original.encoding,
        warnings=article.warnings,
    )


def rejected(source: str, error: TuifactError | Known) -> Imported:
    """A source that gave no article, and why."""
    return Imported(source=source, outcome="rejected", error=error if isinstance(error, TuifactError) else None)
