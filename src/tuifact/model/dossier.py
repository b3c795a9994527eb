"""Everything a report is made of."""

from __future__ import annotations

from dataclasses import dataclass

from tuifact.model.article import Article, ArticleSummary
from tuifact.model.claim import Claim, Sentence
from tuifact.model.verdict import Event


@dataclass(frozen=True, slots=True)
class Dossier:
    """An article with its claims, its record, and the sentences nobody needs to check."""

    summary: ArticleSummary
    article: Article
    claims: tuple[Claim, ...]
    """In reading order."""
    history: tuple[Event, ...] = ()
    """Oldest first."""
    unchecked: tuple[Sentence, ...] = ()
    """Opinions and predictions: read, and left out of the check with the reason."""
