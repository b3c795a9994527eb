"""Commands that decide, and those that tell or take back what was decided: mark, undo, redo, history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.layout import align, cut
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Piece, Styled, columns, say, say_record, tell
from tuifact.cli.pages import say_claims, status_word
from tuifact.cli.parsing import as_choice, as_number, as_status, wrong
from tuifact.errors import NotFound, TuifactError
from tuifact.model.plain import plain_line
from tuifact.model.verdict import WORDING, Action, Confidence, Status, Wording

if TYPE_CHECKING:
    from tuifact.desk import Desk
    from tuifact.model import Claim, Event

_FIELDS = tuple(name.replace("_", "-") for name in WORDING)
_ID = re.compile("[0-9A-Fa-f]{4,12}")

VerdictOption = Annotated[str, typer.Option("--verdict", metavar="TEXT", help="The verdict in a sentence.")]
RatingOption = Annotated[
    str, typer.Option("--rating", metavar="LABEL", help="A word of your scale; it says the status too.")
]
ConfidenceOption = Annotated[
    str | None, typer.Option("--confidence", metavar="LEVEL", help=f"One of {', '.join(Confidence)}.")
]
NoteOption = Annotated[str, typer.Option("--note", metavar="TEXT", help="The reasoning, printed in every report.")]
CorrectionOption = Annotated[str, typer.Option("--correction", metavar="TEXT", help="The wording you propose.")]
InternalNoteOption = Annotated[
    str, typer.Option("--internal-note", metavar="TEXT", help="Leaves only with export --internal.")
]
ClearOption = Annotated[
    list[str] | None,
    typer.Option("--clear", metavar="FIELD", help=f"Take away one of {', '.join(_FIELDS)}; may be repeated."),
]

EXCERPT = 40
"""Cells of a claim's words that remind of it."""


def mark(
    ctx: typer.Context,
    chosen: Annotated[
        list[str] | None, typer.Argument(metavar="CLAIM", help="Claim ids, or their first 4 characters or more.")
    ] = None,
    status: Annotated[str, typer.Argument(metavar="STATUS", help="verified, disputed or unverified.")] = "",
    verdict: VerdictOption = "",
    rating: RatingOption = "",
    confidence: ConfidenceOption = None,
    note: NoteOption = "",
    correction: CorrectionOption = "",
    internal_note: InternalNoteOption = "",
    clear: ClearOption = None,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Mark claims verified, disputed or unverified: all or none.

    With one of the words (--verdict, --note …) the status may be left out, and stays.

    Example: tuifact mark 9c41 disputed --note "The report says 1.2 billion."
    """
    from tuifact.model.record import claim_record

    said: Wording = {"verdict": verdict, "rating": rating, "note": note, "correction": correction}
    said["internal_note"] = internal_note
    if confidence is not None:
        said["confidence"] = as_choice(confidence, list(Confidence), "--confidence")
    gone = [as_choice(name, list(_FIELDS), "--clear").replace("-", "_") for name in clear or ()]
    says_something = any(said.values()) or bool(gone)
    claims, decided = _claims_and_status([*(chosen or ()), status], says_something=says_something)
    with desk_of(ctx) as desk:
        if decided or rating:
            marked = desk.mark(claims, decided, by=by, clear=gone, **said)
        else:
            marked = desk.write_verdict(claims, by=by, clear=gone, **said)
    if json:
        for claim in marked:
            say_record(claim_record(claim))
    else:
        say_claims(marked, {})
    return 0


def _claims_and_status(words: Sequence[str], *, says_something: bool) -> tuple[list[str], Status | None]:
    """The claims, and the status that is the last word unless words are said beside it and it may be a claim's id."""
    if not any(words):
        wrong(f"name claims, then the status: {', '.join(Status)}")
    *claims, last = filter(None, words)
    if says_something and last not in set(Status) and _ID.fullmatch(last):
        return [*claims, last], None
    status = as_status(last)
    if not claims:
        wrong("name a claim before the status")
    return claims, status


def undo(ctx: typer.Context, by: options.ByOption = "", json: options.JsonFlag = False) -> int:
    """Take back the last decision; the history keeps both.

    Example: tuifact undo
    """
    with desk_of(ctx) as desk:
        events = desk.undo(by=by)
        if not events:
            raise TuifactError("nothing to undo")
        _say_events(desk, events, "taken back", json=json)
    return 0


def redo(ctx: typer.Context, by: options.ByOption = "", json: options.JsonFlag = False) -> int:
    """Do again what was taken back last.

    Example: tuifact redo
    """
    with desk_of(ctx) as desk:
        events = desk.redo(by=by)
        if not events:
            raise TuifactError("nothing to redo")
        _say_events(desk, events, "done again", json=json)
    return 0


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


def _say_events(desk: Desk, events: Sequence[Event], what: str, *, json: bool) -> None:
    from tuifact.model.record import event_record

    for event in events:
        if json:
            say_record(event_record(event))
            continue
        words = _excerpt(desk, event.claim)
        if not event.claim:
            say(f"{what}: {plain_line(event.about)}  ", Styled(event.article, "faint"))
        elif event.about and event.was is event.now:
            say(f"{what}: {plain_line(event.about)}  ", Styled(event.claim, "faint"), f"  {words}")
        elif event.was is event.now:
            say(f"{what}: words of ", Styled(event.claim, "faint"), f"  {words}")
        else:
            now, was = status_word(event.now), status_word(event.was)
            say(f"{what}: ", was, " → ", now, "  ", Styled(event.claim, "faint"), f"  {words}")


def _say_history(desk: Desk, events: Sequence[Event], *, with_claims: bool) -> None:
    rows: list[list[Piece]] = [
        [
            event.at[:19].replace("T", " ") + "Z",
            plain_line(event.by),
            event.action.value,
            event.now.glyph if event.was is event.now else f"{event.was.glyph} → {event.now.glyph}",
            Styled(event.claim or event.article if with_claims else "", "faint"),
            _excerpt(desk, event.claim) if with_claims else "",
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


def _excerpt(desk: Desk, claim: str) -> str:
    """The first words of the claim; nothing when its article no longer has it, as the history still does."""
    try:
        return cut(plain_line(desk.claim(claim).text), EXCERPT) if claim else ""
    except NotFound:
        return ""
