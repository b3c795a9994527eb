"""The use cases, in verbs. The only room that knows the others; both front ends speak to it and to nothing below.

What it hands out are the nouns of the model, and a few of its own. The map of the room:

    desk.py         Desk: what follows, in one class; the demonstration
      opened.py       a library, opened when something in it is asked for    checker.py  who is at the keyboard
      reading.py      articles, claims, originals, history    catalogue.py  the shelf, a part at a time
      counting.py     statistics                          suggesting.py  what an id or a tag may go on with
      comparing.py    versions of an article, and what changed
      deciding.py     verdicts and the words beside them, undo and redo
      correcting.py   claims by hand
      sourcing.py     evidence                            linting.py  the sourcing rules over it
      reviewing.py    the second pair of eyes, questions to people
      remembering.py  earlier checks                      indexing.py  the index they are found in
      reporting.py    reports                             dossiers.py  what they are made of
      following.py    feeds
      taking_in.py    references become articles          preparing.py cleaned, their claims found
                                                          sharing.py  that work shared among processes
                                                          intake.py   stored a batch at a time, and told
                                                          copying.py  texts nearly like one that is here
      restoring.py    a JSON report becomes articles again
      archiving.py    copies that web archives have
      keeping.py      doctor, backup, restore
    filters.py      a text without a library: read, cleaned, cut, its claims found
"""

from typing import TYPE_CHECKING

from tuifact.desk.archiving import Archived, ArchiveTask
from tuifact.desk.catalogue import Catalogue, Rows
from tuifact.desk.copying import LikeArticle
from tuifact.desk.counting import Statistics
from tuifact.desk.desk import Desk, open_demo
from tuifact.desk.filters import (
    FIGURES,
    ReceivedParagraph,
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
from tuifact.desk.intake import Imported
from tuifact.desk.reading import Found, Sort
from tuifact.desk.reporting import Wanted
from tuifact.desk.reviewing import Asked
from tuifact.desk.sourcing import Source, evidence_line, parse_evidence
from tuifact.desk.suggesting import Thing

if TYPE_CHECKING:
    # Front ends name these in their signatures and never make one: no room is loaded for it.
    from tuifact.library import Examination as Examination
    from tuifact.matching import ImportedChecks as ImportedChecks
    from tuifact.matching import PublishedCheck as PublishedCheck

__all__ = [
    "FIGURES",
    "ArchiveTask",
    "Archived",
    "Asked",
    "Catalogue",
    "Desk",
    "Followed",
    "Found",
    "Imported",
    "LikeArticle",
    "ReceivedParagraph",
    "Rows",
    "Sort",
    "Source",
    "Statistics",
    "Thing",
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
