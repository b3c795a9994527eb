"""Repairing a library: from what holds of its journals, snapshot and files, after a backup of it as it was."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tuifact.errors import LibraryError
from tuifact.library.archive import backup
from tuifact.library.doctor import Examination, examine
from tuifact.library.draft import now
from tuifact.library.files import FILE_MODE, FOLDER_MODE, make_folder, read_bytes, refusal, replace_file, telling
from tuifact.library.layout import Layout
from tuifact.library.lock import Lock
from tuifact.library.salvage import Salvage, after, bookmarks, read_journals, replayed
from tuifact.library.snapshot import State, read_snapshot, write_snapshot
from tuifact.library.storage import read_article


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
    """Save what can be saved of the library, which nobody may have open for writing meanwhile.

    Whole lines of the journals are kept, the snapshot is made anew, files that are damaged are taken out (the backup
    has them) so that importing the source again puts them back. Raises `LibraryError` when the backup cannot be made;
    then nothing was changed.
    """
    before = examine(folder)
    if not before.findings:
        return Repair(before, None, (), before)
    layout = Layout(folder)
    file = folder.with_name(f"{folder.absolute().name}-before-repair-{now()[:19].replace(':', '')}.zip")
    backup(folder, file)
    try:
        lock = Lock(layout.lock)
    except OSError as error:
        raise refusal("write to", layout.folder, error) from error
    try:
        with lock:
            done = [*_mend(layout), *_tidy(layout)]
    finally:
        lock.close()
    return Repair(before, file, tuple(done), examine(folder))


def _mend(layout: Layout) -> list[str]:
    """Bring journals, files and snapshot back in step."""
    for path in layout.folders:
        make_folder(path)
    salvage = read_journals(layout)
    state = _sound_snapshot(layout)
    missing = salvage.transactions if state is None else after(salvage, state)
    done = [f"{layout.snapshot} was made again from the journals and the articles"] if state is None else []
    done += _cut_journals(layout, salvage)
    done += _take_out_damaged(layout)
    replay, _ = replayed(layout, state or State(), missing)
    replay.state.covers = bookmarks(salvage)
    replay.settle()
    write_snapshot(layout, replay.state)
    return done


def _sound_snapshot(layout: Layout) -> State | None:
    try:
        return read_snapshot(layout)
    except LibraryError:
        return None


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
    """Remove the files of articles that are not what they were."""
    damaged = [path for path in layout.originals.iterdir() if _is_damaged_original(path)]
    damaged += [path for path in layout.articles.glob("*.json") if _is_damaged_article(layout, path)]
    for path in damaged:
        with telling("remove", path):
            path.unlink()
    return [f"{path} was damaged and taken out: import its source again" for path in damaged]


def _is_damaged_original(path: Path) -> bool:
    return path.is_symlink() or sha256(read_bytes(path)).hexdigest() != path.name


def _is_damaged_article(layout: Layout, path: Path) -> bool:
    try:
        read_article(layout, path.stem)
    except LibraryError:
        return True
    return False


def _tidy(layout: Layout) -> list[str]:
    """Make everything private and remove what an interrupted write left."""
    done = []
    for path in layout.folder.rglob("*.new"):
        path.unlink()
        done.append(f"{path} was removed: a write that never ended")
    for path in (layout.folder, *layout.folders, *(path for place in layout.folders for path in place.iterdir())):
        wanted = FOLDER_MODE if path.is_dir() else FILE_MODE
        if os.name != "nt" and not path.is_symlink() and path.stat().st_mode & 0o777 & ~wanted:
            with suppress(PermissionError):
                path.chmod(wanted)
                done.append(f"{path} is private now")
    return done
