"""The command that takes reports out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.opening import desk_of
from tuifact.cli.output import json_safe, say_text, tell
from tuifact.cli.parsing import as_choice, as_status
from tuifact.cli.progress import progress

if TYPE_CHECKING:
    from tuifact.desk import Desk
    from tuifact.model import Status

FORMS = ("markdown", "json")
"""What a report can be written as."""

STANDARD_OUTPUT = "-"


def export(
    ctx: typer.Context,
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="ARTICLE", help="Article ids, or their first 4 characters or more. Default: all."),
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="markdown or json.")] = FORMS[0],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="PATH", help="A file; or a folder, which gets one file an article."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over files that exist.")] = False,
    status: options.StatusFilters = None,
    internal: Annotated[bool, typer.Option("--internal", help="With the internal notes.")] = False,
) -> int:
    """Write the fact-check report.

    It goes to standard output, into a file, or into a folder with one file an article; a name that ends in / is a
    folder, and made when missing.

    Example: tuifact export 3f2a --output report.md
    """
    form = as_choice(form, FORMS, "--format")
    statuses = tuple(as_status(word, "--status") for word in status or ())
    with desk_of(ctx) as desk:
        if output is None or output == STANDARD_OUTPUT:
            _say_report(desk, articles or (), form, statuses, internal)
        else:
            _write_report(desk, articles or (), output, form, statuses, internal, force)
    return 0


def _say_report(desk: Desk, articles: Sequence[str], form: str, statuses: tuple[Status, ...], internal: bool) -> None:
    for piece in desk.report(articles, form=form, statuses=statuses, internal=internal):
        say_text(json_safe(piece) if form == "json" else piece, end="")


def _write_report(
    desk: Desk,
    articles: Sequence[str],
    output: str,
    form: str,
    statuses: tuple[Status, ...],
    internal: bool,
    force: bool,
) -> None:
    target = Path(output)
    into_folder = target.is_dir() or output.endswith(("/", os.sep))
    expected = len(articles) or len(desk.articles()) if into_folder else 1
    written = desk.write_report(
        target, articles, into_folder=into_folder, form=form, statuses=statuses, internal=internal, force=force
    )
    with progress(expected, "reports") as bar:
        for path in written:
            bar.clear()
            tell(f"written: {path}")
            bar.advance()
