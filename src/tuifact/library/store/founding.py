"""Entering a library's folder: making it where there is none, refusing what is none, finding out who may write."""

from __future__ import annotations

from tuifact.errors import LibraryError
from tuifact.library.store.files import (
    READ_ONLY,
    flush_folder,
    make_folder,
    read_bytes,
    refusal,
    refuse_link,
    replace_file,
)
from tuifact.library.store.journal import WAY_OUT
from tuifact.library.store.layout import GIT_ATTRIBUTES, GIT_IGNORE, Layout
from tuifact.library.store.lock import Lock
from tuifact.library.store.snapshot import State, write_snapshot


def enter(layout: Layout) -> Lock | None:
    """The lock of the library, which is made when it is not there; None when the folder can only be read.

    Raises `LibraryError` when the folder is none, cannot be made, or has lost its snapshot.
    """
    if layout.folder.exists() and not layout.folder.is_dir():
        raise LibraryError(f"{layout.folder} is a file, not a library", "name a folder with --library")
    for path in (*layout.folders, layout.evidence, layout.lock, layout.snapshot):
        refuse_link(path)
    make_folder(layout.folder)
    try:
        lock = Lock(layout.lock)
    except OSError as error:
        if error.errno in READ_ONLY and layout.snapshot.exists():
            return None
        raise refusal("write to", layout.folder, error) from error
    if not layout.snapshot.exists():
        with lock:
            # Another process may have been faster.
            if not layout.snapshot.exists():
                _found(layout)
    for folder in layout.folders:
        # Git keeps no empty folder.
        make_folder(folder)
    return lock


def make_evidence_folder(layout: Layout) -> None:
    """Make the folder for copies of sources, and tell git that they are no text to be changed or merged: a library
    that is older than such copies has not told it yet."""
    if layout.evidence.is_dir():
        return
    make_folder(layout.evidence)
    attributes = layout.folder / ".gitattributes"
    known = read_bytes(attributes) if attributes.exists() else b""
    if b"evidence/" not in known:
        replace_file(attributes, [known.removesuffix(b"\n"), b"\n" if known else b"", b"evidence/* binary\n"])
    flush_folder(layout.folder)


def _found(layout: Layout) -> None:
    """Make an empty library; its snapshot comes last, so that a crash leaves nothing that looks like one."""
    for folder in layout.folders:
        if folder.is_dir() and any(folder.iterdir()):
            raise LibraryError(f"{layout.snapshot} is missing, but {folder} is not empty", WAY_OUT)
        make_folder(folder)
    for name, text in ((".gitattributes", GIT_ATTRIBUTES), (".gitignore", GIT_IGNORE)):
        if not (layout.folder / name).exists():
            replace_file(layout.folder / name, [text])
    write_snapshot(layout, State())
    flush_folder(layout.folder)
    flush_folder(layout.folder.absolute().parent)
