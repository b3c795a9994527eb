"""What lies in a library's folder: files that are lost or damaged, strangers, and what others may read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tuifact.library.store.documents import Document, Documents
from tuifact.library.store.files import FOLDER_MODE
from tuifact.library.store.layout import Layout
from tuifact.library.store.snapshot import State
from tuifact.library.upkeep.findings import IMPORT_AGAIN, REPAIR, Finding, worth_knowing
from tuifact.library.upkeep.salvage import damage_of, files_written_once

_TAKE_OUT = "tuifact doctor --repair takes it out, after a backup; then import its source again: the verdicts stay"
_TAKE_OUT_COPY = "tuifact doctor --repair takes it out, after a backup; then attach the file again"
_ATTACH_AGAIN = "attach the file again with tuifact evidence edit"


def wrong_files(layout: Layout, state: State) -> Iterator[Finding]:
    """Each article's text and original, also of earlier versions, and each copy of a source, held against its
    checksum."""
    needed = {path: f"the copy of source {source['id']}" for path, source in _copies(layout, state)}
    for article in state.tables["articles"].values():
        needed[layout.article_file(article["file"])] = f"the text of article {article['id']}"
        needed[layout.original_file(article["sha256"])] = f"the original of article {article['id']}"
    versions = (path for article in state.tables["articles"].values() for path in _files_of(layout, article))
    earlier = dict.fromkeys(filter(Path.exists, versions), "nothing needs it at present")
    for path, what in (earlier | needed).items():
        is_copy = path.parent == layout.evidence
        if not path.exists():
            yield Finding(f"{path} is missing: {what}", _ATTACH_AGAIN if is_copy else IMPORT_AGAIN, mendable=False)
        elif damage := damage_of(layout, path):
            yield Finding(f"{damage}: {what}", _TAKE_OUT_COPY if is_copy else _TAKE_OUT)


def _copies(layout: Layout, state: State) -> Iterator[tuple[Path, Document]]:
    """The kept copies and the sources they are of, those taken away among them: an undo may bring them back."""
    for source in state.tables.get("evidence", Documents()).values():
        if "snapshot" in source:
            yield layout.snapshot_file(source["snapshot"]["sha256"]), source


def strangers(layout: Layout, state: State) -> Iterator[Finding]:
    """Files that nothing in the library speaks of."""
    known = {layout.snapshot, layout.lock, layout.folder / ".gitattributes", layout.folder / ".gitignore"}
    known |= {path for path, _ in _copies(layout, state)}
    known |= {path for article in state.tables["articles"].values() for path in _files_of(layout, article)}
    torn = {path for path in files_written_once(layout) if path not in known and damage_of(layout, path)}
    for path in _inside(layout):
        is_journal = path.parent == layout.journals and path.suffix == ".jsonl"
        if path.is_dir() or path in known or is_journal or layout.checks in path.parents:
            continue
        if path.suffix == ".new" or path in torn:
            yield Finding(f"{path} is left from a write that never ended", REPAIR, grave=False)
        else:
            yield worth_knowing(f"{path} belongs to nothing in this library", "it does no harm")


def _files_of(layout: Layout, article: Document) -> Iterator[Path]:
    """The files of every version of an article."""
    yield layout.article_file(article["id"])
    for told in (article, *article.get("earlier", ())):
        if "file" in told:
            yield layout.article_file(told["file"])
    for version in article["versions"]:
        digest = version[:64]
        yield layout.original_file(digest)
        yield layout.article_file(f"{article['id']}-{digest[:12]}")


def open_to_others(layout: Layout) -> Iterator[Finding]:
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
                yield Finding(f"others may read {path}", "tuifact doctor --repair makes it private", grave=False)


def _is_open(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o777 & ~FOLDER_MODE)


def _inside(layout: Layout) -> list[Path]:
    """Everything in the folder but what git keeps there."""
    git = layout.folder / ".git"
    return sorted(path for path in layout.folder.rglob("*") if path != git and git not in path.parents)
