"""The use cases, in verbs. The only room that knows the others; both front ends speak to it and to nothing below."""

from tuifact.desk.counting import Statistics
from tuifact.desk.desk import Desk, open_demo
from tuifact.desk.filters import Received, clean_original, cut_sentences, detect_claims, read_text
from tuifact.desk.intake import Imported, Outcome, Progress
from tuifact.desk.reading import Found

__all__ = [
    "Desk",
    "Found",
    "Imported",
    "Outcome",
    "Progress",
    "Received",
    "Statistics",
    "clean_original",
    "cut_sentences",
    "detect_claims",
    "open_demo",
    "read_text",
]
