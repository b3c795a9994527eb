"""Commands about what verdicts rest on: evidence add, list, edit, remove, snapshot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from tuifact.cli import options
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Styled, say, say_bytes, say_record, tell
from tuifact.cli.parsing import CONTEXT, as_choice, as_day, as_number, new_group, wrong
from tuifact.cli.sources import say_by_claim, say_source, say_sources, source_record
from tuifact.model.evidence import Grade, Stance
from tuifact.model.plain import plain_line

evidence = new_group(about="Add, list, edit or remove the sources of a verdict.")
"""`tuifact evidence …`"""

TitleOption = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What the source is called.")]
PublisherOption = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.")]
PersonOption = Annotated[str | None, typer.Option("--person", metavar="NAME", help="Who was asked; needs no URL.")]
QuoteOption = Annotated[str | None, typer.Option("--quote", metavar="TEXT", help="Its words, as they stand there.")]
LocatorOption = Annotated[
    str | None, typer.Option("--locator", metavar="TEXT", help="Where in it: a page, a time code, a table.")
]
StanceOption = Annotated[
    str | None, typer.Option("--stance", metavar="STANCE", help=f"One of {', '.join(Stance)}; supports at first.")
]
GradeOption = Annotated[
    str | None, typer.Option("--grade", metavar="GRADE", help=f"One of {', '.join(Grade)}; secondary at first.")
]
ArchiveOption = Annotated[
    str | None, typer.Option("--archive", metavar="URL", help="The address of a copy in a web archive.")
]
SeenOption = Annotated[
    str | None, typer.Option("--seen", metavar="DATE", help="The day it was looked at (2026-03-01). Default: today.")
]
SnapshotOption = Annotated[
    str | None, typer.Option("--snapshot", metavar="FILE", help="A copy of it, to be kept in the library.")
]
SourceArgument = Annotated[
    str, typer.Argument(metavar="ID", help="The source's id, or its first 4 characters or more; list shows it.")
]


@evidence.command("add", context_settings=CONTEXT)
def add(
    ctx: typer.Context,
    chosen: options.ClaimArgument,
    line: Annotated[
        str | None,
        typer.Argument(metavar="URL", help="Its address; or a whole line: URL title | publisher | “quote” | p. 14 …"),
    ] = None,
    title: TitleOption = None,
    publisher: PublisherOption = None,
    person: PersonOption = None,
    quote: QuoteOption = None,
    locator: LocatorOption = None,
    stance: StanceOption = None,
    grade: GradeOption = None,
    archive: ArchiveOption = None,
    seen: SeenOption = None,
    snapshot: SnapshotOption = None,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Give a claim a source.

    Example: tuifact evidence add 9c41 https://records.example/17 --title "Audit report" --grade primary
    """
    from tuifact.desk import parse_evidence
    from tuifact.model import Evidence

    given = _given(title, publisher or person, quote, locator, stance, grade, archive, seen)
    if line is None and not (title or publisher or person):
        wrong("name the source: a URL, or --person, --publisher or --title for what has no address")
    if person and not grade:
        given["grade"] = Grade.PERSON
    wanted = replace(parse_evidence(line) if line is not None else Evidence(), **given)
    with desk_of(ctx) as desk:
        made = desk.add_evidence(chosen, wanted, snapshot=Path(snapshot) if snapshot else None, by=by)
        return say_source(*desk.evidence(made.id), json=json)


@evidence.command("edit", context_settings=CONTEXT)
def edit(
    ctx: typer.Context,
    source: SourceArgument,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Its address.")] = None,
    title: TitleOption = None,
    publisher: PublisherOption = None,
    person: PersonOption = None,
    quote: QuoteOption = None,
    locator: LocatorOption = None,
    stance: StanceOption = None,
    grade: GradeOption = None,
    archive: ArchiveOption = None,
    seen: Annotated[str | None, typer.Option("--seen", metavar="DATE", help="The day it was looked at.")] = None,
    snapshot: SnapshotOption = None,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Change a source; '' takes a field away.

    Example: tuifact evidence edit 3fe2 --archive https://web.archive.org/web/2026/https://records.example/17
    """
    given = _given(title, person if publisher is None else publisher, quote, locator, stance, grade, archive, seen)
    if url is not None:
        given["url"] = url
    if snapshot == "":
        given["snapshot"] = None
    if not given and not snapshot:
        wrong("nothing to change: give --url, --title, --publisher, --quote or another of them (-h lists them)")
    with desk_of(ctx) as desk:
        _, held = desk.evidence(source)
        if given:
            held = desk.edit_evidence(held.id, replace(held, **given), was=held, by=by)
        if snapshot:
            held = desk.attach_snapshot(held.id, Path(snapshot), by=by)
        return say_source(*desk.evidence(held.id), json=json)


@evidence.command("remove", context_settings=CONTEXT)
def remove(
    ctx: typer.Context, source: SourceArgument, by: options.ByOption = "", json: options.JsonFlag = False
) -> int:
    """Take a source away from its claim.

    Nothing of it is erased: undo brings it back.

    Example: tuifact evidence remove 3fe2
    """
    with desk_of(ctx) as desk:
        claim, held = desk.evidence(source)
        desk.remove_evidence(held.id, by=by)
    if json:
        say_record(source_record(claim, held))
    else:
        say("removed: ", plain_line(held.name), "  ", Styled(held.id, "faint"))
    return 0


@evidence.command("list", context_settings=CONTEXT)
def list_evidence(
    ctx: typer.Context,
    what: options.AnyArticleOrClaim = None,
    by_source: Annotated[bool, typer.Option("--by-source", help="Each source once, with the claims on it.")] = False,
    limit: options.LimitOption = None,
    json: options.JsonFlag = False,
) -> int:
    """List the sources of a claim, an article or the library.

    Example: tuifact evidence list --by-source
    """
    if by_source and what is not None:
        wrong("--by-source is about the whole library: name no claim with it")
    most = as_number(limit, "--limit")
    with desk_of(ctx) as desk:
        if by_source:
            return say_sources(desk.sources()[:most], json=json)
        found = desk.list_evidence(what)[:most]
    if json:
        for claim, held in found:
            say_record(source_record(claim, held))
    else:
        say_by_claim(found)
    if not found and not json and most != 0:
        tell("there is no evidence yet; tuifact evidence add CLAIM URL adds some")
    return 0


@evidence.command("snapshot", context_settings=CONTEXT)
def snapshot(ctx: typer.Context, source: SourceArgument) -> int:
    """Write the copy that was kept of a source, byte for byte.

    Example: tuifact evidence snapshot 3fe2 > audit.html
    """
    with desk_of(ctx) as desk:
        say_bytes(desk.snapshot(source))
    return 0


def _given(
    title: str | None,
    publisher: str | None,
    quote: str | None,
    locator: str | None,
    stance: str | None,
    grade: str | None,
    archive: str | None,
    seen: str | None,
) -> dict[str, Any]:
    """What was given, as fields of `Evidence`; wrong usage for a stance, a grade or a day that is none."""
    texts = {"title": title, "publisher": publisher, "quote": quote, "locator": locator, "archive": archive}
    given: dict[str, Any] = {name: text for name, text in texts.items() if text is not None}
    if stance is not None:
        given["stance"] = Stance(as_choice(stance, list(Stance), "the stance"))
    if grade is not None:
        given["grade"] = Grade(as_choice(grade, list(Grade), "the grade"))
    if seen is not None:
        given["seen"] = as_day(seen, "--seen") if seen else None
    return given
