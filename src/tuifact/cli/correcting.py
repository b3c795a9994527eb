"""Commands about claims by hand: claim add, edit, split, merge, drop, restore."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.opening import desk_of
from tuifact.cli.output import say_record
from tuifact.cli.pages import say_claims
from tuifact.cli.parsing import CONTEXT, as_choice, new_group, wrong
from tuifact.model.claim import Kind

if TYPE_CHECKING:
    from tuifact.model import Claim

claim = new_group(about="Add, edit, split, merge or drop a claim by hand.")
"""`tuifact claim …`"""

SpeakerOption = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="Who said it; '' for the article itself.")
]
KindOption = Annotated[str | None, typer.Option("--kind", metavar="KIND", help=f"One of {', '.join(Kind)}.")]


@claim.command("add", context_settings=CONTEXT)
def add(
    ctx: typer.Context,
    article: options.ArticleArgument,
    quote: Annotated[str, typer.Option("--quote", metavar="TEXT", help="Words of the article, as it has them.")] = "",
    speaker: SpeakerOption = None,
    kind: KindOption = None,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Make a claim of words of an article.

    Example: tuifact claim add 3f2a --quote "The bridge cost 1.5 billion"
    """
    if not quote.strip():
        wrong("--quote: needs words of the article")
    with desk_of(ctx) as desk:
        added = desk.add_quote(article, quote, speaker=speaker or None, kind=_as_kind(kind) or Kind.EVENT, by=by)
    return _say([added], json=json)


@claim.command("edit", context_settings=CONTEXT)
def edit(
    ctx: typer.Context,
    chosen: options.ClaimArgument,
    quote: Annotated[
        str | None, typer.Option("--quote", metavar="TEXT", help="Other words of the article, longer or shorter.")
    ] = None,
    speaker: SpeakerOption = None,
    kind: KindOption = None,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Give a claim other words, another speaker or another kind.

    Example: tuifact claim edit 9c41 --speaker "Noor Castellane"
    """
    if quote is None and speaker is None and kind is None:
        wrong("nothing to change: give --quote, --speaker or --kind")
    with desk_of(ctx) as desk:
        edited = desk.edit_claim(chosen, quote=quote, speaker=speaker, kind=_as_kind(kind), by=by)
    return _say([edited], json=json)


@claim.command("split", context_settings=CONTEXT)
def split(
    ctx: typer.Context,
    chosen: options.ClaimArgument,
    before: Annotated[
        list[str] | None,
        typer.Option("--before", metavar="TEXT", help="Words a further claim begins with; may be repeated."),
    ] = None,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Make several claims of one.

    Example: tuifact claim split 9c41 --before "and it opened"
    """
    if not before:
        wrong("--before: needs the words the second claim begins with")
    with desk_of(ctx) as desk:
        parts = desk.split_before(chosen, before, by=by)
    return _say(parts, json=json)


@claim.command("merge", context_settings=CONTEXT)
def merge(
    ctx: typer.Context,
    chosen: options.ClaimArguments,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Make one claim of several in one paragraph.

    Example: tuifact claim merge 9c41 a07b
    """
    if len(chosen) < 2:
        wrong("name two claims or more")
    with desk_of(ctx) as desk:
        merged = desk.merge_claims(chosen, by=by)
    return _say([merged], json=json)


@claim.command("drop", context_settings=CONTEXT)
def drop(
    ctx: typer.Context,
    chosen: options.ClaimArgument,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Set a claim aside as none; nothing of it is erased.

    Example: tuifact claim drop 9c41
    """
    with desk_of(ctx) as desk:
        dropped = desk.drop_claim(chosen, by=by)
    return _say([dropped], json=json)


@claim.command("restore", context_settings=CONTEXT)
def restore(
    ctx: typer.Context,
    chosen: options.ClaimArgument,
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Take back in a claim that was set aside.

    Example: tuifact claim restore 9c41
    """
    with desk_of(ctx) as desk:
        restored = desk.restore_claim(chosen, by=by)
    return _say([restored], json=json)


def _as_kind(word: str | None) -> Kind | None:
    return None if word is None else Kind(as_choice(word, [kind.value for kind in Kind], "the kind"))


def _say(claims: Sequence[Claim], *, json: bool) -> int:
    from tuifact.model.record import claim_record

    if json:
        for item in claims:
            say_record(claim_record(item))
    else:
        say_claims(claims, {})
    return 0
