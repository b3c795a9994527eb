"""What happened to a claim: who decided and wrote what, and when, the latest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tuifact.model import Action
from tuifact.model.plain import plain_line, plain_text
from tuifact.tui.screens.blocks import BlocksScreen

if TYPE_CHECKING:
    from tuifact.model import Event

ACTS = {
    Action.ADDED: "found, or made by hand",
    Action.NOTED: "words written",
    Action.EDITED: "edited, or changed with the text",
    Action.DROPPED: "dropped as no claim",
    Action.RESTORED: "taken back in",
}
"""What happened where neither a status nor a line of its own says it."""


def history_screen(events: Sequence[Event], number: int) -> BlocksScreen:
    """The window; `events` are those of one claim, oldest first, `number` is the claim's in its article, from 1."""
    said = ("", "")
    blocks: list[Content] = []
    for event in events:
        blocks.append(Content("\n").join(_told(event, said)))
        if not event.about:
            said = event.verdict, event.note
    return BlocksScreen(f"History of claim {number:,}", blocks[::-1], {})


def _told(event: Event, said: tuple[str, str]) -> Iterator[Content]:
    """When and who, what was done, and the words that came with it."""
    when = f"{event.at[:10]} {event.at[11:16]}Z   {plain_line(event.by)}".rstrip()
    yield Content.assemble((when, "$quiet"), "   ", _act(event))
    if event.about:
        return
    for name, before, now in zip(("verdict", "note"), said, (event.verdict, event.note), strict=True):
        if before != now:
            yield Content.assemble((f"{name}  ", "$quiet"), plain_text(now) or "taken away")


def _act(event: Event) -> Content:
    if event.was is not event.now:
        now = (f"{event.now.glyph} {event.now}", f"$claim-{event.now}")
        again = {Action.UNDONE: "undone: ", Action.REDONE: "done again: "}.get(event.action, "")
        return Content.assemble(again, f"{event.was.glyph} → ", now)
    words = plain_line(event.about) or ACTS.get(event.action, event.action.value)
    return Content(f"{event.action.value}: {words}" if event.about else words)
