"""Preparing texts: cleaned, their claims found, ready to be stored; what the library has already is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tuifact.desk.filters import clean_original, detect_claims
from tuifact.errors import CleaningError, SourceError, TuifactError
from tuifact.model import Article, Claim, Original

if TYPE_CHECKING:
    from tuifact.sources import Fingerprint, Received


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
        yield source_of(item), as_known(item, find_known) or prepare_received(item, terms)


def as_known(item: Received, find_known: FindKnown) -> Known | None:
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
