"""The doctor: looks at everything a library is made of and says what is wrong, in words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tuifact.errors import LibraryError
from tuifact.library.chronicle import Chronicle
from tuifact.library.conflict import find_contests
from tuifact.library.documents import Document
from tuifact.library.files import FOLDER_MODE, read_bytes
from tuifact.library.layout import Layout
from tuifact.library.replay import Replay
from tuifact.library.salvage import Salvage, after, read_journals, replayed
from tuifact.library.snapshot import State, read_snapshot
from tuifact.library.storage import read_article
from tuifact.model import Event

REPAIR = "`tuifact doctor --repair` saves what can be saved, after a backup"
_AGAIN = "import its source again: the verdicts stay"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the doctor found."""

    words: str
    """In one line: which file or claim, and what about it."""
    hint: str = ""
    """What to do about it."""
    grave: bool = True
    """Whether something is damaged or lost; else it is only worth knowing."""


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


def examine(folder: Path) -> Examination:
    """Look at every checksum, link and orphan of the library; nothing is changed.

    Raises `LibraryError` when there is no library in the folder.
    """
    layout = Layout(folder)
    if not (layout.snapshot.exists() or layout.journals.is_dir()):
        raise LibraryError(f"there is no library in {folder}", "name its folder with --library")
    salvage = read_journals(layout)
    findings = [Finding(words, REPAIR) for words in salvage.damages]
    replay, broken = _as_opened(layout, salvage)
    findings += broken
    findings += _files(layout, replay.state)
    if not any(finding.grave for finding in findings):
        findings += _disagreements(layout, replay, salvage)
        findings += _contests(layout, replay)
    findings += [Finding(words, "it is cut off at the next mark", grave=False) for words in salvage.notices]
    findings += _orphans(layout, replay.state)
    findings += _open_to_others(layout)
    tables = replay.state.tables
    return Examination(
        folder, tuple(findings), len(tables["articles"]), len(tables["claims"]), len(salvage.transactions)
    )


def _as_opened(layout: Layout, salvage: Salvage) -> tuple[Replay, list[Finding]]:
    """The state that opening the library gives, or the best there is, and what is wrong with its snapshot."""
    try:
        state = read_snapshot(layout)
    except LibraryError as error:
        state, problem = State(), [Finding(error.message, REPAIR)]
    else:
        short = [
            Finding(f"{layout.journal(machine)} does not hold all that {layout.snapshot} was made from", REPAIR)
            for machine, bookmark in state.covers.items()
            if len(salvage.found.get(machine, b"")) < bookmark.position
        ]
        problem = short
    replay, losses = replayed(layout, state, after(salvage, state))
    return replay, problem + [Finding(words, _AGAIN) for words in losses]


def _files(layout: Layout, state: State) -> Iterator[Finding]:
    """Each article's text and original, held against their checksums."""
    for article in state.tables["articles"].values():
        try:
            read_article(layout, article["file"])
        except LibraryError as error:
            yield Finding(f"{error.message}: the text of article {article['id']}", _AGAIN)
        path = layout.original_file(article["sha256"])
        try:
            whole = sha256(read_bytes(path)).hexdigest() == article["sha256"]
        except LibraryError as error:
            yield Finding(f"{error.message}: the original of article {article['id']}", _AGAIN)
        else:
            if not whole:
                yield Finding(f"{path} is damaged: its SHA-256 is not its name", _AGAIN)


def _disagreements(layout: Layout, replay: Replay, salvage: Salvage) -> Iterator[Finding]:
    """Where the snapshot does not say what the journals say; claims that lost their article."""
    rebuilt, _ = replayed(layout, State(), salvage.transactions)
    for name, documents in replay.state.tables.items():
        others = rebuilt.table(name)
        for key in documents.keys() | others.keys():
            here, there = documents.get(key), others.get(key)
            if here != there and not (here and here.get("contested")):
                yield Finding(f"{layout.snapshot} and the journals disagree on {_named(name, key)}", REPAIR)
    articles = {article["id"] for article in replay.state.tables["articles"].values()}
    for claim in replay.state.tables["claims"].values():
        if claim.get("article") not in articles:
            yield Finding(f"claim {claim.get('id')} belongs to no article of this library", grave=False)


def _named(table: str, key: str) -> str:
    return f"{table.removesuffix('s')} {int(key):012x}"


def _contests(layout: Layout, replay: Replay) -> Iterator[Finding]:
    """Claims that two copies of the library decided differently."""
    tables = replay.state.tables
    for contest in find_contests(Chronicle(layout), replay.shelf, tables["articles"], tables["claims"]):
        told = ", ".join(map(_told, contest.verdicts))
        yield Finding(f"claim {contest.claim.id} is contested: {told}", "mark it again to settle it", grave=False)


def _told(event: Event) -> str:
    return f"{event.now} by {event.by or 'somebody'} on {event.at[:10]}"


def _orphans(layout: Layout, state: State) -> Iterator[Finding]:
    """Files that nothing in the library speaks of."""
    known = {layout.snapshot, layout.lock, layout.folder / ".gitattributes", layout.folder / ".gitignore"}
    known |= {path for article in state.tables["articles"].values() for path in _files_of(layout, article)}
    for path in sorted(layout.folder.rglob("*")):
        inside = path.relative_to(layout.folder).parts
        if (
            inside[0] == ".git"
            or path.is_dir()
            or path in known
            or (inside[0] == "journal" and path.suffix == ".jsonl")
        ):
            continue
        yield Finding(f"{path} belongs to nothing in this library", "it does no harm", grave=False)


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
    for path in (layout.folder, *sorted(layout.folder.rglob("*"))):
        if ".git" in path.parts:
            continue
        if path.is_symlink():
            yield Finding(f"{path} is a symbolic link, which a library never follows", "put the file itself there")
        elif path.stat().st_mode & 0o777 & ~FOLDER_MODE:
            yield Finding(f"others may read {path}", "`tuifact doctor --repair` makes it private", grave=False)
