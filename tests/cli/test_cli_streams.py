"""Processes, pipes, locales and terminals: what only shows from outside."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from calling import Process, Tuifact
from texts import BRIDGE, HOSTILE

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals and no SIGINT to send", allow_module_level=True)

import fcntl
import pty
import termios

OnTerminal = Callable[..., tuple[int, bytes]]
"""Runs a command whose streams are all one terminal: the exit code and every byte that reached it."""


@pytest.fixture
def on_terminal(library_folder: Path, tmp_path: Path) -> OnTerminal:
    """Commands on a terminal."""

    def call(*arguments: str, columns: int = 80, env: dict[str, str] | None = None) -> tuple[int, bytes]:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        command = [sys.executable, "-m", "tuifact", *arguments]
        variables = {**os.environ, "TUIFACT_LIBRARY": str(library_folder), **(env or {})}
        with subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=variables, cwd=tmp_path
        ) as child:
            os.close(theirs)
            seen = bytearray()
            try:
                while chunk := os.read(ours, 65536):
                    seen += chunk
            except OSError:
                pass  # Linux says EIO once the child has closed its side
            os.close(ours)
        return child.returncode, bytes(seen).replace(b"\r\n", b"\n")

    return call


def test_output_is_the_same_in_every_locale(process: Process, article: str) -> None:
    usual = process("show", article)
    for locale in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        other = process("show", article, env=locale)
        assert (other.returncode, other.stdout, other.stderr) == (0, usual.stdout, b"")
    assert "? 1  The harbour bridge" in usual.stdout.decode("utf-8")


def test_exit_codes_reach_the_shell(process: Process, bridge: Path) -> None:
    assert process("import", str(bridge)).returncode == 0
    assert process("import", "missing.txt").returncode == 1
    assert process("perhaps").returncode == 2
    assert process("import", str(bridge), "missing.txt").returncode == 3


@pytest.mark.parametrize(
    "command", ["list", "claims --json", "export", "export --format json", "clean long.txt", "demo"]
)
def test_a_closed_pipe_is_quiet(
    process: Process, article: str, tmp_path: Path, library_folder: Path, command: str
) -> None:
    (tmp_path / "long.txt").write_text(BRIDGE * 500, encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    variables = {**os.environ, "TUIFACT_LIBRARY": str(library_folder)}
    arguments = [sys.executable, "-m", "tuifact", *command.split()]
    ran = subprocess.run(arguments, stdout=write, stderr=subprocess.PIPE, env=variables, cwd=tmp_path, timeout=60)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_importing_goes_on_when_nobody_reads_the_list(
    tuifact: Tuifact, bridge: Path, ferry: Path, library_folder: Path
) -> None:
    read, write = os.pipe()
    os.close(read)
    variables = {**os.environ, "TUIFACT_LIBRARY": str(library_folder)}
    arguments = [sys.executable, "-m", "tuifact", "import", str(bridge), str(ferry)]
    ran = subprocess.run(arguments, stdout=write, stderr=subprocess.PIPE, env=variables, timeout=60)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, b"tuifact: 2 imported\n")
    assert len(tuifact("list", "--json").records) == 2


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_fault(article: str, library_folder: Path, closed: str) -> None:
    line = f'"$0" -m tuifact list {closed}'
    variables = {**os.environ, "TUIFACT_LIBRARY": str(library_folder)}
    ran = subprocess.run(["sh", "-c", line, sys.executable], capture_output=True, env=variables, timeout=60)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_a_line(article: str, library_folder: Path) -> None:
    variables = {**os.environ, "TUIFACT_LIBRARY": str(library_folder)}
    ran = subprocess.run(
        ["sh", "-c", '"$0" -m tuifact export > /dev/full', sys.executable],
        capture_output=True,
        env=variables,
        timeout=60,
    )
    assert ran.returncode == 1
    assert ran.stderr == b"tuifact: standard output: No space left on device\n"


def test_ctrl_c_keeps_what_was_imported(tuifact: Tuifact, library_folder: Path, bridge: Path) -> None:
    """The second source never ends; once it takes more than a pipe holds, the command is known to be at work."""
    variables = {**os.environ, "TUIFACT_LIBRARY": str(library_folder)}
    arguments = [sys.executable, "-m", "tuifact", "import", str(bridge), "-"]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=variables
    ) as child:
        assert child.stdin is not None
        child.stdin.write(b"The bridge opened in 2019. " * 50_000)
        child.stdin.flush()
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert err.startswith(b"tuifact: interrupted")
    assert len(err.splitlines()) == 1
    assert tuifact("list", "--json").code == 0


def test_a_terminal_gets_colour(on_terminal: OnTerminal, article: str) -> None:
    code, seen = on_terminal("list")
    assert code == 0
    assert b"\x1b[33m?" in seen


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}])
def test_no_escape_byte_where_none_is_wanted(on_terminal: OnTerminal, article: str, env: dict[str, str]) -> None:
    code, seen = on_terminal("list", env=env)
    assert code == 0
    assert b"\x1b" not in seen


def test_a_pipe_gets_no_escape_byte(process: Process, article: str) -> None:
    for command in (["list"], ["show", article], ["claims"], ["--help"]):
        assert b"\x1b" not in process(*command).stdout


def test_the_table_fits_the_terminal(on_terminal: OnTerminal, article: str) -> None:
    _, seen = on_terminal("list", columns=50, env={"NO_COLOR": "1"})
    [line] = seen.decode("utf-8").splitlines()
    assert len(line) <= 50
    assert "…" in line
    assert article in line


def test_an_article_is_set_to_a_narrow_terminal(on_terminal: OnTerminal, article: str) -> None:
    _, seen = on_terminal("show", article, columns=44, env={"NO_COLOR": "1"})
    lines = seen.decode("utf-8").splitlines()
    assert all(len(line) <= 44 for line in lines if BRIDGE.find(line.strip()[-10:]) > 0)


def test_the_original_is_shown_not_sent_to_a_terminal(
    on_terminal: OnTerminal, tuifact: Tuifact, tmp_path: Path
) -> None:
    path = tmp_path / "escape.txt"
    path.write_text(f"The bridge opened{HOSTILE} in 2019, the city said.\n", encoding="utf-8")
    article = tuifact("import", str(path), "--json").records[0]["article"]
    code, seen = on_terminal("show", article, "--raw", env={"NO_COLOR": "1"})
    assert code == 0
    assert b"\x1b" not in seen
    assert "␛[31m".encode() in seen


def test_the_reader_refuses_a_dumb_terminal(on_terminal: OnTerminal, article: str) -> None:
    for command in ((), ("read", article), ("demo",)):
        code, seen = on_terminal(*command, env={"TERM": "dumb"})
        assert code == 1
        assert len(seen.splitlines()) == 1
        assert b"tuifact list" in seen
