"""What an article says is shown, never obeyed: no markup, no control byte, on any screen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from seat import NARROW, WIDE, seated
from stock import Piece, article, claim, fill

from tuifact.model import Article, Claim, Paragraph, Post
from tuifact.tui.links import find_links, is_web_link

MARKUP = "[red]Fire[/red] [@click=app.quit]go[/] [bold"
CONTROLS = "\x1b[2J\x1b]0;title\x07\x9b31m\x08\x7f"
DIRECTIONS = "\u202eevil\u2066\u200f"
SHAPES = "漢字 👩\u200d👧 e\u0301 مرحبا " + "w" * 300
HOSTILE = f"{MARKUP} {CONTROLS} {DIRECTIONS} {SHAPES}."
BAD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

SCREENS = {
    "shelf": (),
    "filtered shelf": ("slash", *"Fire", "enter"),
    "tags": ("T",),
    "statistics": ("S",),
    "article": ("enter",),
    "card": ("enter", "enter"),
    "original": ("enter", "o"),
    "outline": ("enter", "O"),
    "links": ("enter", "L"),
    "note": ("enter", "c"),
    "queue": ("enter", "Q"),
    "report": ("enter", "r"),
    "search": ("enter", "slash", *"Fire", "enter"),
    "undone": ("enter", "v", "z"),
    "question for tags": ("enter", "t"),
}


def hostile_piece() -> Piece:
    """An article whose every part is hostile."""
    post = Post(MARKUP + CONTROLS, "@" + MARKUP + DIRECTIONS)
    text = article(
        [
            Paragraph(HOSTILE, "heading"),
            Paragraph(f"{HOSTILE} https://example.org/{MARKUP} said so."),
            Paragraph(HOSTILE, "post", post),
        ],
        title=HOSTILE,
        byline=HOSTILE,
        name=f"/texts/{HOSTILE}",
    )
    return Piece(text, _claims(text), (MARKUP + CONTROLS,))


def _claims(text: Article) -> tuple[Claim, ...]:
    return tuple(
        claim(text, paragraph.text, speaker=HOSTILE, reasons=(MARKUP, CONTROLS)) for paragraph in text.paragraphs[1:]
    )


@pytest.mark.parametrize("name", SCREENS)
async def test_nothing_hostile_is_sent(name: str, tmp_path: Path) -> None:
    fill(tmp_path / "library", [hostile_piece()])
    async with seated(tmp_path / "library", size=WIDE) as seat:
        seat.desk.write_note(seat.desk.claims()[0].id, HOSTILE)
        await seat.press(*SCREENS[name])
        assert seat.app.is_running
        assert not BAD.search(seat.text)


async def test_every_bracket_is_shown(tmp_path: Path) -> None:
    fill(tmp_path / "library", [hostile_piece()])
    async with seated(tmp_path / "library", size=WIDE) as seat:
        assert seat.shows("[red]Fire[/red]")
        await seat.press("enter")
        assert seat.shows("[@click=app.quit]go[/]")


async def test_what_stands_beside_wide_characters_does_not_shift(tmp_path: Path) -> None:
    fill(tmp_path / "library", [hostile_piece()])
    async with seated(tmp_path / "library", size=NARROW) as seat:
        await seat.press("enter")
        strips = seat.app.screen.query_one("#article").render_lines(seat.app.screen.query_one("#article").size.region)
        assert {strip.cell_length for strip in strips} == {seat.app.screen.query_one("#article").size.width}


@pytest.mark.parametrize(
    ("link", "is_one"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://example.org/\x1b[2J", False),
        ("https://[::1", False),
        ("data:text/html,x", False),
    ],
)
def test_only_web_links_are_opened(link: str, is_one: bool) -> None:
    assert is_web_link(link) is is_one


def test_links_are_found_once_and_without_the_full_stop() -> None:
    texts = ["See https://example.org/a. And pic.twitter.com/Ab12", "again (https://example.org/a), javascript:x"]
    assert find_links(texts) == ("https://example.org/a", "https://pic.twitter.com/Ab12")
