"""The manual page has everything, and the programs that show it understand it."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from calling import Tuifact
from tuifact.cli.app import build
from tuifact.cli.manual import manual_page
from tuifact.tui.commands import COMMANDS


def plain(roff: str) -> str:
    """The page without what only dresses it."""
    return re.sub(r"\\f.|\\&", "", roff).replace(r"\-", "-").replace(r"\(aq", "'").replace(r"\e", "\\")


def test_it_is_printed(tuifact: Tuifact) -> None:
    ran = tuifact("manual")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == manual_page()
    assert ran.out.startswith(".TH TUIFACT 1 ")


def test_it_has_every_command_with_its_options() -> None:
    page = plain(manual_page())

    def look(group: TyperGroup, path: str) -> None:
        for name, command in group.commands.items():
            if isinstance(command, TyperGroup):
                look(command, f"{path} {name}")
                continue
            assert isinstance(command, TyperCommand)
            heading = rf"^\.SS {path} {name}(?= |$).*\n(?P<text>(?:(?!\.SS |\.SH ).*\n)*)"
            found = re.search(heading, page, re.MULTILINE)
            assert found, f"{path} {name}"
            for param in command.params:
                if isinstance(param, TyperOption) and not param.hidden:
                    assert all(option in found["text"] for option in param.opts)

    look(typer.main.get_group(build()), "tuifact")


def test_it_has_every_key_of_the_reader() -> None:
    page = plain(manual_page()).partition(".SH KEYS OF THE READER")[2]
    assert all(command.help in page for command in COMMANDS)


def test_no_line_of_text_is_a_request() -> None:
    known = "TH SH SS PP TP B BR I nf fi RS RE".split()
    requests = {line.partition(" ")[0] for line in manual_page().splitlines() if line.startswith((".", "'"))}
    assert requests <= {f".{name}" for name in known}


@pytest.mark.parametrize("command", [["groff", "-man", "-Tutf8", "-ww"], ["mandoc", "-Tlint", "-Wwarning"]])
def test_what_shows_it_has_no_complaint(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {command[0]} on this machine")
    shown = subprocess.run(command, input=manual_page().encode(), capture_output=True, timeout=60)
    said = (shown.stderr if command[0] == "groff" else shown.stdout).decode().splitlines()
    assert [line for line in said if "missing date" not in line] == []
