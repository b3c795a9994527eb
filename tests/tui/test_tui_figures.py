"""The figures of a claim: on its card, and in the filters of the text and of the queue."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seat import NARROW, TINY, Seat, seated
from seating import reading
from stock import FERRY, Piece, article, claim, fill

from tuifact.desk import figures_in
from tuifact.model import Paragraph
from tuifact.tui.memory import Memory
from tuifact.tui.widgets.figures import figure_words

SAYING = (
    "The harbour spent $1.5 billion and twelve percent of its rent on the quay.",
    "It opened on May 3, 2024, with three hundred boats and 4,711 visitors.",
    "Rents rose by 3 percentage points, to one million euros, in 2019.",
    "Nobody had expected it.",
)
HARBOUR_ARTICLE = article([Paragraph(" ".join(SAYING))], title="What the harbour cost", name="/texts/harbour.txt")
HARBOUR = Piece(HARBOUR_ARTICLE, tuple(claim(HARBOUR_ARTICLE, words) for words in SAYING))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SAYING[0], ["$1.5 billion", "12 %"]),
        (SAYING[1], ["3 May 2024", "300 boats", "4,711 visitors"]),
        (SAYING[2], ["3 percentage points", "1,000,000 EUR", "2019"]),
        ("A third of them left.", ["A third"]),
        (SAYING[3], []),
    ],
)
def test_figures_in_words(text: str, words: list[str]) -> None:
    assert [figure_words(figure) for figure in figures_in(text)] == words


@given(st.text("0123456789 .,%$€kmbn-tohunredwivlaf\n\x1b", max_size=40))
def test_every_figure_has_words_of_one_line(text: str) -> None:
    for figure in figures_in(text):
        words = figure_words(figure)
        assert words.strip()
        assert "\n" not in words
        assert "\x1b" not in words


async def test_the_card_shows_the_figures_of_the_claim_one_is_at(tmp_path: Path) -> None:
    async with reading(tmp_path, HARBOUR) as seat:
        assert seat.shows("figures    $1.5 billion · 12 %")
        await seat.press("j")
        assert seat.shows("figures    3 May 2024 · 300 boats ·")
        await seat.press("G")
        assert not seat.shows("figures")


async def test_the_card_below_the_text_shows_them_too(tmp_path: Path) -> None:
    async with reading(tmp_path, HARBOUR, size=NARROW) as seat:
        assert seat.shows("$1.5 billion · 12 %   because number")
    async with seated(tmp_path / "library", seat.desk.articles()[0].id, size=TINY) as seat:
        await seat.press("enter")
        assert seat.shows("figures    $1.5 billion · 12 %")


async def test_what_was_seen_last_has_its_figures_at_once(tmp_path: Path) -> None:
    (harbour,) = fill(tmp_path / "library", [HARBOUR])
    memory = Memory(tmp_path / "library", tmp_path / "state")
    async with seated(tmp_path / "library", harbour, memory=memory) as seat:
        await seat.press("j", "q")
    memory.glimpses.keep()
    kept = memory.glimpses.find(harbour)
    assert kept is not None
    assert kept["figures"] == ["3 May 2024", "300 boats", "4,711 visitors"]


async def test_the_claims_of_a_text_are_filtered_by_their_figures(tmp_path: Path) -> None:
    async with reading(tmp_path, HARBOUR) as seat:
        await seat.press("f")
        assert seat.shows("○ any figure", "○ money", "○ percent", "○ another number", "○ date or year")
        await tick(seat, "date or year", "money")
        await seat.press("enter")
        assert "3 of 4: money · date or year" in seat.foot
        await seat.press("escape", "f")
        await tick(seat, "date or year")
        await seat.press("enter")
        assert seat.place == 2
        assert "2 of 4: date or year" in seat.foot


async def test_a_claim_that_is_made_is_filtered_like_the_others(tmp_path: Path) -> None:
    async with reading(tmp_path, HARBOUR) as seat:
        await seat.press("f")
        await tick(seat, "percent")
        await seat.press("enter")
        assert "2 of 4: percent" in seat.foot
        first = seat.desk.claims()[0]
        seat.desk.split_claim(first.id, (first.text.index("and twelve"),))
        await seat.until(lambda: "2 of 5: percent" in seat.foot)


async def test_of_a_book_the_figures_are_counted_beside_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuifact.tui.screens.filtering.KEPT_WHOLE", 2)
    monkeypatch.setattr("tuifact.tui.screens.article.filtering.PAGE", 3)
    async with reading(tmp_path, HARBOUR) as seat:
        await seat.press("f")
        await seat.until(lambda: seat.shows("○ percent") and not seat.shows("being counted"))
        await tick(seat, "percent")
        await seat.press("enter")
        assert "2 of 4: percent" in seat.foot


async def test_the_queue_keeps_to_the_figures_while_one_decides(tmp_path: Path) -> None:
    async with reading(tmp_path, HARBOUR) as seat:
        await seat.press("Q", "f")
        await tick(seat, "date or year")
        await seat.press("enter")
        assert seat.shows("2 to check")
        await seat.press("v")
        assert seat.shows("1 to check", "Rents rose")
        await seat.press("escape")
        assert seat.shows("3 to check")


async def tick(seat: Seat, *words: str) -> None:
    """Tick these in the window that filters."""
    for word in words:
        await seat.press("home")
        while not re.search(f"▌[ a-z]{{9}}[○●] {re.escape(word)}", seat.text):
            await seat.press("j")
        await seat.press("space")


async def test_another_article_shows_its_own(tmp_path: Path) -> None:
    async with reading(tmp_path, HARBOUR, pieces=(FERRY, HARBOUR)) as seat:
        await seat.press("J")
        assert seat.shows("figures    4,711 people")
