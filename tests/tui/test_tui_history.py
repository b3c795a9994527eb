"""Undoing across articles, what other programs do meanwhile, and where one comes back to."""

from __future__ import annotations

from pathlib import Path

import pytest
from seat import seated
from seating import at_the_shelf, reading
from stock import FERRY, MILL, SHELF

from tuifact.desk import Desk
from tuifact.model import Status


async def test_undoing_goes_to_the_article_it_was_decided_in(tmp_path: Path) -> None:
    async with reading(tmp_path, pieces=SHELF) as seat:
        await seat.press("j", "v", "J", "d")
        assert seat.shows("Sixty days at the tide mill")
        await seat.press("z")
        assert seat.foot.strip() == "Undone: ✗ disputed → ? unverified"
        await seat.press("z")
        assert seat.shows("Ferry fares: what changed", "Undone: ✓ verified → ? unverified")
        assert ", in “Ferry fares: what changed and what did…”" in seat.foot
        assert seat.place == 2
        await seat.press("Z", "Z")
        assert seat.shows("Sixty days at the tide mill", "Done again: ? unverified → ✗ disputed")
        assert ", in “Sixty days at the tide mill”" in seat.foot
        assert seat.place == 1
        await seat.press("Z")
        assert "Nothing to redo." in seat.foot


async def test_what_was_decided_before_the_reader_was_opened_can_be_undone(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("d")
    with Desk(tmp_path / "library") as desk:
        article = desk.articles()[0].id
    async with seated(tmp_path / "library", article) as seat:
        assert seat.marks() == "✗????"
        await seat.press("z")
        assert seat.marks() == "?????"
        assert seat.place == 1


async def test_repeating_does_the_last_thing_decided(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("v", "full_stop", "d", "full_stop", "full_stop")
        assert seat.marks() == "✓✓✗✗✗"
        assert "Every claim is checked." in seat.foot
        await seat.press("n")
        assert "Every claim is checked." in seat.foot


async def test_deciding_again_changes_the_tally_by_one(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("V", "D", "D", "U", "V")
        assert seat.shows("✓ 1   ✗ 0   ? 4", "20 %")


@pytest.fixture
def _looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuifact.tui.app.LOOK_SECONDS", 0.05)


async def test_a_look_at_the_library_before_the_article_is_open_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuifact.tui.app.LOOK_SECONDS", 0.001)

    async with reading(tmp_path) as seat:
        await seat.press("j")
        await seat.until(lambda: seat.place == 2)
        assert seat.shows("Claim 2 of 5")


@pytest.mark.usefixtures("_looks_often")
async def test_what_another_program_decides_is_shown_and_one_stays_where_one_is(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("j")
        await seat.until(lambda: seat.place == 2)
        with Desk(tmp_path / "library") as other:
            other.mark([other.claims()[0].id], Status.DISPUTED, by="bo")
        await seat.until(lambda: seat.shows("✗ 1"))
        assert seat.place == 2
        await seat.press("k")
        assert seat.shows("✗ disputed", "bo, ")


@pytest.mark.usefixtures("_looks_often")
async def test_what_another_program_decides_in_a_book_is_shown_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuifact.tui.widgets.roll.KEPT_WHOLE", 2)  # Of a book, few claims are held whole.
    async with reading(tmp_path, MILL) as seat:
        with Desk(tmp_path / "library") as other:
            other.mark([claim.id for claim in other.claims()[1:4]], Status.DISPUTED, by="bo")
        await seat.until(lambda: seat.shows("✗ 3", "✗ On day 2 ", "✗ On day 4 "))
        await seat.press("n")
        await seat.until(lambda: seat.place == 5)
        assert not seat.shows("✗ On day 5 ")


@pytest.mark.usefixtures("_looks_often")
async def test_a_claim_that_another_program_drops_is_gone(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        with Desk(tmp_path / "library") as other:
            other.drop_claim(other.claims()[0].id)
        await seat.until(lambda: seat.shows("Claim 1 of 4"))
        assert seat.shows("Fares rose by 12 percent.")


@pytest.mark.usefixtures("_looks_often")
async def test_the_shelf_and_the_queue_count_again_when_another_program_decides(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, [FERRY]) as seat:
        with Desk(tmp_path / "library") as other:
            first, second, *_ = other.claims()
            other.mark([first.id], Status.VERIFIED)
            await seat.until(lambda: seat.shows("✓  1"))
            await seat.press("Q")
            assert seat.shows("4 to check")
            other.mark([second.id], Status.VERIFIED)
            await seat.until(lambda: seat.shows("3 to check"))


@pytest.mark.usefixtures("_looks_often")
async def test_an_article_that_another_program_drops_is_off_the_shelf_until_that_is_undone(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, [FERRY]) as seat:
        with Desk(tmp_path / "library") as other:
            (article,) = other.articles()
            other.drop_articles([article.id], by="bo")
            await seat.until(lambda: not seat.shows(article.title))
        await seat.press("z")
        await seat.until(lambda: seat.shows(f"Undone: dropped the article “{article.title}”"))
        assert seat.shows(article.title, "✓  0")


async def test_an_article_opened_again_begins_at_its_first_unchecked_claim(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, [FERRY]) as seat:
        await seat.press("enter", "V", "j", "V", "q", "enter")
        assert seat.place == 3


async def test_an_emptied_queue_says_so_and_what_is_undone_comes_back(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, [FERRY]) as seat:
        await seat.press("Q", *"vvdvv")
        assert seat.shows("0 to check", "Every claim is checked.")
        await seat.press("v", "enter")
        assert seat.shows("Queue of the library")
        await seat.press("z")
        assert seat.shows("1 to check")


async def test_deciding_in_the_article_shortens_the_queue_one_comes_back_to(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, [FERRY]) as seat:
        await seat.press("Q", "enter", "v", "q")
        assert seat.shows("4 to check")


async def test_deciding_in_the_queue_is_seen_in_the_article_below(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("Q", "d", "q")
        assert seat.marks() == "????✗"
        assert seat.shows("✗ 1   ? 4")


@pytest.mark.parametrize(("times", "first"), [(1, "by speaker"), (2, "by kind"), (3, "in reading order"), (4, "worth")])
async def test_the_queue_stands_as_one_likes(times: int, first: str, tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("Q", *["s"] * times)
        assert seat.shows(first)
        top = next(line for line in seat.lines if line.startswith((" ▌", "  ?")))
        assert len(top) > 20


async def test_an_article_without_claims_says_so_whatever_is_pressed(tmp_path: Path) -> None:
    walk = SHELF[0]
    async with reading(tmp_path, walk) as seat:
        assert seat.shows("No claims were found in this text.")
        for key, said in {
            "v": "There is no claim to mark here.",
            "c": "There is no claim to note on here.",
            "x": "There is no claim to drop here.",
            "s": "There is no claim to split here.",
            "m": "There is no claim after this one",
            "n": "No claims were found in this text.",
            "O": "This text has no headings.",
        }.items():
            await seat.press(key)
            assert said in seat.foot
        await seat.press("j", "k", "G", "g", "o")
        assert seat.shows("As received")
        await seat.press("escape", "shift+down", "a")
        assert seat.shows("Claim 1 of 1", "The quay is quiet in the morning.")


async def test_any_size_is_lived_through(tmp_path: Path) -> None:
    async with reading(tmp_path, MILL) as seat:
        await seat.press("colon", "3", "0", "enter")
        for size in ((1, 1), (3, 2), (20, 5), (120, 40)):
            await seat.resize(size)
            await seat.press("j", "k")
        assert seat.place == 30
        assert seat.shows("On day 30 the mill")


async def test_a_verdict_given_elsewhere_is_shown_instead_of_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuifact.tui.app.LOOK_SECONDS", 1000)
    async with reading(tmp_path) as seat:
        with Desk(seat.desk.folder) as other:
            other.mark([other.claims()[0].id], Status.DISPUTED, by="bo")
        await seat.press("v")
        assert "disputed by bo now" in seat.foot
        assert seat.marks() == "✗????"
        assert seat.place == 1
        assert seat.shows("✗ disputed")


async def test_a_note_that_could_not_be_stored_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tuifact.tui.app.LOOK_SECONDS", 1000)
    async with reading(tmp_path) as seat:
        await seat.press("c")
        with Desk(seat.desk.folder) as other:
            other.write_note(other.claims()[0].id, "theirs", by="bo")
        await seat.type("ours")
        await seat.press("enter")
        assert seat.shows("was changed meanwhile", "The note is now: theirs", "ours")
        assert seat.desk.claims()[0].note == "theirs"
        await seat.press("enter")
        assert "Note saved." in seat.foot
        assert seat.desk.claims()[0].note == "ours"
