"""The command that sets articles aside: drop."""

from __future__ import annotations

from typing import Annotated

import typer

from tuifact.cli import options
from tuifact.cli.opening import desk_of
from tuifact.cli.output import say_record, tell
from tuifact.cli.pages import say_shelf
from tuifact.cli.parsing import wrong


def drop(
    ctx: typer.Context,
    articles: Annotated[
        list[str] | None,
        typer.Argument(metavar="ARTICLE", help="Article ids, or their first 4 characters or more. Default: list them."),
    ] = None,
    back: Annotated[bool, typer.Option("--back", help="Take dropped articles in again, with their verdicts.")] = False,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Drop articles with their claims, or bring them back.

    Nothing is erased: tuifact undo or --back brings them in again. Lists, reports and statistics leave them out, and an
    import that meets one says so and lets it be. Without an article it lists those that were dropped.

    Example: tuifact drop 3f2a
    """
    from tuifact.model.record import summary_record

    if back and not articles:
        wrong("--back: name an article; tuifact drop lists those that were dropped")
    with desk_of(ctx) as desk:
        if not articles:
            shown = desk.dropped_articles()
        elif back:
            shown = desk.bring_back(articles, by=by)
        else:
            shown = desk.drop_articles(articles, by=by)
    if json:
        for summary in shown:
            say_record(summary_record(summary))
    elif shown:
        say_shelf(shown)
    else:
        tell("no article was dropped")
    if articles and not back and not json:
        tell(f"tuifact: dropped; tuifact undo or tuifact drop --back {shown[0].id} brings it back")
    return 0
