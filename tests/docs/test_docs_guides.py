"""Every command in the guides runs, every setting is one, every file they point to is there."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer
from guides import DOCS, GUIDES, Block, blocks, named_in_passing
from typer.core import TyperCommand, TyperGroup

from tuifact.cli.app import COMMANDS, build
from tuifact.config import Settings, load_settings
from tuifact.paths import bundled
from tuifact.tui.commands import COMMANDS as COMMANDS_OF_THE_READER
from tuifact.tui.commands import KEY_SETS, changed_keys, remap, shown_keys

PATIENCE = 60.0
"""Seconds until something that does not come is given up."""

NEEDS_GIT = "team.md"

OF_THE_BROWSER = {"Ctrl+w", "Ctrl+c"}
"""Keys that are named and are none of the reader's."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to type along in: the sample articles, `tuifact` on the path, a name for git."""
    programs = tmp_path / "bin"
    programs.mkdir()
    script = programs / "tuifact"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tuifact "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    settings = "[user]\nname = Ana\nemail = ana@desk.example\n[init]\ndefaultBranch = main\n"
    (Path.home() / ".gitconfig").write_text(settings, encoding="utf-8")
    folder = tmp_path / "desk"
    shutil.copytree(bundled("sample_data"), folder / "sample_data")
    return folder


@pytest.mark.skipif(shutil.which("bash") is None, reason="the commands are written for bash")
@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_command_runs(guide: Path, desk: Path) -> None:
    if guide.name == NEEDS_GIT and shutil.which("git") is None:
        pytest.skip("no git on this machine")
    for block in blocks(guide, "sh"):
        if block.way == "reader":
            for line in block.text.splitlines():
                read_and_leave(line.split(), desk)
        elif block.way == "serve":
            serve_and_end(block.text.split(), desk)
        else:
            code, said = run(block, desk)
            assert code == block.code, f"{block.text}\n{said}"
            assert "Traceback" not in said
            assert "a fault inside" not in said


def run(block: Block, folder: Path) -> tuple[int, str]:
    """Run a block as one script; its exit code, and what it told."""
    command = ["bash", "-eo", "pipefail", "-c", block.text]
    ran = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    return ran.returncode, ran.stderr.decode()


def read_and_leave(command: list[str], folder: Path) -> None:
    """Open the reader on a terminal, and leave it with `q`."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        seen, until = b"", time.monotonic() + PATIENCE
        while process.poll() is None:
            assert time.monotonic() < until, f"{command}: {seen[-500:]!r}"
            if select.select([ours], [], [], 0.2)[0]:
                try:
                    seen += os.read(ours, 1 << 16)
                except OSError:  # Linux says so when the other end is closed.
                    break
            elif b"\x1b[?1049h" in seen:
                os.write(ours, b"q")
        os.close(ours)
        assert process.wait(PATIENCE) == 0


def serve_and_end(command: list[str], folder: Path) -> None:
    """Serve until the address stands there, then end it as Ctrl+C does."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"http://127.0.0.1:")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
        assert process.returncode == 130


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_command_named_in_passing_exists(guide: Path) -> None:
    root = typer.main.get_group(build())
    for words in named_in_passing(guide):
        command: object = root
        for word in words:
            if word.startswith("-"):
                assert isinstance(command, TyperCommand | TyperGroup)
                options = {name for param in command.params for name in param.opts} | {"--help"}
                assert word in options, f"{guide.name}: {words}"
            elif isinstance(command, TyperGroup) and command.commands:
                assert word in command.commands, f"{guide.name}: {words}"
                command = command.commands[word]
    assert COMMANDS


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_key_it_names_is_one(guide: Path) -> None:
    known = {key for command in COMMANDS_OF_THE_READER for key in shown_keys(command.keys).split()}
    known |= {key for changed in KEY_SETS.values() for keys in changed.values() for key in shown_keys(keys).split()}
    found = re.findall(r"`((?:(?:Ctrl|Shift)\+)?[A-Za-z?/.:↓↑←→])`", guide.read_text(encoding="utf-8"))
    assert {key if len(key) == 1 else key[:-1] + key[-1].lower() for key in found} <= known | OF_THE_BROWSER


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_all_settings_in_it_together_are_settings(guide: Path, tmp_path: Path) -> None:
    written = blocks(guide, "toml")
    for block in written:
        path = tmp_path / "config.toml"
        path.write_text(block.text, encoding="utf-8")
        settings = load_settings(path)
        assert settings != Settings()
        remap(changed_keys(settings))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_what_it_points_to_is_there(guide: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", guide.read_text(encoding="utf-8")):
        assert (DOCS / target).exists(), target


def test_the_list_of_guides_has_them_all() -> None:
    listed = set(re.findall(r"\]\(([\w-]+\.md)\)", (DOCS / "README.md").read_text(encoding="utf-8")))
    assert {path.name for path in GUIDES} - {"README.md"} <= listed


def test_each_has_commands_to_type() -> None:
    without = {path.name for path in GUIDES if not blocks(path, "sh")}
    assert without <= {"README.md", "templates.md"}
