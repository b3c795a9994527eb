"""The windows one only looks at: keys, statistics, the original, links."""

from __future__ import annotations

from pathlib import Path

import pytest
from seat import NARROW
from seating import at_the_shelf, click, reading
from stock import FERRY, MILL, SHELF, Piece, article

from tuifact.model import Paragraph, Status
from tuifact.tui.links import find_links

LINKED = Piece(
    article(
        [
            Paragraph("Read https://example.org/a[b] and pic.twitter.com/Ab12."),
            Paragraph("Not javascript:alert(1), not file:///etc/passwd."),
        ],
        title="Links",
        name="/texts/links.txt",
    )
)


@pytest.mark.parametrize("closing", ["q", "question_mark", "enter", "escape"])
async def test_the_page_of_keys_scrolls_and_closes(closing: str, tmp_path: Path) -> None:
    async with reading(tmp_path, size=NARROW) as seat:
        await seat.press("question_mark")
        assert not seat.shows("Back to where you came from")
        await seat.press("space", "space", "space", "space", "pagedown", "pagedown")
        assert seat.shows("Back to where you came from", "Glyphs")
        await seat.press("k", "pageup", closing)
        assert seat.shows("Ferry fares")
        assert not seat.shows("Glyphs")


async def test_statistics_draw_whose_claims_stood_up_and_the_verdicts_of_a_day(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        claims = seat.desk.claims()
        seat.desk.mark([claim.id for claim in claims if claim.speaker], Status.VERIFIED)
        await seat.press("S")
        assert seat.shows("Verdicts a day", "▰ 3")
        assert seat.line_with("Maren Holt") < seat.line_with("the articles themselves")
        await seat.press("j", "k", "space", "pageup", "S")
        assert not seat.shows("Verdicts a day")


async def test_long_lists_of_statistics_are_cut(tmp_path: Path) -> None:
    many = [
        Piece(article([Paragraph(f"Text {at}.")], byline=f"Paper {at}", name=f"/texts/{at}.txt")) for at in range(10)
    ]
    async with at_the_shelf(tmp_path, [*many, MILL, FERRY]) as seat:
        await seat.press("S")
        assert seat.shows("12 articles", "Harbour Gazette")


async def test_the_original_shows_what_was_repaired(tmp_path: Path, ferry: Path) -> None:
    async with at_the_shelf(tmp_path, ()) as seat:
        await seat.press("i")
        await seat.paste(str(ferry))
        await seat.press("enter")
        await seat.until(lambda: seat.shows("1 article"))
        await seat.press("enter", "o")
        assert seat.shows("As received, characters", "As cleaned")
        assert seat.shows(" repair")
        await seat.press("o")
        assert not seat.shows("As received")


async def test_a_link_is_opened_in_the_browser_or_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browse(link: str) -> bool:
        opened.append(link)
        return len(opened) == 1

    monkeypatch.setattr("webbrowser.open", browse)
    async with reading(tmp_path, LINKED) as seat:
        await seat.press("L")
        assert seat.shows("https://example.org/a[b]", "https://pic.twitter.com/Ab12")
        assert not seat.shows("▌javascript:")
        await seat.press("enter")
        assert "Opened: https://example.org/a[b" in seat.foot
        await seat.press("L", "j", "enter")
        assert "No browser could open https://pic.twitter.com/Ab12" in seat.foot
        await seat.press("L", "G", "g", "k", "j", "y")
        assert "Copied: https://pic.twitter.com/Ab12" in seat.foot
        assert seat.app.clipboard == "https://pic.twitter.com/Ab12"
        await seat.press("L", "q")
        assert not seat.shows("y copy")
    assert opened == ["https://example.org/a[b]", "https://pic.twitter.com/Ab12"]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("(https://example.org/Tower_(bridge))", "https://example.org/Tower_(bridge)"),
        ("see https://example.org/a[1], and", "https://example.org/a[1]"),
        ("[https://example.org/a]", "https://example.org/a"),
        ("“https://example.org/a?”", "https://example.org/a"),
    ],
)
def test_a_link_ends_where_the_sentence_goes_on(text: str, link: str) -> None:
    assert find_links([text]) == (link,)


async def test_y_copies_nothing_where_there_is_nothing_to_copy(tmp_path: Path) -> None:
    async with reading(tmp_path) as seat:
        await seat.press("O", "y")
        assert seat.shows("Outline")


async def test_a_tag_is_picked_with_the_mouse(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("T")
        await click(seat, "▌harbour", right=2)
        assert seat.shows("of 3 articles", "Ferry fares")
        assert not seat.shows("tide mill")


async def test_a_picked_tag_shows_only_what_has_it(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path) as seat:
        await seat.press("T", "enter")
        assert seat.shows("1 of 3 articles")


async def test_without_tags_there_is_nothing_to_pick(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, SHELF[:1]) as seat:
        await seat.press("T")
        assert "There are no tags yet" in seat.foot
        await seat.press("t", "enter")
        assert "No tags." in seat.foot


async def test_an_empty_shelf_has_nothing_to_tag(tmp_path: Path) -> None:
    async with at_the_shelf(tmp_path, ()) as seat:
        await seat.press("t")
        assert "There is no article to tag." in seat.foot
