"""Searching in the text, filtering lists, searching all texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from seat import NARROW, TINY, Seat, Size
from seating import at_the_shelf, click, reading
from stock import MILL


async def search(seat: Seat, words: str) -> None:
    """Search in the text."""
    await seat.press("slash")
    await seat.paste(words)
    await seat.press("enter")


async def test_the_counter_goes_round_in_both_directions(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await search(seat, "harbour")
        assert "match 1 of 3" in seat.foot
        for key, number in (("n", 2), ("n", 3), ("n", 1), ("N", 3), ("N", 2)):
            await seat.press(key)
            assert f"match {number} of 3" in seat.foot


async def test_the_claim_a_match_stands_in_becomes_the_current_one(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await search(seat, "maren HOLT")
        assert seat.place == 3
        await search(seat, "expected it")
        assert seat.place == 3


async def test_a_match_out_of_sight_is_brought_into_view(tmp_path: Path) -> None:
    async with reading(tmp_path, MILL) as seat:
        await search(seat, "day 55 the")
        assert seat.place == 55
        assert seat.shows("On day 55 the mill ground")


async def test_a_search_begins_at_what_one_reads(tmp_path: Path) -> None:
    async with reading(tmp_path, MILL) as seat:
        await seat.press("colon", "3", "0", "enter")
        await search(seat, "Nobody wrote")
        assert "of 60" in seat.foot
        assert not seat.foot.startswith(" match 1 of")


async def test_escape_ends_the_search_and_n_seeks_claims_again(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await search(seat, "harbour")
        await seat.press("g", "escape")
        assert "match" not in seat.foot
        await seat.press("n")
        assert seat.place == 2


async def test_escape_while_typing_leaves_the_line_and_the_text(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        before = seat.text
        await seat.press("slash", "h", "a", "escape")
        assert seat.text == before
        await seat.press("j")
        assert seat.place == 2


async def test_an_empty_search_ends_the_one_before(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await search(seat, "harbour")
        await seat.press("slash", "enter")
        await seat.press("g", "n")
        assert seat.place == 2


async def test_deciding_goes_on_while_one_searches(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await search(seat, "harbour")
        await seat.press("V", "n")
        assert seat.desk.tally().verified == 1
        assert "match 2 of 3" in seat.foot


@pytest.mark.parametrize("words", ["[red]", "((", ".*", "\\d"])
async def test_what_is_searched_is_no_pattern_and_no_markup(words: str, tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await search(seat, words)
        assert f"“{words}” is not in this text." in seat.foot


async def test_the_filter_works_while_one_types(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("slash", "m", "i", "l")
        assert seat.shows("tide mill", "1 of 3 articles")
        assert not seat.shows("Ferry fares")
        await seat.press("backspace", "backspace", "backspace")
        assert seat.shows("tide mill", "Ferry fares")


async def test_the_filter_stays_after_enter_and_can_be_changed(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("slash", "m", "i", "l", "enter")
        assert not seat.shows("Ferry fares")
        await seat.press("slash", "x")
        assert seat.shows("milx")
        await seat.press("escape")
        assert seat.shows("Ferry fares")


async def test_the_filter_asks_for_every_word_wherever_it_stands(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("f")
        await seat.paste("GAZETTE fares")
        assert seat.shows("Ferry fares")
        assert not seat.shows("tide mill")


async def test_coming_back_from_an_article_finds_the_filter_as_it_was(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("slash", "m", "i", "l", "enter", "enter")
        assert seat.shows("On day 1 the mill")
        await seat.press("q")
        assert seat.shows("1 of 3 articles")


async def test_all_texts_are_searched_and_the_match_is_shown_where_it_stands(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("F")
        await seat.paste("said")
        await seat.press("enter")
        await seat.until(lambda: seat.shows("in 2 articles"))
        await seat.press("down", "pagedown", "up", "pageup", "down")
        chosen = next(line for line in seat.lines if "  ▌" in line)
        await seat.press("enter")
        await seat.until(lambda: "match 1 of" in seat.foot)
        assert ("Sixty days" in chosen) == seat.shows("Sixty days at the tide mill")


async def test_a_click_on_a_match_opens_it(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("F")
        await seat.paste("quay is quiet")
        await seat.press("enter")
        await seat.until(lambda: seat.shows("in 1 article "))
        await click(seat, "▌The quay", right=3)
        await seat.until(lambda: "match 1 of 1" in seat.foot)
        assert not seat.shows("Search the texts")


async def test_other_words_search_anew_and_none_are_no_search(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("F", "enter")
        assert not seat.shows("searching")
        await seat.paste("zeppelin")
        await seat.press("enter")
        await seat.until(lambda: seat.shows("in 0 articles"))
        await seat.press("enter", "home", "ctrl+k")
        await seat.paste("quay")
        await seat.press("enter")
        await seat.until(lambda: seat.shows("in 1 article"))
        await seat.press("escape")
        assert not seat.shows("Search the texts")


@pytest.mark.parametrize("size", [NARROW, TINY], ids=str)
async def test_how_the_search_stands_is_seen_on_a_small_screen_too(size: Size, tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, size=size) as seat:
        await seat.press("F")
        assert seat.shows("Enter search")


async def test_the_foot_says_by_what_a_list_is_filtered(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("slash")
        await seat.type("tide")
        await seat.press("enter")
        assert seat.foot.startswith(" “tide”   Esc all")
        await seat.press("escape")
        assert "tide" not in seat.foot
        await seat.press("Q", "slash")
        await seat.type("flour")
        await seat.press("enter")
        assert seat.foot.startswith(" “flour”   Esc all")
