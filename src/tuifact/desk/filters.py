"""What can be done to a text without a library: the pure way from bytes to claims."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from tuifact.errors import CleaningError, SourceError
from tuifact.model import Paragraph, Repair
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tuifact.config import Settings
    from tuifact.model import Article, Claim, Original


@dataclass(frozen=True, slots=True)
class ReceivedParagraph:
    """A paragraph as it was received."""

    text: str
    span: tuple[int, int]
    """(start, end) in characters of the decoded original."""
    repairs: tuple[Repair, ...]
    """What cleaning changed in it, in order."""


def read_text(reference: str, settings: Settings) -> Original:
    """The one text behind a file name or `-`.

    Raises `SourceError` when it cannot be read, or when the name stands for a folder of several texts.
    """
    from tuifact.sources import open_sources

    found = list(open_sources([reference], limit=settings.most_bytes))
    if len(found) != 1:
        raise SourceError(f"{reference}: holds {len(found)} texts", "name one of its files")
    if isinstance(found[0], SourceError):
        raise found[0]
    return found[0]


def read_texts(
    reference: str, settings: Settings, *, encoding: str | None = None, form: str | None = None
) -> Iterator[Original | SourceError]:
    """The texts behind a file name or `-`, one at a time: one, or each row of a corpus; a bad one as the reason why."""
    from tuifact.sources import open_sources

    return open_sources([reference], limit=settings.most_bytes, encoding=encoding, form=form)


def name_of(original: Original) -> str:
    """What a text that is in no library goes by: what its corpus calls it, else its address, else where it stood."""
    given = original.given
    return given.key or given.url or ("" if original.source == "-" else original.source)


def forms_read() -> tuple[str, ...]:
    """What a form of text may be called: suffixes without their dots, and media types."""
    from tuifact.sources.forms import FORMS, MEDIA_TYPES

    return (*FORMS, *MEDIA_TYPES)


def clean_original(original: Original, encoding: str | None = None, limit: int | None = None) -> Article:
    """Clean one text; `limit` is in bytes, for what comes out of its compressed parts.

    Raises `CleaningError` when the bytes are no text, `SourceError` when nothing is left once the damage is gone.
    """
    from tuifact.sources import DEFAULT_LIMIT, dress, unfold

    name = plain_line(original.source) or "the text"
    received = unfold(original, limit or DEFAULT_LIMIT)
    try:
        article = _clean(received, encoding)
    except CleaningError as error:
        raise CleaningError(f"{name}: {error.message}", error.hint) from error
    if not article.paragraphs:
        raise SourceError(f"{name}: there is nothing to read in it", "is it the right file?")
    return dress(article, received)


def detect_claims(article: Article, *, rules_only: bool = False) -> tuple[Claim, ...]:
    """The claims of an article, in reading order; `rules_only` judges them without the trained weights."""
    from tuifact.claims import find_claims

    return find_claims(article, rules_only=rules_only)


def figures_in(text: str) -> list[dict[str, str | int]]:
    """The figures and dates of a claim as values, for scripts: `value` is a number in full or an ISO date, as text.

    `start` and `end` are in characters of `text`; `kind` is number, money, percent, date or year; `unit` is ISO 4217
    for money, `%`, the word counted, or empty.
    """
    from tuifact.claims import find_figures

    return [
        {
            "text": figure.text,
            "start": figure.start,
            "end": figure.end,
            "kind": figure.kind,
            "value": f"{figure.value:f}" if isinstance(figure.value, Decimal) else figure.value.isoformat(),
            "unit": figure.unit,
        }
        for figure in find_figures(text)
    ]


FIGURES = ("figure", "money", "percent", "number", "date")
"""What a claim may hold: a figure of any kind, which dates are not; money, percent, another number; a day or a year."""


def figures_held(text: str) -> tuple[str, ...]:
    """Which of `FIGURES` stand in a claim, in their order; empty where nothing is counted or dated."""
    from tuifact.claims import find_figures

    kinds = {"date" if figure.kind == "year" else figure.kind for figure in find_figures(text)}
    held = {"figure", *kinds} if kinds - {"date"} else kinds
    return tuple(kind for kind in FIGURES if kind in held)


def cut_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph, each (start, end) in its characters."""
    from tuifact.claims import split_sentences

    return split_sentences(text)


def look_behind(original: Original, paragraph: Paragraph) -> ReceivedParagraph:
    """The text a cleaned paragraph was made of.

    Cleaning is deterministic, so the repairs are found again from the original instead of being stored with it.
    """
    from tuifact.cleaning import decode
    from tuifact.sources import unfold

    received = unfold(original)
    text = received.given.text
    if text is None:
        text = decode(original.data, original.encoding or None, original.media_type).text
    start, end = paragraph.span
    found = _clean(received, None).repairs
    repairs = tuple(repair for repair in found if start <= repair.span[0] and repair.span[1] <= end)
    return ReceivedParagraph(text[start:end], paragraph.span, repairs)


def _clean(received: Original, encoding: str | None) -> Article:
    """Clean what is read in an original; the article keeps the bytes it was received in."""
    from tuifact.cleaning import clean

    given = received.given
    if given.text is None:
        return clean(received, encoding=encoding)
    return replace(clean(given.text, given.media_type), original=received)
