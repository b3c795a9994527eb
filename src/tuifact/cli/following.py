"""Commands about feeds: feed add, list, drop, and fetch, which gets what is new in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.intake import Intake
from tuifact.cli.layout import align
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Piece, Styled, columns, complain, say, say_record, tell
from tuifact.cli.parsing import CONTEXT, new_group
from tuifact.cli.progress import progress
from tuifact.errors import TuifactError
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from tuifact.model import Subscription
    from tuifact.model.record import Record

NONE = "no feed is followed yet"
HINT = "tuifact feed add ADDRESS"

feed = new_group(about="Follow feeds; tuifact fetch gets what is new.")
"""`tuifact feed …`"""

FeedArguments = Annotated[
    list[str], typer.Argument(metavar="FEED", help="Addresses of feeds, or the beginning of address or id.")
]


@feed.command("add", context_settings=CONTEXT)
def add(
    ctx: typer.Context,
    addresses: Annotated[list[str], typer.Argument(metavar="ADDRESS", help="RSS or Atom feeds on the web.")],
    tag: options.TagOption = None,
    pages: Annotated[
        bool, typer.Option("--pages", help="Get the page an entry links to, not what the feed says of it.")
    ] = False,
    allow_private: options.PrivateFlag = False,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Follow feeds; each is looked at, and nothing is imported yet.

    Example: tuifact feed add https://harbour.example/feed.xml --tag harbour
    """
    good = bad = 0
    with desk_of(ctx) as desk:
        for item in desk.follow(addresses, tags=tag or (), pages=pages, by=by, allow_private=allow_private):
            if item.subscription is None:
                bad += 1
                complain(item.error or TuifactError(item.address))
                continue
            good += 1
            if json:
                say_record(subscription_record(item.subscription))
            else:
                name = item.subscription.title or item.subscription.address
                say(Styled("followed", "verified"), f"  {item.subscription.id}  {name}")
    return (3 if good else 1) if bad else 0


@feed.command("list", context_settings=CONTEXT)
def list_feeds(ctx: typer.Context, json: options.JsonFlag = False) -> int:
    """List the feeds that are followed.

    Example: tuifact feed list
    """
    with desk_of(ctx) as desk:
        known = desk.subscriptions()
    if json:
        for item in known:
            say_record(subscription_record(item))
    elif known:
        _say_feeds(known)
    else:
        tell(f"{NONE}; {HINT}")
    return 0


@feed.command("drop", context_settings=CONTEXT)
def drop(ctx: typer.Context, feeds: FeedArguments, by: options.ByOption = "") -> int:
    """Follow feeds no longer; their articles stay.

    Example: tuifact feed drop https://harbour.example/feed.xml
    """
    with desk_of(ctx) as desk:
        for name in feeds:
            gone = desk.unfollow(name, by=by)
            say(Styled("dropped", "faint"), f"  {gone.id}  {gone.title or gone.address}")
    return 0


def fetch(
    ctx: typer.Context,
    feeds: Annotated[
        list[str] | None,
        typer.Argument(metavar="FEED", help="Only these, by address, id, or the beginning of either. Default: all."),
    ] = None,
    tag: options.TagOption = None,
    allow_private: options.PrivateFlag = False,
    rules_only: options.RulesOnlyFlag = False,
    json: options.JsonFlag = False,
) -> int:
    """Get what is new in the feeds that are followed.

    Example: tuifact fetch
    """
    with desk_of(ctx) as desk:
        if not desk.subscriptions():
            raise TuifactError(NONE, HINT)
        with progress(0, "articles") as bar:
            coming = desk.fetch(feeds or (), tags=tag or (), rules_only=rules_only, allow_private=allow_private)
            return Intake(bar, json, only_news=True).report(coming, "the feeds are empty")


def subscription_record(item: Subscription) -> Record:
    """A feed that is followed, as `--json` has it."""
    return {
        "id": item.id,
        "address": item.address,
        "title": item.title or None,
        "tags": list(item.tags),
        "pages": item.pages,
        "added": item.added,
        "fetched": item.fetched or None,
    }


def _say_feeds(known: tuple[Subscription, ...]) -> None:
    rows: list[list[Piece]] = [
        [
            item.fetched[:10] or "not yet",
            plain_line(item.title),
            plain_line(item.address),
            " ".join(f"#{plain_line(tag)}" for tag in item.tags),
            Styled(item.id, "faint"),
        ]
        for item in known
    ]
    for row in align(rows, room=columns(), gives_way=2):
        say(*row)
