"""The doctor: looks at everything a library is made of and says what is wrong, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tuifact.errors import LibraryError
from tuifact.library.history import Chronicle, find_contests
from tuifact.library.store.attached import ATTACHED
from tuifact.library.store.documents import Documents
from tuifact.library.store.layout import Layout
from tuifact.library.store.lock import undisturbed
from tuifact.library.store.replay import Replay
from tuifact.library.store.snapshot import Merged, State, read_snapshot
from tuifact.library.store.storage import JournalStorage
from tuifact.library.upkeep.contents import open_to_others, strangers, wrong_files
from tuifact.library.upkeep.findings import IMPORT_AGAIN, REPAIR, Finding, worth_knowing
from tuifact.library.upkeep.salvage import (
    Salvage,
    disagreements,
    read_journals,
    replayed,
    to_replay,
)
from tuifact.model import Event


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
    findings += wrong_files(layout, replay.state)
    if not any(finding.grave for finding in findings):
        findings += _disagreements(layout, replay, salvage)
        findings += _contests(layout, replay)
    findings += _homeless(replay.state)
    findings += _entering(replay.state)
    findings += [worth_knowing(words, "it is cut off at the next mark") for words in salvage.notices]
    findings += strangers(layout, replay.state)
    findings += open_to_others(layout)
    return Examination(
        layout.folder, tuple(findings), len(tables["articles"]), len(tables["claims"]), len(salvage.transactions)
    )


def _as_opened(layout: Layout, salvage: Salvage) -> tuple[Replay, list[Finding]]:
    """The state that opening the library gives, or the best there is, and what is wrong with its snapshot."""
    problems: list[Finding] = []
    try:
        state = read_snapshot(layout)
    except Merged as error:
        state, problems = State(), [worth_knowing(error.message, error.hint)]
    except LibraryError as error:
        state, problems = State(), [Finding(error.message, REPAIR)]
    problems += [
        Finding(f"{layout.journal(machine)} does not hold all that {layout.snapshot} was made from", REPAIR)
        for machine in salvage.short_of(state)
    ]
    replay, losses = replayed(layout, *to_replay(salvage, state))
    return replay, problems + [Finding(words, IMPORT_AGAIN, mendable=False) for words in losses]


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
            yield worth_knowing(
                f"claim {claim.get('id')} belongs to no article of this library", "import its article again"
            )
    for table in ATTACHED:
        for key, document in state.tables.get(table, Documents()).items():
            if str(int(document.get("claim") or "0", 16)) not in state.tables["claims"]:
                words = f"{_named(table, key)} belongs to claim {document.get('claim')}, which is not in this library"
                yield worth_knowing(words, "import its article again")


def _entering(state: State) -> Iterator[Finding]:
    """Articles of a report that was not taken over to its end."""
    for article in state.tables["articles"].values():
        if article.get("entering"):
            yield worth_knowing(f"article {article['id']} is only half taken over", "import its JSON report again")


def _contests(layout: Layout, replay: Replay) -> Iterator[Finding]:
    """Claims that two copies of the library decided differently."""
    for contest in find_contests(Chronicle(layout), replay.shelf, replay.table):
        told = ", ".join(map(_told, contest.verdicts))
        yield worth_knowing(f"claim {contest.claim.id} is contested: {told}", "mark it again to settle it")


def _told(event: Event) -> str:
    return f"{event.now} by {event.by or 'somebody'} on {event.at[:10]}"
