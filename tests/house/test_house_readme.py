"""The README says what is so: its keys are the program's, its commands exist, its test command is what CI calls."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from tuifact.cli.app import COMMANDS
from tuifact.tui.commands import COMMANDS as READER

ONLY_ON_A_SCREEN = {"verify_here", "dispute_here", "unverify_here", "width", "less_claims"} | {
    command.name for command in READER if command.name.startswith(("select_", "start_"))
}
"""Commands of the reader that are about where one is, and how it looks."""

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def make() -> ModuleType:
    """The script that makes what the README shows."""
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_key_list_is_the_table_of_commands(make: ModuleType) -> None:
    assert make.with_keys(README) == README


def test_the_guide_says_what_does_the_same_without_the_reader(make: ModuleType) -> None:
    guide = make.GUIDE.read_text(encoding="utf-8")
    assert make.with_acts(guide) == guide, "python docs/make.py --text writes it anew"
    acts = {command.name for command in READER if command.group not in ("Move", "Program")} - ONLY_ON_A_SCREEN
    assert acts <= set(make.AS_COMMAND)
    assert set(make.AS_COMMAND) <= {command.name for command in READER}


def test_the_manual_page_says_what_the_commands_say(make: ModuleType) -> None:
    assert make.MANUAL.read_text(encoding="utf-8") == make.manual_page(), "python docs/make.py --text writes it anew"


def test_every_command_it_names_exists() -> None:
    examples = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
    named = {found[1] for found in re.finditer(r"^tuifact ([a-z]+)\b", examples, re.MULTILINE)}
    assert named
    assert named <= set(COMMANDS)


def test_every_file_it_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_ci_calls_its_test_command() -> None:
    command = next(line for line in README.splitlines() if "pytest" in line and "venv" in line)
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
