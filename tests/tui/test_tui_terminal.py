"""The reader on a terminal: what is said before it opens, how it leaves, and that it gives the terminal back."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from stock import SHELF, fill

from tuifact.desk import Desk
from tuifact.model import Tally

if sys.platform == "win32":
    pytest.skip("terminals of this kind are not there", allow_module_level=True)

import pty
import select
import struct
import subprocess
import termios
from fcntl import ioctl

SECONDS = 120
"""After which something that does not happen is a failure; on a busy machine a start alone may take a quarter."""

SHOWN = b"\x1b[?1049h"
LEFT = b"\x1b[?1049l"


class Terminal:
    """A program on a terminal of its own, 100 columns by 30 lines; standard error is read apart, or stands there."""

    def __init__(self, *arguments: str, library: Path, apart: bool, env: dict[str, str]) -> None:
        self.ours, theirs = pty.openpty()
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.before = termios.tcgetattr(theirs)
        self.theirs = theirs
        self.seen = b""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tuifact", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=subprocess.PIPE if apart else theirs,
            env={**os.environ, "TUIFACT_LIBRARY": str(library), **env},
            cwd=library.parent,
        )

    def until(self, condition: Callable[[], bool]) -> None:
        """Read what the program writes until something is so."""
        ends = time.monotonic() + SECONDS
        while not condition():
            assert time.monotonic() < ends, self.seen[-2000:]
            if select.select([self.ours], [], [], 0.02)[0]:
                self.seen += os.read(self.ours, 65536)

    def ended(self) -> bool:
        """Whether the program is over."""
        return self.process.poll() is not None

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.ours, keys.encode())

    def end(self) -> tuple[int, str]:
        """Wait for the end: the exit code, and what is on standard error where that is apart."""
        self.until(self.ended)
        while select.select([self.ours], [], [], 0)[0]:
            self.seen += os.read(self.ours, 65536)
        return self.process.returncode, self.process.stderr.read().decode() if self.process.stderr else ""

    @property
    def is_as_before(self) -> bool:
        """Whether the terminal's own settings are those it had."""
        return termios.tcgetattr(self.theirs) == self.before


@contextmanager
def terminal(*arguments: str, library: Path, apart: bool = False, **env: str) -> Iterator[Terminal]:
    """A program on a terminal, ended in any case. The screen itself is drawn on standard error, as Textual does."""
    opened = Terminal(*arguments, library=library, apart=apart, env=env)
    try:
        yield opened
    finally:
        if not opened.ended():
            opened.process.kill()
            opened.process.wait()
        if opened.process.stderr:
            opened.process.stderr.close()
        for handle in (opened.ours, opened.theirs):
            os.close(handle)


@pytest.mark.parametrize("name", ["dumb", ""])
def test_a_dumb_terminal_is_told_which_commands_work_there(name: str, library_folder: Path) -> None:
    with terminal(library=library_folder, apart=True, TERM=name) as seen:
        code, said = seen.end()
        assert code == 1
        assert said.count("\n") == 1
        assert "tuifact list, show, claims, mark and export" in said
        assert b"\x1b" not in seen.seen
        assert not library_folder.exists()


def test_q_leaves_and_the_terminal_is_as_it_was(library_folder: Path) -> None:
    fill(library_folder, SHELF)
    with terminal(library=library_folder) as seen:
        seen.until(lambda: b"tide mill" in seen.seen)
        assert SHOWN in seen.seen
        assert not seen.is_as_before
        seen.type("q")
        assert seen.end() == (0, "")
        assert LEFT in seen.seen
        assert seen.is_as_before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_end_gives_the_terminal_back_and_loses_nothing(number: int, library_folder: Path) -> None:
    article = fill(library_folder, SHELF)[2]
    with Desk(library_folder) as desk, terminal("read", article, library=library_folder) as seen:
        seen.until(lambda: b"Claim 1 of 5" in seen.seen)
        seen.type("d")
        seen.until(lambda: desk.tally().disputed == 1)
        seen.process.send_signal(number)
        assert seen.end() == (128 + number, "")
        assert LEFT in seen.seen
        assert seen.is_as_before
        assert desk.tally() == Tally(0, 1, 64)


def test_a_file_is_imported_and_opened(library_folder: Path, bridge: Path) -> None:
    with terminal("read", str(bridge), library=library_folder) as seen:
        seen.until(lambda: b"Claim 1 of" in seen.seen)
        seen.type("qq")
        assert seen.end() == (0, "")


@pytest.mark.parametrize("reference", ["nowhere.txt", "empty.txt", "x" * 300])
def test_what_cannot_be_opened_is_said_in_a_line(reference: str, library_folder: Path) -> None:
    (library_folder.parent / "empty.txt").write_bytes(b"")
    with terminal("read", reference, library=library_folder, apart=True) as seen:
        code, said = seen.end()
        assert code == 1
        assert said.count("\n") == 1
        assert reference in said
        assert SHOWN not in seen.seen


def test_hostile_text_reaches_the_terminal_without_its_controls(library_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    file.write_bytes("Bridge \x1b]0;owned\x07 \x1b[5mcost \x9b31m 5 million in 2018, Ann Holt said.\n".encode())
    with terminal("read", str(file), library=library_folder) as seen:
        seen.until(lambda: b"5 million" in seen.seen)
        seen.type("qq")
        assert seen.end()[0] == 0
        for sequence in (b"\x1b]0;owned", b"\x1b[5m", "\x9b".encode()):
            assert sequence not in seen.seen


@pytest.mark.parametrize(
    ("keys", "said", "noted", "sources"),
    [
        ("/dvux\r", "“dvux” is not in this text.", "", 0),
        ("eMaren Holt\r", "Evidence added: + Maren Holt", "", 1),
        ("casked twice\r", "Note saved.", "asked twice", 0),
        ("t dock\r", "Tags: harbour dock", "", 0),
        ("q\rq\r:3\r", "Claim 3 of", "", 0),
    ],
)
def test_keys_that_come_in_one_go_are_for_what_the_first_one_opens(
    keys: str, said: str, noted: str, sources: int, library_folder: Path
) -> None:
    article = fill(library_folder, SHELF)[2]
    with terminal("read", article, library=library_folder) as seen:
        seen.until(lambda: b"Claim 1 of 5" in seen.seen)
        seen.type(keys)
        seen.until(lambda: said.encode() in seen.seen)
        seen.type("qq")
        assert seen.end() == (0, "")
    with Desk(library_folder) as desk:
        assert desk.tally() == Tally(0, 0, 65)
        assert [claim.note for claim in desk.claims(article)] == [noted, "", "", "", ""]
        assert len(desk.list_evidence()) == sources
