"""The article as it was checked: paragraphs in pieces, each claim followed by its mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuifact.model.article import Article, ParagraphKind, Post
from tuifact.model.claim import Claim
from tuifact.reports.content.phrases import Reference
from tuifact.reports.content.ratings import rating_of
from tuifact.reports.interface import ReportOptions

_CLOSING = "”’»\"')]"


@dataclass(frozen=True, slots=True)
class Mark:
    """Stands behind a claim in the text."""

    claim: Reference
    glyph: str
    status: str

    def __str__(self) -> str:
        return f"{self.glyph} {self.claim}"


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph with its marks."""

    number: int
    """Counted from 1."""
    kind: ParagraphKind
    post: Post | None
    lines: tuple[tuple[str | Mark, ...], ...]
    """Its lines, each in pieces; a piece of text never contains a line break."""


def marked_paragraphs(
    article: Article, claims: Sequence[Claim], references: Sequence[Reference], options: ReportOptions
) -> tuple[MarkedParagraph, ...]:
    """The paragraphs of the article."""
    marks: dict[int, list[tuple[int, Mark]]] = {}
    for claim, reference in zip(claims, references, strict=True):
        # A claim that the article does not say any more stands nowhere in it.
        if claim.start < claim.end and claim.paragraph < len(article.paragraphs):
            rating = rating_of(claim, options.ratings)
            mark = Mark(reference, rating.glyph or claim.status.glyph, claim.status.value)
            place = _end_of(claim, article.paragraphs[claim.paragraph].text)
            marks.setdefault(claim.paragraph, []).append((place, mark))
    return tuple(
        MarkedParagraph(place + 1, paragraph.kind, paragraph.post, tuple(_lines(paragraph.text, marks.get(place, []))))
        for place, paragraph in enumerate(article.paragraphs)
    )


def _end_of(claim: Claim, text: str) -> int:
    """Where a claim's mark stands: after it and the quotation marks that close it."""
    end = min(max(claim.end, 0), len(text))
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return end


def _lines(text: str, marks: list[tuple[int, Mark]]) -> list[tuple[str | Mark, ...]]:
    found: list[tuple[str | Mark, ...]] = []
    offset, waiting = 0, sorted(marks, key=lambda one: one[0], reverse=True)
    for raw in text.split("\n"):
        parts: list[str | Mark] = []
        done = 0
        while waiting and waiting[-1][0] <= offset + len(raw):
            place, mark = waiting.pop()
            parts += [raw[done : max(done, place - offset)], mark]
            done = max(done, place - offset)
        parts.append(raw[done:])
        found.append(tuple(filter(None, parts)))
        offset += len(raw) + 1
    return found
