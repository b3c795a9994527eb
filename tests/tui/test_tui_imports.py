"""The window that takes in files and folders, beside the reading."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from seat import Seat
from seating import at_the_shelf, reading

from tuifact.desk import Desk, Imported

TEXT = "The lighthouse of {} was lit in 1911, the keeper said. It cost 4,000 crowns.\n"


def texts(folder: Path, names: Sequence[str]) -> Path:
    """A folder with a text of each name; one that begins with `bad` is empty."""
    folder.mkdir()
    for name in names:
        text = "" if name.startswith("bad") else TEXT.format(name.title())
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


async def take_in(seat: Seat, reference: str) -> None:
    """Ask for this to be imported."""
    await seat.press("i")
    await seat.paste(reference)
    await seat.press("enter")


async def test_a_folder_comes_in_and_the_cursor_is_on_the_last_of_it(tmp_path: Path) -> None:
    folder = texts(tmp_path / "texts", ["arno", "bjarne", "cecil"])
    async with at_the_shelf(tmp_path, ()) as seat:
        assert seat.shows("Nothing here yet.")
        await take_in(seat, str(folder))
        await seat.until(lambda: seat.shows("3 articles"))
        assert "Cecil" in next(line for line in seat.lines if line.startswith(" ▌"))


async def test_what_is_rejected_is_named_and_the_rest_is_there(tmp_path: Path) -> None:
    folder = texts(tmp_path / "texts", ["arno", "bad", "badly"])
    async with at_the_shelf(tmp_path, ()) as seat:
        await take_in(seat, str(folder))
        await seat.until(lambda: "(and1more)" in "".join(seat.text.split()))
        assert seat.shows("Import a file, a folder, a link or a feed", "nothing to read in it")
        await seat.press("escape")
        assert seat.shows("Arno")


@pytest.mark.parametrize("reference", ["nowhere.txt", "~nobody-has-this-name/x.txt", "[red]x[/red].txt", "a\x1b[2Jb"])
async def test_what_is_not_there_is_said(reference: str, tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, ()) as seat:
        await take_in(seat, reference)
        await seat.until(lambda: not seat.shows("reading …"))
        assert seat.shows("Import a file, a folder, a link or a feed", reference.split(".")[0].replace("\x1b", "␛"))
        assert not seat.desk.articles()


async def test_an_empty_line_does_nothing(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, ()) as seat:
        await seat.press("i", "space", "enter")
        assert seat.shows("Import a file, a folder, a link or a feed")
        assert not seat.shows("reading")


async def test_how_far_it_is_is_shown_and_escape_goes_back_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = texts(tmp_path / "texts", ["arno", "bjarne"])
    go_on = threading.Event()
    take_in_all = Desk.import_sources

    def slowly(self: Desk, references: Sequence[str]) -> Iterator[Imported]:
        for imported in take_in_all(self, references):
            yield imported
            go_on.wait(20)

    monkeypatch.setattr(Desk, "import_sources", slowly)
    async with reading(tmp_path) as seat:
        await take_in(seat, str(folder))
        try:
            await seat.until(lambda: seat.shows("1 read, 0 rejected"))
            await seat.press("escape", "v")
            assert seat.place == 2
        finally:
            go_on.set()
        await seat.until(lambda: len(seat.desk.articles()) == 3)
        assert seat.place == 2


async def test_the_same_file_again_is_opened(tmp_path: Path) -> None:
    file = texts(tmp_path / "texts", ["arno"]) / "arno.txt"
    async with reading(tmp_path) as seat:
        for _ in range(2):
            await take_in(seat, str(file))
            await seat.until(lambda: seat.shows("The lighthouse of Arno"))
            await seat.press("J")
        assert len(seat.desk.articles()) == 2


async def test_importing_from_the_queue_counts_again(tmp_path: Path) -> None:
    file = texts(tmp_path / "texts", ["arno"]) / "arno.txt"
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("Q")
        await take_in(seat, str(file))
        await seat.until(lambda: seat.shows("Arno"))
        assert not seat.shows("65 to check")


async def test_what_came_in_is_said_with_what_there_is_to_know_of_it(tmp_path: Path) -> None:
    file = tmp_path / "lamp.txt"
    file.write_text("The lamp was lit in 1911, the keeper said. “It cost 4,000 crowns, she added.\n", encoding="utf-8")
    async with at_the_shelf(tmp_path, ()) as seat:
        await take_in(seat, str(file))
        await seat.until(lambda: "claims found." in seat.foot)
        assert "a quotation mark has no partner" in seat.foot
        await take_in(seat, str(file))
        await seat.until(lambda: "It is here already, and unchanged." in seat.foot)
        file.write_text("The lamp was lit in 1912, the keeper said. It cost 4,000 crowns.\n", encoding="utf-8")
        await take_in(seat, str(file))
        await seat.until(lambda: "A new version; it touches 0 checked claims." in seat.foot)
        await take_in(seat, str(texts(tmp_path / "texts", ["arno", "bjarne"])))
        await seat.until(lambda: "2 imported" in seat.foot)
