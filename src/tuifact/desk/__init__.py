"""The use cases, in verbs. The only room that knows the others; both front ends speak to it and to nothing below."""

from tuifact.desk.archiving import Archived
from tuifact.desk.copying import LikeArticle
from tuifact.desk.counting import Statistics
from tuifact.desk.desk import Desk, open_demo
from tuifact.desk.filters import (
    FIGURES,
    Received,
    clean_original,
    cut_sentences,
    detect_claims,
    figures_held,
    figures_in,
    forms_read,
    name_of,
    read_text,
    read_texts,
)
from tuifact.desk.following import Followed
from tuifact.desk.intake import Imported, Outcome, Progress
from tuifact.desk.reading import Found
from tuifact.desk.reporting import Wanted
from tuifact.desk.reviewing import Asked, SignedOff
from tuifact.desk.sourcing import Source, evidence_line, parse_evidence

__all__ = [
    "FIGURES",
    "Archived",
    "Asked",
    "Desk",
    "Followed",
    "Found",
    "Imported",
    "LikeArticle",
    "Outcome",
    "Progress",
    "Received",
    "SignedOff",
    "Source",
    "Statistics",
    "Wanted",
    "clean_original",
    "cut_sentences",
    "detect_claims",
    "evidence_line",
    "figures_held",
    "figures_in",
    "forms_read",
    "name_of",
    "open_demo",
    "parse_evidence",
    "read_text",
    "read_texts",
]
