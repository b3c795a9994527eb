"""Commands that show what there is: read, list, show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tuifact.cli import options
from tuifact.cli.opening import desk_of
from tuifact.cli.output import is_terminal, say_bytes, say_record, say_text, tell
from tuifact.cli.pages import say_article, say_shelf
from tuifact.cli.parsing import as_choice, as_number, wrong

if TYPE_CHECKING:
    from tuifact.model import ArticleSummary, Original

SHELF_SORTS: dict[str, Callable[[ArticleSummary], Any]] = {
    "newest": lambda item: 0,
    "unchecked": lambda item: -item.tally.unverified,
    "title": lambda item: item.title.casefold(),
    "source": lambda item: (item.source.casefold(), item.title.casefold()),
    "date": lambda item: -(item.published.toordinal() if item.published else 0),
}
"""How the list can stand, as the reader's shelf can; sorting is stable, and the library gives the newest first."""


def read(
    ctx: typer.Context,
    reference: Annotated[
        str | None,
        typer.Argument(metavar="ARTICLE", help="An article's id, its first characters, or a file to import first."),
    ] = None,
) -> int:
    """Open the reader, on one article if it is named.

    Example: tuifact read bridge.txt
    """
    from tuifact.paths import library_folder
    from tuifact.tui.launch import open_reader

    return open_reader(library_folder(ctx.obj), reference)


def list_articles(
    ctx: typer.Context,
    query: options.QueryOption = None,
    tag: options.TagFilter = None,
    sort: Annotated[
        str,
        typer.Option("--sort", metavar="HOW", help="newest (added last), unchecked (most first), title, source, date."),
    ] = "newest",
    limit: options.LimitOption = None,
    json: options.JsonFlag = False,
) -> int:
    """List the articles with the tallies of their claims.

    Example: tuifact list --query bridge --sort unchecked --limit 10
    """
    from tuifact.model.record import summary_record

    how, most = SHELF_SORTS[as_choice(sort, list(SHELF_SORTS), "--sort")], as_number(limit, "--limit")
    with desk_of(ctx) as desk:
        shelf = sorted(desk.articles(query=query, tag=tag), key=how)[:most]
    if json:
        for summary in shelf:
            say_record(summary_record(summary))
    elif shelf:
        say_shelf(shelf)
    elif query or tag or most == 0:
        tell("no article matches; tuifact list shows all")
    else:
        tell("the library holds no article yet; tuifact import FILE brings one in")
    return 0


def show(
    ctx: typer.Context,
    article: options.ArticleArgument,
    json: Annotated[bool, typer.Option("--json", help="Write the article as one JSON object.")] = False,
    raw: Annotated[bool, typer.Option("--raw", help="Write the original, byte for byte.")] = False,
) -> int:
    """Show a cleaned article with its claims numbered in the margin.

    Example: tuifact show 3f2a
    """
    from tuifact.model.record import article_record

    if json and raw:
        wrong("--json and --raw: one or the other")
    with desk_of(ctx) as desk:
        if raw:
            _say_original(desk.original(article))
            return 0
        summary, text, claims = desk.summary(article), desk.article(article), desk.claims(article)
    if json:
        say_record(article_record(summary, text, claims))
    else:
        say_article(summary, text, claims)
    return 0


def _say_original(original: Original) -> None:
    """The bytes as they are; to a terminal, which would obey what is in them, as harmless text."""
    import sys

    if is_terminal(sys.stdout):
        say_text(original.data.decode(original.encoding or "utf-8", "replace"))
        tell("control characters are shown, not sent, on a terminal; redirect to a file for the bytes")
    else:
        say_bytes(original.data)
