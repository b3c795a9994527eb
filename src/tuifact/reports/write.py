"""Reports on disk: whole or not at all, and never over a file somebody else put there."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from tuifact.errors import ReportError
from tuifact.model.dossier import Dossier
from tuifact.model.plain import plain_line
from tuifact.reports.interface import ALL, Report, ReportOptions, file_name

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_FORCE = "--force writes over it"


def write_one(target: Path, pieces: Iterable[bytes], *, force: bool = False) -> Path:
    """Write a report to this file; its folder must exist. Returns the path.

    The text goes to a new file beside it, which takes the name once it is complete and on disk: a reader never sees
    half a report, and a failure leaves nothing. A file that is written over keeps who may read it. Raises `ReportError`
    when the file exists and `force` is not set, when the name belongs to a link or a folder, or when the system
    refuses.
    """
    refuse_target(target, force)
    draft = target.parent / f".tuifact-{secrets.token_hex(8)}.tmp"
    try:
        try:
            held = stat.S_IMODE(target.stat().st_mode) if force and target.exists() else None
            write_draft(draft, pieces, 0o666 if held is None else held)
            if held is not None:
                draft.chmod(held)
            publish(draft, target, force)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise ReportError(f"{shown(target)}: cannot be written: {reason_of(error)}") from error
    return target


def write_each(
    folder: Path,
    report: Report,
    dossiers: Iterable[Dossier],
    options: ReportOptions = ALL,
    *,
    force: bool = False,
    index: bool = False,
) -> Iterator[Path]:
    """Write each article's files into a folder, which is made when missing; yields each path once it is written.

    With `index` a page on all of them comes last, where the form has one. Raises `ReportError` as `write_one` does;
    the files written before stay.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "there is a file of this name" if isinstance(error, FileExistsError) else reason_of(error)
        raise ReportError(f"{shown(folder)}: this folder cannot be made: {reason}", "name another folder") from error
    page = report.index(options) if index or report.always_indexed else None
    for dossier in dossiers:
        for name, pieces in report.files(dossier, options):
            yield write_one(folder / name, pieces, force=force)
        if page:
            page.add(dossier, file_name(dossier) + report.suffix)
    if page:
        yield write_one(folder / page.name, page.pieces(), force=force)


def refuse_target(target: Path, force: bool) -> None:
    """Raise `ReportError` when no report may take this name; asked first, so that nothing is rendered for nothing."""
    if "\0" in str(target):
        raise ReportError(f"{shown(target)}: is not a possible file name")
    try:
        if target.is_symlink():
            raise ReportError(f"{shown(target)}: is a link, and links are not written through", "name the file itself")
        if target.is_dir():
            raise ReportError(f"{shown(target)}: is a folder", "end the path with / for one file an article")
        if target.exists() and not target.is_file():
            raise ReportError(f"{shown(target)}: is no regular file", "write to standard output instead")
        if target.exists() and not force:
            raise ReportError(f"{shown(target)}: is already there", _FORCE)
        if not target.parent.is_dir():
            raise ReportError(f"{shown(target)}: there is no folder {shown(target.parent)}", "make it first")
    except OSError as error:
        raise ReportError(f"{shown(target)}: {reason_of(error)}") from error


def write_draft(draft: Path, pieces: Iterable[bytes], mode: int = 0o666) -> None:
    """Put the whole report into a new file, on disk when this returns. The user's umask takes from the mode."""
    with os.fdopen(os.open(draft, _NEW_FILE, mode), "wb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())


def publish(draft: Path, target: Path, force: bool) -> None:
    """Give the draft its name: over what is there with `force`, else only where nothing is, in one step."""
    if force:
        draft.replace(target)
        return
    try:
        target.hardlink_to(draft)
    except FileExistsError as error:
        raise ReportError(f"{shown(target)}: is already there", _FORCE) from error
    except OSError:
        # No hard links on this file system: claim the name with an empty file, then replace our own.
        try:
            os.close(os.open(target, _NEW_FILE, 0o666))
        except FileExistsError as error:
            raise ReportError(f"{shown(target)}: is already there", _FORCE) from error
        draft.replace(target)


def reason_of(error: OSError) -> str:
    """Why the system refused, in its words and lower case."""
    return (error.strerror or "unknown reason").lower()


def shown(path: Path) -> str:
    """The path, fit for one line of a message."""
    return plain_line(str(path))
