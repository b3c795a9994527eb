"""Faults of our own: told in one line, and written down so that a person can choose to send them.

A report has the versions, the name of the command and the places in the code. It has no values, no messages and no
arguments: any of these may be text of an article, a note or a path. Nothing is ever sent from here.
"""

from __future__ import annotations

import os
import secrets
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tuifact.errors import TRACE_VARIABLE
from tuifact.paths import faults_folder
from tuifact.versions import version_lines

KEPT = 20
"""Reports that are kept, the latest ones."""

MOST_PLACES = 40
"""Places in the code that are told of one error, the last ones: an endless recursion has a thousand."""

HEAD = """\
A fault inside tuifact
======================

This was written on your machine and sent to nobody. It names places in the code and versions of packages; there is no
text of an article in it, no note, no file name of yours. Please send it to whoever maintains your tuifact.
"""


def report_fault(error: BaseException, command: str) -> str:
    """Write a report of this error; what a person is told, in one line.

    The line is copied into letters and chats as the report is, and so it has the kind of the error and its place, and
    not its message.
    """
    hint = f"{TRACE_VARIABLE}=1 shows all of it"
    try:
        hint = f"a report to send is in {write_report(error, command)}; {hint}"
    except OSError:
        hint = f"{hint}; please report it"
    return f"a fault inside tuifact: {type(error).__qualname__}{_where(error)} ({hint})"


def write_report(error: BaseException, command: str) -> Path:
    """Write a report of this error into the user's state folder, readable for its owner alone; its path.

    Raises `OSError` where it cannot be written.
    """
    folder = faults_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    now = datetime.now(UTC)
    path = folder / f"{now:%Y-%m-%d-%H%M%S-%f}-{secrets.token_hex(3)}.txt"
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write("\n".join(_lines(error, command, now)) + "\n")
    for old in sorted(folder.glob("*.txt"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return path


def _lines(error: BaseException, command: str, now: datetime) -> Iterator[str]:
    yield HEAD
    yield f"when     {now:%Y-%m-%dT%H:%M:%SZ}"
    yield f"command  {command}"
    yield ""
    yield from version_lines()
    yield ""
    yield from _told(error)


def _told(error: BaseException) -> Iterator[str]:
    """Where an error came from, innermost last, and before it those it came out of."""
    chain: list[BaseException] = []
    found: BaseException | None = error
    while found is not None and found not in chain:
        chain.append(found)
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)
    for one in reversed(chain):
        places = list(traceback.walk_tb(one.__traceback__))
        if len(places) > MOST_PLACES:
            yield f"  … {len(places) - MOST_PLACES} more"
        for frame, line in places[-MOST_PLACES:]:
            yield f"  {_in_package(frame.f_code.co_filename)}:{line} {frame.f_code.co_qualname}"
        yield f"{type(one).__module__}.{type(one).__qualname__}"
        if isinstance(one, BaseExceptionGroup):
            yield from (f"  with {type(inner).__qualname__}" for inner in one.exceptions)


def _where(error: BaseException) -> str:
    """The last place in our own code that an error came through; nothing when it came through none."""
    places = [(_in_package(frame.f_code.co_filename), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    ours = [f" in {file}:{line}" for file, line in places if file.startswith("tuifact/")]
    return ours[-1] if ours else ""


def _in_package(file: str) -> str:
    """A file's name from the folder of its package on: what is above says whose machine this is."""
    for folder in sorted(sys.path, key=len, reverse=True):
        if folder and file.startswith(folder + os.sep):
            return file[len(folder) + 1 :].replace(os.sep, "/")
    return Path(file).name
