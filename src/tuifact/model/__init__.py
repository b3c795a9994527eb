"""The nouns of the house: what is received, what is read, what is claimed, what was decided.

Frozen values of the standard library alone; nothing here reads or writes anything.
"""

from tuifact.model.article import Article, ArticleSummary, Paragraph, ParagraphKind, Post, Repair
from tuifact.model.claim import Anchor, Band, Claim, Kind, Sentence
from tuifact.model.dossier import Dossier
from tuifact.model.evidence import Evidence, Grade, Snapshot, Stance
from tuifact.model.match import EarlierCheck
from tuifact.model.original import Given, Original
from tuifact.model.review import RULES, Finding, Question, Review, Severity, Signature, same_person
from tuifact.model.revision import ClaimChange, Difference, Fate, Revision, Version
from tuifact.model.subscription import Subscription
from tuifact.model.verdict import RATINGS, WORDING, Action, Confidence, Event, Rating, Status, Tally, Wording

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
