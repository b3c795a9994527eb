"""The command that looks for words in the texts: search."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Styled, say, say_record, tell
from tuifact.cli.parsing import as_number, wrong
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from tuifact.desk import Found
    from tuifact.model.record import Record


def search(
    ctx: typer.Context,
    words: Annotated[str, typer.Argument(metavar="TEXT", help="Words that stand together; case does not matter.")],
    limit: options.LimitOption = None,
    json: options.JsonFlag = False,
) -> int:
    """Search the texts of all articles.

    Of each article the first place, newest article first. Words of claims alone: tuifact claims --query.

    Example: tuifact search "harbour bridge" --limit 5
    """
    most = as_number(limit, "--limit")
    if not words.strip():
        wrong("name the words to look for")
    number = 0
    with desk_of(ctx) as desk:
        # Said as they are found: the first place is there long before the last text was read.
        for number, found in enumerate(islice(desk.find_text(words), most), 1):
            if json:
                say_record(_record(found))
                continue
            if number > 1:
                say()
            say(Styled(plain_line(found.article.title), "strong"), Styled(f"  {found.article.id}", "faint"))
            say("  ", plain_line(found.before), Styled(plain_line(found.words), "strong"), plain_line(found.after))
    if not number and not json:
        tell("no text has these words")
    return 0


def _record(found: Found) -> Record:
    return {
        "article": found.article.id,
        "title": found.article.title,
        "paragraph": found.paragraph,
        "start": found.start,
        "before": found.before,
        "words": found.words,
        "after": found.after,
    }
