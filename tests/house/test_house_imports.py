"""What a fresh interpreter loads, and what it must not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from calling import Tuifact

ROOMS = ("claims", "cleaning", "cli", "desk", "library", "matching", "reports", "serving", "sources", "sourcing", "tui")

HEADLESS = [
    "--help",
    "--version",
    "list",
    "list --json",
    "claims",
    "history",
    "evidence list",
    "question list",
    "review list",
    "lint",
    "export",
    "export --format json",
    "clean bridge.txt",
    "detect bridge.txt",
    "import --dry-run bridge.txt",
    "config path",
    "config show",
    "demo",
    "perhaps",
]


def loaded_after(code: str, folder: Path, library: Path) -> set[str]:
    """The modules a fresh interpreter holds after this code, whatever it prints."""
    ending = "import json, sys; sys.stderr.write('\\n' + json.dumps(sorted(sys.modules)))"
    variables = {**os.environ, "TUIFACT_LIBRARY": str(library)}
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\n{ending}"],
        capture_output=True,
        env=variables,
        cwd=folder,
        timeout=60,
        check=True,
    )
    return set(json.loads(ran.stderr.splitlines()[-1]))


@pytest.mark.parametrize("command", HEADLESS)
def test_no_headless_command_loads_the_reader_toolkit(
    tuifact: Tuifact, bridge: Path, library_folder: Path, command: str
) -> None:
    tuifact("import", str(bridge))
    code = f"import tuifact.cli; tuifact.cli.run({command.split()!r})"
    loaded = {name.partition(".")[0] for name in loaded_after(code, bridge.parent, library_folder)}
    assert "tuifact" in loaded
    assert not loaded & {"textual", "rich", "pydantic", "markdown_it"}


def test_the_package_loads_none_of_its_rooms(tmp_path: Path) -> None:
    loaded = loaded_after("import tuifact", tmp_path, tmp_path / "library")
    assert not loaded & {f"tuifact.{room}" for room in ROOMS}
    assert not {name.partition(".")[0] for name in loaded} & {"typer", "tinydb", "textual", "platformdirs"}


@pytest.mark.parametrize("room", ["claims", "cleaning", "library", "reports", "sources", "sourcing", "desk"])
def test_no_room_loads_a_front_end(tmp_path: Path, room: str) -> None:
    loaded = loaded_after(f"import tuifact.{room}", tmp_path, tmp_path / "library")
    assert not {name.partition(".")[0] for name in loaded} & {"typer", "textual", "rich", "click"}


def test_help_and_version_load_no_library(tmp_path: Path) -> None:
    for option in ("--help", "--version"):
        loaded = loaded_after(f"import tuifact.cli; tuifact.cli.run([{option!r}])", tmp_path, tmp_path / "library")
        assert not loaded & {"tuifact.library", "tuifact.cleaning", "tuifact.claims", "tinydb"}
