"""The command that brings articles in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.intake import Intake, passed_words
from tuifact.cli.opening import desk_of
from tuifact.cli.output import tell
from tuifact.cli.parsing import as_choice, as_encoding, as_number, wrong
from tuifact.cli.progress import progress

if TYPE_CHECKING:
    from tuifact.desk import Desk

MOST_JOBS = 64

FACTS = ("text", "title", "byline", "published", "url", "language")
"""What a corpus can say of a text."""


def import_sources(
    ctx: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE", help="Files, folders (with all in them), links, or - for standard input."),
    ],
    tag: options.TagOption = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="How the bytes are to be read. Default: found out.")
    ] = None,
    form: options.FormatOption = None,
    jobs: Annotated[str, typer.Option("--jobs", "-j", metavar="N", help="Processes that share the work.")] = "1",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; store nothing.")] = False,
    allow_private: options.PrivateFlag = False,
    archive: Annotated[
        bool, typer.Option("--archive", help="Have a web archive keep the pages, unless it has them.")
    ] = False,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="FACT=NAME", help="Where a corpus has a fact: text=body; may be repeated."),
    ] = None,
    rules_only: options.RulesOnlyFlag = False,
    json: options.JsonFlag = False,
) -> int:
    """Bring articles in: clean them, find their claims, store both.

    Example: tuifact import bridge.txt clippings/ --tag bridge
    """
    known = as_encoding(encoding, "--encoding")
    shares = as_number(jobs, "--jobs", least=1, most=MOST_JOBS) or 1
    if archive and dry_run:
        wrong("--archive and --dry-run: one or the other")
    with desk_of(ctx) as desk:
        with progress(_expected(desk, sources), "articles") as bar:
            intake = Intake(bar, json, dry_run=dry_run)
            coming = desk.import_sources(
                sources,
                tags=tag or (),
                encoding=known,
                form=options.as_form(form),
                rules_only=rules_only,
                columns=_as_columns(column or ()),
                allow_private=allow_private,
                jobs=shares,
                dry_run=dry_run,
            )
            code = intake.report(coming, f"{', '.join(sources)}: nothing to read in it")
        if code in (0, 3) and (passed := desk.passed_over(sources)):
            tell(f"tuifact: {passed_words(passed)}")
        if not archive or code not in (0, 3):
            return code
        from tuifact.cli.archiving import keep_pages

        return keep_pages(desk, intake.articles, allow_private=allow_private) or code


def _as_columns(words: Sequence[str]) -> dict[str, str]:
    """`text=body` as an entry; wrong usage for what is none."""
    columns = {}
    for word in words:
        fact, _, name = word.partition("=")
        columns[as_choice(fact, FACTS, "--column")] = name or wrong(f"--column {word!r}: write it as {fact}=NAME")
    return columns


def _expected(desk: Desk, sources: Sequence[str]) -> int:
    """How many texts will come, for the bar alone, which only a terminal shows."""
    return desk.expect(sources) if sys.stderr.isatty() else 0
