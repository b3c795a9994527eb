"""The command that tells what was decided: history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.layout import align
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Piece, Styled, columns, say, say_record, tell
from tuifact.cli.pages import excerpt, say_claims
from tuifact.cli.parsing import as_number
from tuifact.model.plain import plain_line
from tuifact.model.verdict import Action

if TYPE_CHECKING:
    from tuifact.desk import Desk
    from tuifact.model import Claim, Event


def history(
    ctx: typer.Context,
    what: options.AnyArticleOrClaim = None,
    limit: Annotated[
        str | None, typer.Option("--limit", "-n", metavar="N", help="At most so many, the latest.")
    ] = None,
    json: options.JsonFlag = False,
) -> int:
    """Say who changed what when, oldest first.

    Times are UTC. Of a named claim it also says when it was found.

    Example: tuifact history 9c41
    """
    from tuifact.model.record import event_record

    most = as_number(limit, "--limit")
    with desk_of(ctx) as desk:
        claim, events = _claim_and_events(desk, what)
        if claim is None and not json:
            events = [event for event in events if event.action is not Action.ADDED]
        if most is not None:
            events = events[max(0, len(events) - most) :]
        if json:
            for event in events:
                say_record(event_record(event))
        elif claim is not None:
            say_claims([claim], {})
            say()
            _say_history(desk, events, with_claims=False)
        elif events:
            _say_history(desk, events, with_claims=True)
        else:
            tell("nothing was decided yet; tuifact mark CLAIM STATUS decides")
    return 0


def _claim_and_events(desk: Desk, what: str | None) -> tuple[Claim | None, list[Event]]:
    """The claim, where this is the id of one; and what happened to it, to the claims of the article, or to all."""
    from tuifact.model import Claim

    chosen = desk.claim_or_article(what) if what is not None else None
    if isinstance(chosen, Claim):
        return chosen, list(desk.history(chosen.id))
    return None, [event for event in desk.history() if chosen is None or event.article == chosen.id]


def _say_history(desk: Desk, events: Sequence[Event], *, with_claims: bool) -> None:
    rows: list[list[Piece]] = [
        [
            event.at[:19].replace("T", " ") + "Z",
            plain_line(event.by),
            event.action.value,
            event.now.glyph if event.was is event.now else f"{event.was.glyph} → {event.now.glyph}",
            Styled(event.claim or event.article if with_claims else "", "faint"),
            excerpt(desk, event.claim) if with_claims else "",
        ]
        for event in events
    ]
    said: dict[str, tuple[str, str]] = {}
    for event, row in zip(events, align(rows, room=columns(), gives_way=len(rows[0]) - 1), strict=True):
        say(*row)
        if event.about:
            say("  ", plain_line(event.about))
            continue
        before, now = said.get(event.claim, ("", "")), (event.verdict, event.note)
        said[event.claim] = now
        for name, was, words in zip(("verdict", "note"), before, now, strict=True):
            if words != was:
                say("  ", Styled(f"{name}  ", "faint"), words or "taken away")
