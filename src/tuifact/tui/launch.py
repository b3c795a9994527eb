"""The way into the reader: everything that can go wrong before there is a screen is said in one line."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tuifact.config import load_settings
from tuifact.errors import NotFound, TuifactError
from tuifact.model.plain import plain_line
from tuifact.paths import library_folder, state_folder
from tuifact.tui.glimpses import SHELF
from tuifact.tui.late_desk import LateDesk
from tuifact.tui.memory import Memory

if TYPE_CHECKING:
    from tuifact.desk import Desk
    from tuifact.tui.app import ReaderApp

LINEAR = "tuifact list, show, claims, mark and export"
"""The commands that do the same without a screen."""

ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""Signals that ask the program to end; the exit code is theirs plus 128, as shells have it."""


SETTLED_SECONDS = 2.0
"""After this one reads, and the program has made what it keeps."""


QUIET_SECONDS = 1.0
"""Without a key, after which one is thought to read."""

_OFTEN = (700, 10, 3)
"""Python's thresholds, the last one lower: looking through all but what was loaded takes some milliseconds."""


def open_reader(folder: Path | None = None, reference: str | None = None) -> int:
    """Open the library, on this article if one is named (an id, a prefix, or a file to import first); the exit code.

    `folder` is the library's when it is not the usual one. Without a terminal, or on a dumb one: a line on standard
    error and 1.
    """
    try:
        _require_terminal()
        with ExitStack() as until:
            desk = LateDesk(library_folder(folder), load_settings(), until)
            memory = Memory(desk.folder, state_folder())
            if memory.glimpses.is_kept(SHELF if reference is None else reference):
                code = _run(desk, reference, memory)
            else:
                code = _run(_set_up(desk.open()), reference, memory)
        memory.glimpses.keep()  # Now that the desk is left, nothing changes in the library's folder any more.
        return code
    except TuifactError as error:
        return complain(error)


def open_demo_reader() -> int:
    """Open the sample articles in a throw-away library; the exit code."""
    from tuifact.desk import open_demo

    try:
        _require_terminal()
        with open_demo(load_settings()) as (desk, articles):
            return _run(desk, articles[0])
    except TuifactError as error:
        return complain(error)


def open_served_reader(desk: Desk) -> int:
    """Open the reader at this desk for somebody in a browser; the exit code. There is no terminal, and none is needed.

    Where visitors were is not remembered: one account's memory would be everybody's.
    """
    try:
        with desk:
            return _run(_set_up(desk), None)
    except TuifactError as error:
        return complain(error)


def complain(error: TuifactError) -> int:
    """Say what went wrong, in one harmless line on standard error; the exit code 1."""
    print(f"tuifact: {plain_line(str(error))}", file=sys.stderr)
    return 1


def _article(desk: Desk, reference: str) -> str:
    """The id behind a reference: an article's id or prefix, else a file, imported first."""
    if not os.path.isfile(reference):  # noqa: PTH113 - Path's own raises for a long name
        try:
            return desk.summary(reference).id
        except NotFound as error:
            raise NotFound(f"{reference}: neither an article of this library nor a file", error.hint) from error
    imported = list(desk.import_sources([reference]))
    if imported[0].error is not None:
        raise imported[0].error
    return imported[0].article


def _require_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise TuifactError("the reader needs a terminal", f"without one: {LINEAR}")
    if os.environ.get("TERM", "") in ("dumb", ""):
        raise TuifactError("this terminal cannot show the reader", f"here work: {LINEAR}")


def _set_up(desk: Desk) -> Desk:
    """A desk whose library can be read: better said now than on a screen that closes."""
    desk.tally()
    return desk


def _run(desk: Desk | LateDesk, reference: str | None, memory: Memory | None = None) -> int:
    import asyncio

    from tuifact.tui.app import ReaderApp

    article = reference if reference is None or isinstance(desk, LateDesk) else _article(desk, reference)
    app = ReaderApp(desk, article, memory=memory)
    asyncio.run(_live(app))
    return app.return_code or 0


async def _live(app: ReaderApp) -> None:
    """Run until it is left, or told to end: then too the terminal is given back as it was."""
    import asyncio

    loop = asyncio.get_running_loop()
    for number in ENDINGS:
        with suppress(NotImplementedError):  # Windows ends a program without asking.
            loop.add_signal_handler(number, partial(app.exit, return_code=128 + number))
    loop.call_later(SETTLED_SECONDS, _collect_garbage, app)
    await app.run_async()


def _collect_garbage(app: ReaderApp) -> None:
    """Look for garbage from now on, but not in what was loaded to start with: most of that stays."""
    import asyncio

    gc.freeze()
    gc.set_threshold(*_OFTEN)
    gc.enable()
    asyncio.get_running_loop().call_later(QUIET_SECONDS, _collect_once, app)


def _collect_once(app: ReaderApp) -> None:
    """Look through what was loaded, once. That takes as long as ten keys: it waits until nobody presses any."""
    import asyncio

    if time.monotonic() - app.last_key < QUIET_SECONDS:
        asyncio.get_running_loop().call_later(QUIET_SECONDS, _collect_once, app)
        return
    gc.unfreeze()
    gc.collect()
    gc.freeze()
