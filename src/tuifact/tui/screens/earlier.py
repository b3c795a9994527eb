"""The earlier checks of a claim: what was decided, by whom, on what grounds, and how its claim differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tuifact.model.plain import plain_line, plain_text
from tuifact.tui.screens.blocks import BlocksScreen
from tuifact.tui.widgets.card_sections import earlier_in_a_line

if TYPE_CHECKING:
    from tuifact.model import EarlierCheck, Evidence

KEYS = {"enter": "take over", "x": "not the same claim", "o": "open its page"}


def earlier_screen(checks: Sequence[tuple[EarlierCheck, Sequence[Evidence]]]) -> BlocksScreen:
    """The window; each check stands with the evidence it rests on, as far as that is here."""
    return BlocksScreen("Checked before", [Content("\n").join(_told(*check)) for check in checks], KEYS)


def _told(check: EarlierCheck, evidence: Sequence[Evidence]) -> Iterator[Content]:
    yield earlier_in_a_line(check)
    yield Content(plain_text(check.text))
    for source in evidence:
        yield Content.styled(f"{source.stance}: {plain_line(source.name)}", "$quiet")
    if check.url:
        yield Content.styled(plain_line(check.url), "$quiet")
