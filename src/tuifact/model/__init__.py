"""The nouns of the house: what is received, what is read, what is claimed, what was decided.

Frozen values of the standard library alone; nothing here reads or writes anything. What few ask for is imported when
somebody does: the reader shows its first frame without.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tuifact.model.article import Article, ArticleSummary, Paragraph, ParagraphKind, Post, Repair
from tuifact.model.claim import Anchor, Band, Claim, Kind, Sentence
from tuifact.model.evidence import Evidence, Grade, Snapshot, Stance
from tuifact.model.original import Given, Original
from tuifact.model.review import RULES, Finding, Question, Review, Severity, Signature, same_person
from tuifact.model.verdict import RATINGS, WORDING, Action, Confidence, Event, Rating, Status, Tally, Wording

if TYPE_CHECKING:
    from tuifact.model.dossier import Dossier
    from tuifact.model.match import Dismissal, EarlierCheck
    from tuifact.model.revision import ClaimChange, Difference, Fate, Revision, Version
    from tuifact.model.subscription import Subscription

__all__ = [
    "RATINGS",
    "RULES",
    "WORDING",
    "Action",
    "Anchor",
    "Article",
    "ArticleSummary",
    "Band",
    "Claim",
    "ClaimChange",
    "Confidence",
    "Difference",
    "Dismissal",
    "Dossier",
    "EarlierCheck",
    "Event",
    "Evidence",
    "Fate",
    "Finding",
    "Given",
    "Grade",
    "Kind",
    "Original",
    "Paragraph",
    "ParagraphKind",
    "Post",
    "Question",
    "Rating",
    "Repair",
    "Review",
    "Revision",
    "Sentence",
    "Severity",
    "Signature",
    "Snapshot",
    "Stance",
    "Status",
    "Subscription",
    "Tally",
    "Version",
    "Wording",
    "same_person",
]

_LATER = {
    "Dossier": "dossier",
    **dict.fromkeys(("Dismissal", "EarlierCheck"), "match"),
    **dict.fromkeys(("ClaimChange", "Difference", "Fate", "Revision", "Version"), "revision"),
    "Subscription": "subscription",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has its own type
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
