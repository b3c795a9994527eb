"""The command that writes an article's tags: tag."""

from __future__ import annotations

from typing import Annotated

import typer

from tuifact.cli import options
from tuifact.cli.opening import desk_of
from tuifact.cli.output import say_record
from tuifact.cli.pages import say_shelf
from tuifact.cli.parsing import wrong


def tag(
    ctx: typer.Context,
    article: options.ArticleArgument,
    tags: Annotated[list[str] | None, typer.Argument(metavar="TAG", help="Tags it gets besides those it has.")] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", "-r", metavar="TAG", help="Take this one away; may be repeated.")
    ] = None,
    json: options.JsonFlag = False,
) -> int:
    """Tag an article, or take tags away.

    Example: tuifact tag 3f2a works harbour --remove draft
    """
    from tuifact.model.record import summary_record

    if not tags and not remove:
        wrong("name a tag, or --remove TAG; tuifact list shows those it has")
    with desk_of(ctx) as desk:
        has = desk.summary(article).tags
        if missing := [name for name in remove or () if name not in has]:
            wrong(f"--remove {missing[0]!r}: the article's tags are {', '.join(has) or 'none'}")
        summary = desk.set_tags(article, [name for name in (*has, *(tags or ())) if name not in (remove or ())])
    if json:
        say_record(summary_record(summary))
    else:
        say_shelf([summary])
    return 0
