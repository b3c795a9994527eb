"""Commands that decide, and take back what was decided: mark, undo, redo."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Styled, say, say_record
from tuifact.cli.pages import excerpt, say_claims, status_word
from tuifact.cli.parsing import as_choice, as_status, wrong
from tuifact.errors import TuifactError
from tuifact.model.plain import plain_line
from tuifact.model.verdict import WORDING, Confidence, Status, Wording

if TYPE_CHECKING:
    from tuifact.desk import Desk
    from tuifact.model import Event

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


def _say_events(desk: Desk, events: Sequence[Event], what: str, *, json: bool) -> None:
    from tuifact.model.record import event_record

    for event in events:
        if json:
            say_record(event_record(event))
            continue
        words = excerpt(desk, event.claim)
        if not event.claim:
            say(f"{what}: {plain_line(event.about)}  ", Styled(event.article, "faint"))
        elif event.about and event.was is event.now:
            say(f"{what}: {plain_line(event.about)}  ", Styled(event.claim, "faint"), f"  {words}")
        elif event.was is event.now:
            say(f"{what}: what was last said of ", Styled(event.claim, "faint"), f"  {words}")
        else:
            now, was = status_word(event.now), status_word(event.was)
            say(f"{what}: ", was, " → ", now, "  ", Styled(event.claim, "faint"), f"  {words}")
