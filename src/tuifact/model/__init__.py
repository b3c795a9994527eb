"""The nouns of the house: what is received, what is read, what is claimed, what was decided.

Frozen values of the standard library alone; nothing here reads or writes anything.
"""

from tuifact.model.article import Article, ArticleSummary, Paragraph, ParagraphKind, Post, Repair
from tuifact.model.claim import Anchor, Band, Claim, Kind, Sentence
from tuifact.model.dossier import Dossier
from tuifact.model.match import EarlierCheck
from tuifact.model.original import Given, Original
from tuifact.model.verdict import Action, Event, Status, Tally

__all__ = [
    "Action",
    "Anchor",
    "Article",
    "ArticleSummary",
    "Band",
    "Claim",
    "Dossier",
    "EarlierCheck",
    "Event",
    "Given",
    "Kind",
    "Original",
    "Paragraph",
    "ParagraphKind",
    "Post",
    "Repair",
    "Sentence",
    "Status",
    "Tally",
]
