"""What is said when the reader cannot open, and where it opens when it can."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from seat import seated
from stock import SHELF, fill

from calling import Process
from tuifact.config import Settings
from tuifact.errors import ConfigError
from tuifact.tui.memory import Memory
from tuifact.tui.places import Places


def test_without_a_terminal_there_is_one_line_that_names_other_ways(process: Process) -> None:
    ran = process()
    assert ran.returncode == 1
    assert ran.stderr.count(b"\n") == 1
    assert b"needs a terminal" in ran.stderr


def test_with_a_reference_too(process: Process, bridge: Path) -> None:
    ran = process("read", str(bridge))
    assert (ran.returncode, ran.stderr.count(b"\n")) == (1, 1)


async def test_an_article_opened_by_name_is_left_for_the_shelf_and_that_for_the_shell(tmp_path: Path) -> None:
    ids = fill(tmp_path / "library", SHELF)
    async with seated(tmp_path / "library", ids[2]) as seat:
        await seat.press("q")
        assert seat.shows("Library", "3 articles")
        await seat.press("enter")
        assert seat.shows("Claim 1 of 5")
        await seat.press("q", "q")
        assert seat.app.return_code == 0


async def test_reading_goes_on_where_one_was(tmp_path: Path) -> None:
    ids = fill(tmp_path / "library", SHELF)
    memory = Memory(tmp_path / "library", tmp_path / "state")
    async with seated(tmp_path / "library", ids[1], memory=memory) as seat:
        await seat.press("colon", "4", "2", "enter")
        assert seat.place == 42
    async with seated(tmp_path / "library", memory=memory) as seat:
        await seat.press("j", "enter")
        assert seat.place == 42


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"a": 1}', "\x00"])
def test_a_damaged_memory_of_places_is_none(damage: str, tmp_path: Path) -> None:
    file = tmp_path / "places.json"
    file.write_text(damage, encoding="utf-8")
    places = Places(file)
    assert places.find(tmp_path, "a") == ""
    places.keep(tmp_path, "a", "c")
    assert places.find(tmp_path, "a") == "c"


async def test_a_changed_key_works_and_is_shown(tmp_path: Path) -> None:
    ids = fill(tmp_path / "library", SHELF)
    settings = Settings(checker="ana", keys={"verify": "1"})
    async with seated(tmp_path / "library", ids[2], settings=settings) as seat:
        assert seat.foot.startswith(" 1 verified")
        await seat.press("v")
        assert seat.desk.tally().verified == 0
        await seat.press("1")
        assert seat.desk.tally().verified == 1
        await seat.press("question_mark")
        assert re.search(r"1 +Verified, and on to the next", seat.text)


@pytest.mark.parametrize(("key_set", "key"), [("vim", "ctrl+f"), ("arrows", "right")])
async def test_a_set_of_keys_works(key_set: str, key: str, tmp_path: Path) -> None:
    ids = fill(tmp_path / "library", SHELF)
    async with seated(tmp_path / "library", ids[1], settings=Settings(key_set=key_set)) as seat:
        before = seat.text
        await seat.press(key)
        assert seat.text != before


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"verify": "d"}, "the settings give the key d to both verify and dispute"),
        ({"fly": "f"}, "the settings change the keys of fly, which is no command"),
        ({"note": "?"}, "the settings give the key ? to both note and help"),
    ],
)
async def test_keys_that_clash_are_named(keys: dict[str, str], said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=said.replace("?", r"\?")):
        async with seated(tmp_path / "library", settings=Settings(keys=keys)):
            pass


@pytest.mark.parametrize("screen", ["article.screen", "shelf"])
def test_a_screen_that_is_shown_at_once_needs_neither_desk_nor_library(screen: str) -> None:
    """What was seen last is drawn before the rooms of the house are loaded: they take a tenth of a first frame."""
    code = f"import sys, tuifact.tui.launch, tuifact.tui.app, tuifact.tui.screens.{screen}; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )
    assert not {"tuifact.desk", "tuifact.library", "tinydb", "tuifact.tui.screens.dialog"} & loaded
    assert "textual.widgets._text_area" not in loaded
