"""The doctor: looks at everything a library is made of and says what is wrong, in words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tuifact.errors import LibraryError
from tuifact.library.history import Chronicle, find_contests
from tuifact.library.store.attached import ATTACHED
from tuifact.library.store.documents import Document, Documents
from tuifact.library.store.files import FOLDER_MODE
from tuifact.library.store.layout import Layout
from tuifact.library.store.lock import undisturbed
from tuifact.library.store.replay import Replay
from tuifact.library.store.snapshot import Merged, State, read_snapshot
from tuifact.library.store.storage import JournalStorage
from tuifact.library.upkeep.salvage import (
    Salvage,
    damage_of,
    disagreements,
    files_written_once,
    read_journals,
    replayed,
    to_replay,
)
from tuifact.model import Event

REPAIR = "`tuifact doctor --repair` saves what can be saved, after a backup"
_TAKE_OUT = "`tuifact doctor --repair` takes it out, after a backup; then import its source again: the verdicts stay"
_AGAIN = "import its source again: the verdicts stay"
_TAKE_OUT_COPY = "`tuifact doctor --repair` takes it out, after a backup; then attach the file again"
_ATTACH_AGAIN = "attach the file again with `tuifact evidence edit`"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the doctor found."""

    words: str
    """In one line: which file or claim, and what about it."""
    hint: str = ""
    """What to do about it."""
    grave: bool = True
    """Whether something is damaged or lost; else it is only worth knowing."""
    mendable: bool = True
    """Whether a repair does something about it."""


@dataclass(frozen=True, slots=True)
class Examination:
    """What the doctor looked at and found."""

    folder: Path
    findings: tuple[Finding, ...]
    articles: int
    claims: int
    transactions: int
    """How many the journals hold."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing is damaged."""
        return not any(finding.grave for finding in self.findings)

    @property
    def is_mendable(self) -> bool:
        """Whether a repair would do anything."""
        return any(finding.mendable for finding in self.findings)


def examine(folder: Path, *, compact: bool = True) -> Examination:
    """Look at every checksum, link and orphan of the library, while nobody writes to it.

    Nothing of a damaged library is changed. A sound one that can be written is left settled, so that plain TinyDB reads
    the present statuses, unless `compact` is False. Raises `LibraryError` when there is no library in the folder.
    """
    layout = Layout(folder)
    if not (layout.snapshot.exists() or layout.journals.is_dir()):
        raise LibraryError(f"there is no library in {folder}", "name its folder with --library")
    with undisturbed(layout.lock):
        examination = _examined(layout)
    if compact and examination.is_sound:
        _settle(layout)
    return examination


def _settle(layout: Layout) -> None:
    storage = JournalStorage(layout)
    try:
        if not storage.read_only:
            storage.compact()
    finally:
        storage.close()


def _examined(layout: Layout) -> Examination:
    salvage = read_journals(layout)
    findings = [Finding(words, REPAIR) for words in salvage.damages]
    replay, problems = _as_opened(layout, salvage)
    tables = replay.state.tables
    findings += problems
    findings += _files(layout, replay.state)
    if not any(finding.grave for finding in findings):
        findings += _disagreements(layout, replay, salvage)
        findings += _contests(layout, replay)
    findings += _homeless(replay.state)
    findings += [_known(words, "it is cut off at the next mark") for words in salvage.notices]
    findings += _orphans(layout, replay.state)
    findings += _open_to_others(layout)
    return Examination(
        layout.folder, tuple(findings), len(tables["articles"]), len(tables["claims"]), len(salvage.transactions)
    )


def _known(words: str, hint: str) -> Finding:
    """Something that is only worth knowing, and that no repair is needed for."""
    return Finding(words, hint, grave=False, mendable=False)


def _as_opened(layout: Layout, salvage: Salvage) -> tuple[Replay, list[Finding]]:
    """The state that opening the library gives, or the best there is, and what is wrong with its snapshot."""
    problems: list[Finding] = []
    try:
        state = read_snapshot(layout)
    except Merged as error:
        state, problems = State(), [_known(error.message, error.hint)]
    except LibraryError as error:
        state, problems = State(), [Finding(error.message, REPAIR)]
    problems += [
        Finding(f"{layout.journal(machine)} does not hold all that {layout.snapshot} was made from", REPAIR)
        for machine in salvage.short_of(state)
    ]
    replay, losses = replayed(layout, *to_replay(salvage, state))
    return replay, problems + [Finding(words, _AGAIN, mendable=False) for words in losses]


def _files(layout: Layout, state: State) -> Iterator[Finding]:
    """Each article's text and original, also of earlier versions, and each copy of a source, held against its
    checksum."""
    needed = {path: f"the copy of source {source['id']}" for path, source in _copies(layout, state)}
    for article in state.tables["articles"].values():
        needed[layout.article_file(article["file"])] = f"the text of article {article['id']}"
        needed[layout.original_file(article["sha256"])] = f"the original of article {article['id']}"
    earlier = dict.fromkeys(files_written_once(layout), "nothing needs it at present")
    for path, what in (earlier | needed).items():
        is_copy = path.parent == layout.evidence
        if not path.exists():
            yield Finding(f"{path} is missing: {what}", _ATTACH_AGAIN if is_copy else _AGAIN, mendable=False)
        elif damage := damage_of(layout, path):
            yield Finding(f"{damage}: {what}", _TAKE_OUT_COPY if is_copy else _TAKE_OUT)


def _copies(layout: Layout, state: State) -> Iterator[tuple[Path, Document]]:
    """The kept copies and the sources they are of, those taken away among them: an undo may bring them back."""
    for source in state.tables.get("evidence", Documents()).values():
        if "snapshot" in source:
            yield layout.snapshot_file(source["snapshot"]["sha256"]), source


def _disagreements(layout: Layout, replay: Replay, salvage: Salvage) -> Iterator[Finding]:
    """Where opening does not give what all journals give."""
    rebuilt, _ = replayed(layout, State(), salvage.transactions)
    for name, key in disagreements(replay, rebuilt):
        yield Finding(f"{layout.snapshot} and the journals disagree on {_named(name, key)}", REPAIR)


def _named(table: str, key: str) -> str:
    return f"{table.removesuffix('s')} {int(key):012x}"


def _homeless(state: State) -> Iterator[Finding]:
    """Claims that lost their article, and what lost its claim."""
    articles = {article["id"] for article in state.tables["articles"].values()}
    for claim in state.tables["claims"].values():
        if claim.get("article") not in articles:
            yield _known(f"claim {claim.get('id')} belongs to no article of this library", "import its article again")
    for table in ATTACHED:
        for key, document in state.tables.get(table, Documents()).items():
            if str(int(document.get("claim") or "0", 16)) not in state.tables["claims"]:
                words = f"{_named(table, key)} belongs to claim {document.get('claim')}, which is not in this library"
                yield _known(words, "import its article again")


def _contests(layout: Layout, replay: Replay) -> Iterator[Finding]:
    """Claims that two copies of the library decided differently."""
    for contest in find_contests(Chronicle(layout), replay.shelf, replay.table):
        told = ", ".join(map(_told, contest.verdicts))
        yield _known(f"claim {contest.claim.id} is contested: {told}", "mark it again to settle it")


def _told(event: Event) -> str:
    return f"{event.now} by {event.by or 'somebody'} on {event.at[:10]}"


def _orphans(layout: Layout, state: State) -> Iterator[Finding]:
    """Files that nothing in the library speaks of."""
    known = {layout.snapshot, layout.lock, layout.folder / ".gitattributes", layout.folder / ".gitignore"}
    known |= {path for path, _ in _copies(layout, state)}
    known |= {path for article in state.tables["articles"].values() for path in _files_of(layout, article)}
    for path in _inside(layout):
        is_journal = path.parent == layout.journals and path.suffix == ".jsonl"
        if path.is_dir() or path in known or is_journal or layout.checks in path.parents:
            continue
        if path.suffix == ".new":
            yield Finding(f"{path} is left from a write that never ended", REPAIR, grave=False)
        else:
            yield _known(f"{path} belongs to nothing in this library", "it does no harm")


def _files_of(layout: Layout, article: Document) -> Iterator[Path]:
    """The files of every version of an article."""
    yield layout.article_file(article["id"])
    for version in article["versions"]:
        digest = version[:64]
        yield layout.original_file(digest)
        yield layout.article_file(f"{article['id']}-{digest[:12]}")


def _open_to_others(layout: Layout) -> Iterator[Finding]:
    """What other users of this machine may read, and what is a symbolic link."""
    if os.name == "nt":
        return
    inside = _inside(layout)
    for path in inside:
        if path.is_symlink():
            words = f"{path} is a symbolic link, which a library never follows"
            yield Finding(words, "put the file itself there", mendable=False)
    # Git and sync folders write files that others may read; nobody comes to them through a private folder.
    if _is_open(layout.folder):
        for path in (layout.folder, *inside):
            if not path.is_symlink() and _is_open(path):
                yield Finding(f"others may read {path}", "`tuifact doctor --repair` makes it private", grave=False)


def _is_open(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o777 & ~FOLDER_MODE)


def _inside(layout: Layout) -> list[Path]:
    """Everything in the folder but what git keeps there."""
    git = layout.folder / ".git"
    return sorted(path for path in layout.folder.rglob("*") if path != git and git not in path.parents)
