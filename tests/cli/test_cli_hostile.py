"""Text that would move the cursor, colour the screen or turn it round: nowhere does it get through."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calling import Tuifact
from texts import HOSTILE
from tuifact.cli.output import json_safe

ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys instead of showing it."""


@pytest.fixture
def hostile(tuifact: Tuifact, tmp_path: Path) -> str:
    """The id of an article that is hostile in its title, its text and its tag, in a file of a hostile name."""
    path = tmp_path / f"a{HOSTILE.replace('/', '')}.txt".replace("\x00", "")
    path.write_text(
        f"Bridge {HOSTILE} report\n\nThe bridge {HOSTILE} cost 1.5 billion euros in 2019.\n", encoding="utf-8"
    )
    return str(tuifact("import", str(path), "--tag", f"t{HOSTILE}", "--json").records[0]["article"])


@pytest.mark.parametrize(
    "command", ["list", "list --json", "claims", "claims --json", "export", "export --format json"]
)
def test_commands_on_a_hostile_article(tuifact: Tuifact, hostile: str, command: str) -> None:
    ran = tuifact(*command.split())
    assert ran.code == 0
    assert not ACTS.search(ran.out)
    assert not ACTS.search(ran.err)
    assert "billion" in ran.out or command.startswith("list")


@pytest.mark.parametrize("option", ["--json", "--format"])
def test_showing_a_hostile_article(tuifact: Tuifact, hostile: str, option: str) -> None:
    ran = tuifact("show", hostile, *([option] if option == "--json" else []))
    assert ran.code == 0
    assert not ACTS.search(ran.out)
    assert "[/b]" in ran.out


def test_a_hostile_note_and_name(tuifact: Tuifact, claims: list[str]) -> None:
    ran = tuifact("mark", claims[0], "disputed", "--note", f"no\n\n{HOSTILE}", "--by", f"Ines{HOSTILE}\nOmar")
    assert ran.code == 0
    outputs = [
        ran,
        *(tuifact(*command.split()) for command in ("claims", "history", "history --json", "export", "undo")),
    ]
    for seen in outputs:
        assert not ACTS.search(seen.out)
        assert seen.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", HOSTILE),
        ("import", HOSTILE),
        ("clean", HOSTILE),
        ("mark", HOSTILE, "verified"),
        ("mark", "abcd", HOSTILE),
        ("claims", "--limit", HOSTILE),
        ("claims", "--status", HOSTILE),
        ("export", "--format", HOSTILE),
        ("export", "--output", f"/dev/null/{HOSTILE}/"),
        ("import", "a.txt", "--encoding", HOSTILE),
        ("list", f"--{HOSTILE}"),
        (HOSTILE,),
        ("config", HOSTILE),
        ("import", "no\x00name.txt"),
        ("show", "\udcff\udcfe"),
        ("import", "\udcff.txt"),
    ],
)
def test_hostile_arguments_come_back_harmless(tuifact: Tuifact, article: str, arguments: tuple[str, ...]) -> None:
    ran = tuifact(*arguments)
    assert ran.code in (1, 2)
    assert ran.raw == b""
    assert 1 <= len(ran.err.split("\n")) - 1 <= 2
    assert not ACTS.search(ran.err)
    ran.err.encode("utf-8")


def test_a_hostile_library_name(tuifact: Tuifact, tmp_path: Path) -> None:
    place = tmp_path / f"lib{HOSTILE.replace('/', '')}"
    place.write_text("a file", encoding="utf-8")
    ran = tuifact("--library", str(place), "list")
    assert ran.code == 1
    assert len(ran.errors) == 1
    assert not ACTS.search(ran.err)


@given(st.text())
def test_json_says_the_same_without_what_acts(text: str) -> None:
    written = json_safe(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert not ACTS.search(written)
    written.encode("utf-8")
