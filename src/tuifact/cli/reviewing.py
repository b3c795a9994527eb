"""Commands for the second pair of eyes: review sign, withdraw, list; and lint."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.layout import align
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Piece, Styled, columns, complain, say, say_record, tell
from tuifact.cli.pages import say_claims, status_word
from tuifact.cli.parsing import CONTEXT, as_choice, as_number, new_group
from tuifact.errors import EvidenceError
from tuifact.model.plain import plain_line
from tuifact.model.review import Review, Severity

if TYPE_CHECKING:
    from tuifact.desk import Desk
    from tuifact.model import Claim
    from tuifact.model.record import Record

review = new_group(about="Sign claims off as a second person, and see what is signed.")
"""`tuifact review …`"""

MARKS = {Severity.ERROR: Styled("✗", "disputed"), Severity.WARNING: Styled("!", "unverified")}
_STYLES = {Review.SIGNED: "verified", Review.VOID: "disputed", Review.UNSIGNED: "unverified", Review.OPEN: "faint"}

ReviewedArguments = Annotated[
    list[str], typer.Argument(metavar="ARTICLE|CLAIM", help="Ids of claims, or of articles for all their claims.")
]
ReviewerOption = Annotated[
    str, typer.Option("--by", metavar="NAME", help="The reviewer: not the one who decided. Default: as for mark.")
]


@review.command("sign", context_settings=CONTEXT)
def sign(ctx: typer.Context, chosen: ReviewedArguments, by: ReviewerOption = "", json: options.JsonFlag = False) -> int:
    """Sign claims off: all named or none.

    Of an article, all its claims that somebody else decided; exit code 3 when there are others. A signature is void as
    soon as anything about the claim changes.

    Example: tuifact review sign 9c41 --by "Omar Reyes"
    """
    with desk_of(ctx) as desk:
        claims, articles = _sorted_out(desk, chosen)
        signed = list(desk.sign(claims, by=by)) if claims else []
        refused: list[tuple[Claim, str]] = []
        for article in articles:
            done = desk.sign_article(article, by=by)
            signed += done.signed
            refused += done.refused
    for claim, reason in refused:
        complain(EvidenceError(f"claim {claim.id} was not signed off: {reason}"))
    if refused and not signed:
        raise EvidenceError("nothing was signed off", "somebody else must sign: name the reviewer with --by")
    _say_reviewed(signed, json=json)
    if not signed and not json:
        tell("there was nothing left to sign off")
    return 3 if refused else 0


@review.command("withdraw", context_settings=CONTEXT)
def withdraw(
    ctx: typer.Context, chosen: ReviewedArguments, by: options.ByOption = "", json: options.JsonFlag = False
) -> int:
    """Take the sign-off of claims back.

    Example: tuifact review withdraw 9c41
    """
    with desk_of(ctx) as desk:
        claims, articles = _sorted_out(desk, chosen)
        for article in articles:
            claims += [claim.id for claim in desk.claims(article) if claim.signature]
        if not claims:
            raise EvidenceError("no claim there is signed off", "tuifact review list shows what is")
        _say_reviewed(desk.withdraw(claims, by=by), json=json)
    return 0


@review.command("list", context_settings=CONTEXT)
def list_reviewed(
    ctx: typer.Context,
    article: options.AnyArticle = None,
    state: Annotated[
        str | None, typer.Option("--state", metavar="STATE", help=f"Only these: {', '.join(Review)}.")
    ] = None,
    limit: options.LimitOption = None,
    json: options.JsonFlag = False,
) -> int:
    """List claims with how far their review is.

    A claim is open (not decided), unsigned, signed, or void: signed off, and changed since.

    Example: tuifact review list 3f2a --state void
    """
    wanted = None if state is None else Review(as_choice(state, list(Review), "the state"))
    most = as_number(limit, "--limit")
    with desk_of(ctx) as desk:
        claims = desk.claims(article)
    _say_reviewed([claim for claim in claims if wanted in (None, claim.review)][:most], json=json)
    if not json and wanted is None:
        counts = {one: sum(claim.review is one for claim in claims) for one in Review}
        tell(", ".join(f"{count} {one}" for one, count in counts.items() if count) or "the library holds no claim yet")
    return 0


def lint(
    ctx: typer.Context,
    what: options.AnyArticleOrClaim = None,
    json: options.JsonFlag = False,
) -> int:
    """Hold the verdicts against the rules of sourcing.

    Exit code 3 when a rule whose severity is error found something. The settings say which rules there are, and how
    much each matters.

    Example: tuifact lint 3f2a
    """
    from tuifact.model.record import finding_record

    with desk_of(ctx) as desk:
        found = desk.lint(what)
        for finding in found if json else ():
            say_record(
                {"claim": finding.claim, "article": desk.claim(finding.claim).article, **finding_record(finding)}
            )
        for number, (claim, findings) in enumerate(groupby(found, key=lambda one: one.claim) if not json else ()):
            if number:
                say()
            say_claims([desk.claim(claim)], {})
            rows: list[list[Piece]] = [[MARKS[one.severity], one.rule, one.message] for one in findings]
            for row in align(rows):
                say("  ", *row)
    if not found and not json:
        tell("the rules find nothing to object to")
    return 3 if any(finding.severity is Severity.ERROR for finding in found) else 0


def _sorted_out(desk: Desk, chosen: Sequence[str]) -> tuple[list[str], list[str]]:
    """The claims and the articles that these ids name."""
    from tuifact.model import Claim

    found = [desk.claim_or_article(id_) for id_ in chosen]
    claims = [one.id for one in found if isinstance(one, Claim)]
    return claims, [one.id for one in found if not isinstance(one, Claim)]


def _say_reviewed(claims: Sequence[Claim], *, json: bool) -> None:
    if json:
        for claim in claims:
            say_record(_record(claim))
        return
    rows: list[list[Piece]] = [
        [
            Styled(claim.review.value, _STYLES[claim.review]),
            status_word(claim.status),
            Styled(claim.id, "faint"),
            plain_line(claim.by),
            plain_line(f"→ {claim.signature.by} {claim.signature.at[:10]}") if claim.signature else "",
            plain_line(claim.text),
        ]
        for claim in claims
    ]
    for row in align(rows, room=columns(), gives_way=5) if rows else ():
        say(*row)


def _record(claim: Claim) -> Record:
    from dataclasses import asdict

    return {
        "id": claim.id,
        "article": claim.article,
        "review": claim.review.value,
        "status": claim.status.value,
        "by": claim.by,
        "at": claim.at,
        "signature": claim.signature and asdict(claim.signature),
    }
