"""The room of the library: the only one that knows TinyDB, and the only one that keeps anything.

What it hands out are the nouns of the model; nothing in its interface names a table, a query or a file, so that another
store can stand behind it. The map of the room:

    library.py      Library: what follows, in one class
      session.py      an opening: the folder, its tables, finding one document
      reading.py      articles, claims, counts            sieve.py    conditions on claims
      shelving.py     what the shelf shows of articles    guessing.py which id is meant, or may have been
      adding.py       add, tag, drop, restore             arrival.py  articles at the door, with their claims
                                                          intake.py   new, known or a new version?
                                                          revise.py   verdicts find their claims again
                                                          anchoring.py where their words stand now
                                                          likeness.py which claims may be one
                                                          identity.py ids that every copy agrees on
      versions.py     every text an article had
      following.py    feeds, and what servers call what is here
      marking.py      verdicts and the words beside them
      editing.py      claims by hand                      placing.py  where they stand
      sourcing.py     evidence, and copies of it kept     attaching.py    what the three have in common
      remembering.py  earlier checks taken over or dismissed, claims said again
      signing.py      sign-off by a second person
      asking.py       questions and answers
      recording.py    history, changes, undo, contests    history.py  journals as one record, where copies contradict
                                                          telling.py  a transaction as events
                                                          undo.py     what comes next to be taken back
    codec.py        claims to documents and back
    article_codec.py  the same for articles
    papers.py       the same for what is attached to claims
    store/          TinyDB's storage and table
      table.py        TinyDB's operations                 storage.py  transactions, locks, compaction
      follower.py     keeping up with what is on disk     replay.py   what a transaction does to the tables
      transaction.py  a line of the journal               draft.py    one being made
      journal.py      one machine's file of lines         journals.py all of them
      snapshot.py     claims.json                         articles.py the articles' own files
      documents.py    a table in memory                   shelf.py    what is looked up all the time
                                                          attached.py what is attached to which claim
      migrate.py      one step a schema                   seal.py     checksums
      founding.py     making or entering a folder         layout.py   where everything is in it
      lock.py         one writer at a time                files.py    flushed, private, no link followed
    upkeep/         for libraries that may be damaged: these never need to open one
      doctor.py       examine                             contents.py what lies in the folder
      findings.py     what it finds                       repair.py   repair, after a backup
      salvage.py      what still holds                    archive.py  backup, restore

On disk, `claims.json` is the settled state and opens with plain TinyDB; `journal/` has every transaction there ever
was, one file a machine, and is the truth; `articles/` and `originals/` have files written once. A mark is a line
appended and flushed. The upkeep is imported when it is asked for: most runs of the program need none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tuifact.errors import Conflict
from tuifact.library.history import Contest
from tuifact.library.intake import Added
from tuifact.library.library import Library
from tuifact.library.revise import Touched
from tuifact.library.signing import unsignable
from tuifact.library.versions import Arrivals

if TYPE_CHECKING:
    from tuifact.library.upkeep.archive import Backup, backup, restore
    from tuifact.library.upkeep.doctor import Examination, examine
    from tuifact.library.upkeep.findings import Finding
    from tuifact.library.upkeep.repair import Repair, repair

__all__ = [
    "Added",
    "Arrivals",
    "Backup",
    "Conflict",
    "Contest",
    "Examination",
    "Finding",
    "Library",
    "Repair",
    "Touched",
    "backup",
    "examine",
    "repair",
    "restore",
    "unsignable",
]

_UPKEEP = {
    "Backup": "upkeep.archive",
    "backup": "upkeep.archive",
    "restore": "upkeep.archive",
    "Examination": "upkeep.doctor",
    "Finding": "upkeep.findings",
    "examine": "upkeep.doctor",
    "Repair": "upkeep.repair",
    "repair": "upkeep.repair",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 (whatever is asked for)
    if name not in _UPKEEP:
        raise AttributeError(f"module {__name__} has no attribute {name}")
    from importlib import import_module

    return getattr(import_module(f"tuifact.library.{_UPKEEP[name]}"), name)
