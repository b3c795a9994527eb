"""Repairing a library: from what holds of its journals, snapshot and files, after a backup of it as it was."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tuifact.errors import LibraryError
from tuifact.library.store.draft import now
from tuifact.library.store.files import FILE_MODE, FOLDER_MODE, make_folder, replace_file, telling
from tuifact.library.store.journals import Journals
from tuifact.library.store.layout import Layout, this_machine
from tuifact.library.store.lock import undisturbed
from tuifact.library.store.replay import Replay
from tuifact.library.store.snapshot import State, read_snapshot, write_snapshot
from tuifact.library.store.transaction import REPAIR, Change, Transaction
from tuifact.library.upkeep.archive import back_up_locked
from tuifact.library.upkeep.doctor import Examination, examine
from tuifact.library.upkeep.salvage import (
    Salvage,
    damage_of,
    disagreements,
    files_written_once,
    read_journals,
    replayed,
    to_replay,
)


@dataclass(frozen=True, slots=True)
class Repair:
    """What was found before, what was done, and what is left."""

    before: Examination
    backup: Path | None
    """The library as it was; None when nothing had to be done."""
    done: tuple[str, ...]
    """In words, one line each."""
    after: Examination


def repair(folder: Path) -> Repair:
    """Save what can be saved of the library, while nobody writes to it.

    Whole lines of the journals are kept, the snapshot is made anew, files that are damaged are taken out (the backup
    has them) so that importing the source again puts them back. Where nothing can be mended nothing is done. Raises
    `LibraryError` when the library cannot be written, or the backup cannot be made; then nothing was changed.
    """
    before = examine(folder, compact=False)
    if not before.is_mendable:
        return Repair(before, None, (), before)
    layout = Layout(folder)
    with undisturbed(layout.lock) as may_write:
        if not may_write:
            raise LibraryError(
                f"{folder} can only be read", "copy the library where you may write, or check who owns it"
            )
        file = _free_name(folder)
        back_up_locked(layout, file)
        done = [*_mend(layout), *_tidy(layout)]
    return Repair(before, file, tuple(done), examine(folder))


def _free_name(folder: Path) -> Path:
    """A name for the backup beside the library that nothing has."""
    stem = f"{folder.absolute().name}-before-repair-{now()[:19].replace(':', '')}"
    names = (f"{stem}{ending}.zip" for ending in ("", *(f"-{number}" for number in range(2, 1000))))
    return next(path for path in map(folder.absolute().with_name, names) if not path.exists())


def _mend(layout: Layout) -> list[str]:
    """Bring journals, files and snapshot back in step."""
    for path in layout.folders:
        make_folder(path)
    salvage = read_journals(layout)
    settled = _sound_snapshot(layout)
    done = [f"{layout.snapshot} was made again from the journals and the articles"] if settled is None else []
    done += _cut_journals(layout, salvage)
    done += _take_out_damaged(layout)
    replay = _best(layout, salvage, settled)
    done += _write_down(layout, replay, salvage)
    replay.settle()
    write_snapshot(layout, replay.state)
    return done


def _sound_snapshot(layout: Layout) -> State | None:
    try:
        return read_snapshot(layout)
    except LibraryError:
        return None


def _best(layout: Layout, salvage: Salvage, settled: State | None) -> Replay:
    """The tables as the journals give them when nothing of those is lost, else as they follow from the settled ones."""
    replay, losses = replayed(layout, State(), salvage.transactions)
    if settled is None or not (losses or salvage.damages or salvage.short_of(settled)):
        return replay
    return replayed(layout, *to_replay(salvage, settled))[0]


def _write_down(layout: Layout, replay: Replay, salvage: Salvage) -> list[str]:
    """Write into the journal what only the snapshot knew, so that the journals have it all again."""
    rebuilt, _ = replayed(layout, State(), salvage.transactions)
    changes = tuple(
        Change(name, f"{int(key):012x}", rebuilt.table(name).get(key), replay.table(name).get(key))
        for name, key in disagreements(replay, rebuilt)
    )
    journals = Journals(layout)
    journals.news()
    if changes:
        number = max(replay.state.last, rebuilt.state.last)[0] + 1
        transaction = Transaction(REPAIR, "", now(), this_machine(layout.folder), number, changes)
        journals.append(transaction)
        replay.state.last = transaction.order
    replay.state.covers = journals.bookmarks()
    journals.close()
    return [f"{len(changes)} documents that only {layout.snapshot} knew are in the journal now"] if changes else []


def _cut_journals(layout: Layout, salvage: Salvage) -> list[str]:
    """Leave only whole lines in the journals."""
    done = []
    for machine, lines in salvage.lines.items():
        text = b"".join(line.text for line in lines)
        if text != salvage.found[machine]:
            replace_file(layout.journal(machine), [text])
            done.append(f"{layout.journal(machine)} now has its {len(lines)} whole lines only")
    return done


def _take_out_damaged(layout: Layout) -> list[str]:
    """Remove the files of articles, and copies of sources, that are not what they were."""
    damaged = [path for path in files_written_once(layout) if damage_of(layout, path)]
    for path in damaged:
        with telling("remove", path):
            path.unlink()
    return [
        f"{path} was damaged and taken out: "
        + ("attach the copy again" if path.parent == layout.evidence else "import its source again")
        for path in damaged
    ]


def _tidy(layout: Layout) -> list[str]:
    """Make everything private and remove what an interrupted write left."""
    done = []
    places = (layout.folder, *layout.present_folders)
    for path in (path for place in places for path in place.glob("*.new")):
        with telling("remove", path):
            path.unlink()
        done.append(f"{path} was removed: a write that never ended")
    for path in (layout.folder, *(path for place in places for path in place.iterdir())):
        if path.name == ".git":
            continue
        wanted = FOLDER_MODE if path.is_dir() else FILE_MODE
        if os.name != "nt" and not path.is_symlink() and path.stat().st_mode & 0o777 & ~wanted:
            with suppress(PermissionError):
                path.chmod(wanted)
                done.append(f"{path} is private now")
    return done
