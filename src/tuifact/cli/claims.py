"""The command that lists claims, chosen and in order: claims."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, cast

import typer

from tuifact.cli import options
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Styled, say, say_record, tell
from tuifact.cli.pages import number_claims, say_claims
from tuifact.cli.parsing import as_choice, as_number, as_status
from tuifact.model.claim import Kind

if TYPE_CHECKING:
    from tuifact.desk import Desk
    from tuifact.desk.reading import Sort
    from tuifact.model import Claim

SORTS = ("order", "worth")

SpeakerFilter = Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Only what this person said.")]
KindFilters = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help=f"Only {', '.join(Kind)}; may be repeated: any of them."),
]
FigureFilters = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="FIGURE",
        help="Only with a figure, money, percent, number (another one) or date; may be repeated: any of them.",
    ),
]


def claims(
    ctx: typer.Context,
    article: options.AnyArticle = None,
    status: options.StatusFilter = None,
    speaker: SpeakerFilter = None,
    query: options.QueryOption = None,
    kind: KindFilters = None,
    holding: FigureFilters = None,
    changed: Annotated[
        bool, typer.Option("--changed", help="Only those whose text changed since they were decided.")
    ] = False,
    sort: Annotated[
        str, typer.Option("--sort", metavar="HOW", help="order (of reading), or worth (what matters most first).")
    ] = "order",
    limit: options.LimitOption = None,
    json: options.JsonFlag = False,
) -> int:
    """List claims, of one article or of all.

    Example: tuifact claims 3f2a --status unverified --sort worth --limit 5
    """
    from tuifact.desk import FIGURES, figures_in
    from tuifact.model.record import claim_record

    wanted = as_status(status, "--status") if status is not None else None
    how = cast("Sort", as_choice(sort, SORTS, "--sort"))
    most = as_number(limit, "--limit")
    held = [as_choice(word, FIGURES, "--with") for word in holding or ()]
    kinds = {as_choice(word, list(Kind), "--kind") for word in kind or ()}
    first = None if kinds or changed else most
    with desk_of(ctx) as desk:
        every = desk.claims(article, status=wanted, speaker=speaker, query=query, holding=held, sort=how, limit=first)
        found = [one for one in every if (not kinds or one.kind in kinds) and (one.text_changed or not changed)][:most]
        if json:
            for claim in found:
                say_record(claim_record(claim) | {"figures": figures_in(claim.text)})
        elif found:
            _say_found(desk, article, found)
        else:
            tell("no claim matches")
    return 0


def _say_found(desk: Desk, article: str | None, found: Sequence[Claim]) -> None:
    if article is not None:
        say_claims(found, number_claims(desk.claims(article)))
        return
    for at, (key, group) in enumerate(groupby(found, key=lambda claim: claim.article)):
        if at:
            say()
        say(Styled(desk.summary(key).title, "strong"), Styled(f"  {key}", "faint"))
        say_claims(tuple(group), {})
