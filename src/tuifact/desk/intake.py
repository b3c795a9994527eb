"""From references to articles in the library: many at once, each failure named, the good ones kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from tuifact.desk.filters import clean_original, detect_claims
from tuifact.errors import CleaningError, SourceError, TuifactError
from tuifact.model import Article, Claim, Original

if TYPE_CHECKING:
    from tuifact.desk.copying import CopyFinder, LikeArticle
    from tuifact.library import Library
    from tuifact.sources import Fingerprint, Received

Outcome = Literal["imported", "unchanged", "revised", "rejected"]
"""What became of a source."""

Progress = Callable[[int], None]
"""Told how many more sources are done."""

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


@dataclass(frozen=True, slots=True)
class Terms:
    """How texts are prepared."""

    encoding: str | None = None
    """What the user says the bytes are, where they do not say it themselves."""
    rules_only: bool = False
    """Whether claims are found without the trained weights."""
    limit: int | None = None
    """Bytes that may come out of the compressed parts of a document; None for the usual limit."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text ready to be stored, worked out wherever there was a processor for it."""

    article: Article
    claims: tuple[Claim, ...]
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class Known:
    """A text that is in the library as it is: nothing has to be worked out."""

    article: str


Ready: TypeAlias = Prepared | Known | TuifactError
FindKnown = Callable[[Original], str | None]
"""The article that has an original already and would stay as it is; None when there is something to do."""


def prepare(original: Original, terms: Terms) -> Prepared | TuifactError:
    """Clean a text and find its claims; a bad text is an answer, not an exception, so that the others go on."""
    from tuifact.sources import fingerprint

    try:
        article = clean_original(original, terms.encoding, terms.limit)
    except (CleaningError, SourceError) as error:
        return error
    return Prepared(article, detect_claims(article, rules_only=terms.rules_only), fingerprint(article.text))


def prepare_all(
    received: Iterable[Received], terms: Terms, jobs: int, find_known: FindKnown
) -> Iterator[tuple[str, Ready]]:
    """Prepare each text, in order, with the source it came from; `jobs` above 1 shares the work among processes.

    What is known already is not worked out again: a second run after an interruption goes on where the first ended.
    """
    if jobs > 1:
        from tuifact.desk.sharing import prepare_shared

        yield from prepare_shared(received, terms, jobs, find_known)
        return
    for item in received:
        yield source_of(item), known_or(item, find_known) or prepare_received(item, terms)


def known_or(item: Received, find_known: FindKnown) -> Known | None:
    """What was received, when the library has it."""
    article = find_known(item) if isinstance(item, Original) else None
    return Known(article) if article is not None else None


def prepare_received(received: Received, terms: Terms) -> Prepared | TuifactError:
    """Prepare what was received; a refusal stays one."""
    return received if isinstance(received, SourceError) else prepare(received, terms)


def source_of(received: Received) -> str:
    """Where it came from, as it is told."""
    from tuifact.sources import Refused

    return received.source if isinstance(received, Original | Refused) else ""


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
            )


UNCHANGED: Outcome = "unchanged"


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
