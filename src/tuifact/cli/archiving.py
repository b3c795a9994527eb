"""The command that asks web archives for copies of what was checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Styled, complain, say, say_record, tell
from tuifact.cli.parsing import wrong
from tuifact.cli.progress import progress

if TYPE_CHECKING:
    from tuifact.desk import Archived, ArchiveTask, Desk
    from tuifact.model.record import Record

_STYLES = {"found": "verified", "saved": "verified", "missing": "faint"}


def archive(
    ctx: typer.Context,
    articles: options.ArticleArguments,
    find: Annotated[bool, typer.Option("--find", help="Only look whether there is a copy.")] = False,
    save: Annotated[bool, typer.Option("--save", help="Have one made now, whether or not there is one.")] = False,
    allow_private: options.PrivateFlag = False,
    json: options.JsonFlag = False,
) -> int:
    """Have a web archive keep a copy of articles.

    One is made where there is none yet.

    The Wayback Machine is asked, or the archive in the settings. The copy's address stays with the article.

    Example: tuifact archive 3f2a
    """
    if find and save:
        wrong("--find and --save: one or the other")
    outcomes: Counter[str] = Counter()
    with desk_of(ctx) as desk, progress(len(articles), "copies") as bar:
        wanted: ArchiveTask = "find" if find else "save" if save else "either"
        for item in desk.archive(articles, wanted=wanted, allow_private=allow_private):
            outcomes[item.outcome] += 1
            bar.clear()
            _tell(item, json=json)
            bar.advance()
    if not outcomes["failed"]:
        return 0
    return 3 if outcomes.total() > outcomes["failed"] else 1


def keep_pages(desk: Desk, articles: Sequence[str], *, allow_private: bool) -> int:
    """Have copies made of those of these articles that are from the web, telling failures alone; 3 when there are."""
    pages = [article for article in dict.fromkeys(articles) if desk.summary(article).address]
    outcomes: Counter[str] = Counter()
    with progress(len(pages), "copies") as bar:
        for item in desk.archive(pages, allow_private=allow_private):
            outcomes[item.outcome] += 1
            if item.error is not None:
                bar.clear()
                complain(item.error)
            bar.advance()
    told = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.items())
    tell(f"tuifact: copies in the archive: {told or 'none of these is from the web'}")
    return 3 if outcomes["failed"] else 0


def archive_record(item: Archived) -> Record:
    """What came of asking, as `--json` has it."""
    return {
        "article": item.article,
        "title": item.title,
        "url": item.url or None,
        "outcome": item.outcome,
        "archive": item.archive or None,
        "archived": item.archived or None,
        "error": str(item.error) if item.error else None,
    }


def _tell(item: Archived, *, json: bool) -> None:
    if json:
        say_record(archive_record(item))
    elif item.error is None:
        day = f"  {item.archived[:10]}" if item.archived else ""
        say(Styled(f"{item.outcome:7}", _STYLES[item.outcome]), f"  {item.article}{day}  {item.archive or item.url}")
    if item.error is not None:
        complain(item.error)
