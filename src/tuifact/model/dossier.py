"""Everything a report is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tuifact.model.article import Article, ArticleSummary
from tuifact.model.claim import Claim, Sentence
from tuifact.model.match import Dismissal, EarlierCheck
from tuifact.model.review import Finding, Question
from tuifact.model.verdict import Event, Status


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
    findings: tuple[Finding, ...] = ()
    """What the sourcing rules found."""
    questions: tuple[Question, ...] = ()
    """Open and answered, oldest first."""
    earlier: Mapping[str, tuple[EarlierCheck, ...]] = field(default_factory=dict)
    """Earlier checks by claim id, best first."""
    sentences: int = 0
    """How many sentences the article has; 0 when nobody counted."""
    dismissals: tuple[Dismissal, ...] = ()
    """Earlier checks that are not about a claim they are like, oldest first."""

    @property
    def signed_off(self) -> bool:
        """Whether there are decided claims and a reviewer's signature holds on every one of them."""
        decided = [claim for claim in self.claims if claim.status != Status.UNVERIFIED]
        return bool(decided) and all(claim.signed for claim in decided)
