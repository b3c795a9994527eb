"""What can be done to a text without a library: the pure way from bytes to claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuifact.errors import SourceError

if TYPE_CHECKING:
    from tuifact.config import Settings
    from tuifact.model import Article, Claim, Original


def read_text(reference: str, settings: Settings) -> Original:
    """The one text behind a file name or `-`.

    Raises `SourceError` when it cannot be read, or when the name stands for a folder of several texts.
    """
    from tuifact.sources import open_sources

    found = list(open_sources([reference], limit=settings.max_megabytes << 20))
    if len(found) != 1:
        raise SourceError(f"{reference}: holds {len(found)} texts", "name one of its files")
    if isinstance(found[0], SourceError):
        raise found[0]
    return found[0]


def clean_original(original: Original, encoding: str | None = None) -> Article:
    """Clean one text.

    Raises `CleaningError` when the bytes are no text, `SourceError` when nothing is left to read once the damage is gone.
    """
    from tuifact.cleaning import clean

    article = clean(original, encoding=encoding)
    if not article.paragraphs:
        raise SourceError(f"{original.source or 'the text'}: nothing to read in it", "is it the right file?")
    return article


def detect_claims(article: Article) -> tuple[Claim, ...]:
    """The claims of an article, in reading order."""
    from tuifact.claims import find_claims

    return find_claims(article)
