"""Commands about the library as a whole: stats, doctor, backup, restore."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.layout import align, counted
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Piece, Styled, columns, say, say_record, tell
from tuifact.cli.pages import tally_words
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from tuifact.desk import Examination, Statistics
    from tuifact.model import Tally
    from tuifact.model.record import Record

TOP = 10
"""Lines of a list of statistics: what matters is at its top, `--json` has the rest."""

FileArgument = Annotated[str, typer.Argument(metavar="FILE", help="The file that holds, or will hold, the library.")]


def stats(ctx: typer.Context, json: options.JsonFlag = False) -> int:
    """Say how far the checking is, and whose claims stood up.

    Example: tuifact stats
    """
    with desk_of(ctx) as desk:
        found = desk.statistics()
    if json:
        say_record(_statistics_record(found))
        return 0
    say(Styled(f"{counted('article', len(found.articles))}, {counted('claim', found.tally.total)}", "strong"))
    say(f"{tally_words(found.tally)}   {found.tally.percent} % checked")
    left = [(item.title, item.id, tally) for item, tally in found.articles if tally.unverified]
    _say_tallies("Most left to check", left)
    _say_tallies("Speakers", [(name or "the articles themselves", "", tally) for name, tally in found.speakers])
    _say_tallies("Sources", [(name, "", tally) for name, tally in found.sources])
    if found.days:
        _say_days(found.days)
    return 0


def doctor(
    ctx: typer.Context,
    repair: Annotated[
        bool, typer.Option("--repair", help="Put right what can be put right, after a copy of all there is.")
    ] = False,
    json: options.JsonFlag = False,
) -> int:
    """Look over the library: every checksum, link and file.

    Exit code 0 when it is sound, 1 when it is not.

    Example: tuifact doctor
    """
    with desk_of(ctx) as desk:
        if repair:
            repaired = desk.repair()
            for line in repaired.done:
                tell(line)
            if repaired.backup is not None:
                tell(f"everything as it was: {repaired.backup}")
            found = repaired.after
        else:
            found = desk.examine()
    if json:
        _say_examination_record(found)
    else:
        _say_examination(found)
    return 0 if found.is_sound else 1


def back_up(ctx: typer.Context, file: FileArgument) -> int:
    """Write the whole library into one file, verified.

    Example: tuifact backup library-2026-11.tuifact
    """
    with desk_of(ctx) as desk:
        made = desk.back_up(Path(file))
    tell(f"{counted('file', made.files)}, {made.size} bytes, in {made.file}")
    return 0


def restore(ctx: typer.Context, file: FileArgument) -> int:
    """Make the library from a backup; it must not be there yet.

    Example: tuifact restore library-2026-11.tuifact
    """
    with desk_of(ctx) as desk:
        made = desk.restore(Path(file))
        tell(f"{counted('file', made.files)} from {made.file} in {desk.folder}")
    return 0


def _statistics_record(found: Statistics) -> Record:
    from tuifact.model.record import tally_record

    return {
        "tally": tally_record(found.tally),
        "articles": [
            {"article": item.id, "title": item.title, "tally": tally_record(tally)} for item, tally in found.articles
        ],
        "speakers": [{"speaker": name or None, "tally": tally_record(tally)} for name, tally in found.speakers],
        "sources": [{"source": name, "tally": tally_record(tally)} for name, tally in found.sources],
        "days": [{"day": day, "verdicts": count} for day, count in found.days],
    }


def _say_tallies(heading: str, tallies: Sequence[tuple[str, str, Tally]]) -> None:
    """Lines of names, each with its id where it has one, and its tally."""
    if not tallies:
        return
    say()
    say(Styled(heading, "strong"))
    rows: list[list[Piece]] = [
        [
            f"  ✓ {tally.verified}",
            f"✗ {tally.disputed}",
            f"? {tally.unverified}",
            plain_line(name),
            Styled(id_, "faint"),
        ]
        for name, id_, tally in tallies[:TOP]
    ]
    for row in align(rows, room=columns(), gives_way=3):
        say(*row)
    if len(tallies) > TOP:
        say(Styled(f"  and {len(tallies) - TOP} more", "faint"))


def _say_days(days: Sequence[tuple[str, int]]) -> None:
    say()
    say(Styled("Verdicts a day", "strong"))
    most = max(count for _, count in days)
    for day, count in days[-TOP:]:
        say(f"  {day}  {'▰' * max(1, 24 * count // most)} {count}")


def _say_examination_record(found: Examination) -> None:
    say_record(
        {
            "library": str(found.folder),
            "sound": found.is_sound,
            "articles": found.articles,
            "claims": found.claims,
            "transactions": found.transactions,
            "findings": [{"words": item.words, "hint": item.hint, "grave": item.grave} for item in found.findings],
        }
    )


def _say_examination(found: Examination) -> None:
    for item in found.findings:
        say(Styled("✗ " if item.grave else "! ", "disputed" if item.grave else "unverified"), item.words)
        if item.hint:
            say("  ", Styled(item.hint, "faint"))
    state = "sound" if found.is_sound else "damaged"
    counts = {"article": found.articles, "claim": found.claims, "transaction": found.transactions}
    say(f"{found.folder}: {state}; {', '.join(starmap(counted, counts.items()))}")
