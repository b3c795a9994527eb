"""The note of a claim: written, left, cleared, written in one's own editor."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest
from seating import reading

from tuifact.errors import TuifactError
from tuifact.tui.editor import edit_text


async def test_a_note_of_two_lines_is_written_and_shown(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("c")
        assert seat.shows("The ferry carried 4,711 people in March.", "Enter save")
        await seat.type("one")
        await seat.press("ctrl+j")
        await seat.type("two")
        await seat.press("enter")
        assert seat.desk.claims()[0].note == "one\ntwo"
        assert seat.line_with("two") == seat.line_with("one") + 1
        assert "Note saved." in seat.foot


async def test_escape_leaves_the_note_as_it_was(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("c", "a", "escape")
        assert seat.desk.claims()[0].note == ""
        assert not seat.shows("Enter save")
        assert not seat.desk.undo()


async def test_a_note_that_is_not_changed_is_not_written(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("c", "enter")
        assert "saved" not in seat.foot
        assert not seat.desk.undo()


async def test_writing_goes_on_at_the_end_and_an_emptied_note_is_none(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("c", "a", "b", "enter", "c", "c", "enter")
        assert seat.desk.claims()[0].note == "abc"
        await seat.press("c", "backspace", "backspace", "backspace", "enter")
        assert seat.desk.claims()[0].note == ""
        assert "Note" not in [line[78:].strip() for line in seat.lines]


async def test_undoing_a_note_says_so(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("c", "a", "enter", "z")
        assert "Undone: a note" in seat.foot
        assert seat.desk.claims()[0].note == ""
        await seat.press("Z")
        assert "Done again: a note" in seat.foot
        assert seat.desk.claims()[0].note == "a"


async def test_pasted_control_characters_do_not_get_into_the_note(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("c")
        await seat.paste("a\x1b[31mb\x07\u202ec [red]d")
        await seat.press("enter")
        note = seat.desk.claims()[0].note
        assert note.isprintable()
        assert "[red]d" in note
        assert seat.shows("[red]d")


async def test_a_terminal_that_cannot_be_lent_to_an_editor_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "nano")
    async with reading(tmp_path) as seat:
        await seat.press("c", "a", "ctrl+e")
        assert seat.shows("cannot be lent to an editor")
        await seat.press("enter")
        assert seat.desk.claims()[0].note == "a"


def _editor(program: str) -> str:
    """An editor that does this to the file it is given."""
    return shlex.join([sys.executable, "-c", f"import sys, pathlib; file = pathlib.Path(sys.argv[1]); {program}"])


def test_the_text_comes_back_as_the_editor_left_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", _editor("file.write_text(file.read_text(encoding='utf-8') + 'more\\n')"))
    assert edit_text("one") == "one\nmore"
    assert edit_text("") == "more"


def test_visual_goes_before_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setenv("VISUAL", _editor("file.write_text('seen')"))
    assert edit_text("one") == "seen"


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("", "no editor is named"),
        ("/nowhere/to/be/found", "does not start"),
        (_editor("sys.exit(3)"), "ended with an error"),
        ('vim "', "EDITOR"),
    ],
)
def test_an_editor_that_fails_is_named(editor: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    with pytest.raises(TuifactError, match=said):
        edit_text("one")
