"""Commands about earlier checks: match, checks import, list, of, adopt, dismiss."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tuifact.cli import options
from tuifact.cli.layout import wrap
from tuifact.cli.matches import check_record, match_record, say_match
from tuifact.cli.opening import desk_of
from tuifact.cli.output import Styled, complain, say, say_record, tell, text_columns
from tuifact.cli.parsing import CONTEXT, as_number, new_group
from tuifact.cli.progress import progress
from tuifact.errors import NotFound, SourceError, TuifactError
from tuifact.model.plain import plain_line
from tuifact.model.record import claim_record

if TYPE_CHECKING:
    from tuifact.desk import Desk, ImportedChecks
    from tuifact.model import Claim, EarlierCheck

checks = new_group(about="Take in published fact-checks; use what was checked before.")
"""`tuifact checks …`"""

MOST = 20
"""Earlier checks of a claim among which one is named."""


def match(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A claim.")],
    limit: Annotated[str, typer.Option("--limit", "-n", metavar="N", help="At most so many.")] = "5",
    json: options.JsonFlag = False,
) -> int:
    """Find earlier verdicts and published checks like a claim.

    Example: tuifact match "The bridge cost 1.5 billion"
    """
    most = as_number(limit, "--limit", least=1, most=1000) or 5
    with desk_of(ctx) as desk:
        found = desk.match(text, limit=most)
    for earlier in found:
        if json:
            say_record(match_record(earlier))
        else:
            say_match(earlier)
    if not found and not json:
        tell("nothing like it was checked before")
    return 0


@checks.command("import", context_settings=CONTEXT)
def import_checks(
    ctx: typer.Context,
    feeds: Annotated[list[str], typer.Argument(metavar="FEED", help="Files with ClaimReview, plain or gzip, or -.")],
    json: options.JsonFlag = False,
) -> int:
    """Take in published fact-checks (ClaimReview).

    Example: tuifact checks import data-commons.json.gz
    """
    failed = kept = 0
    with desk_of(ctx) as desk:
        for feed in feeds:
            try:
                with progress(0, "entries") as bar:
                    given = sys.stdin.buffer.read() if feed == "-" else Path(feed)
                    done = desk.import_checks([given], progress=bar.reach)
            except SourceError as error:
                if len(feeds) == 1:
                    raise
                failed += 1
                complain(error)
                continue
            _say_imported(feed, done, json)
            failed += bool(done.skipped) and not done.added + done.updated + done.unchanged
            kept = done.kept or kept
        if kept:
            with progress(kept, "checks indexed") as bar:
                trouble = desk.fill_index(bar.reach)
            if trouble:
                tell(trouble)
    if failed == len(feeds):
        raise TuifactError("no fact-check could be taken in")
    return 3 if failed else 0


def _say_imported(feed: str, done: ImportedChecks, json: bool) -> None:
    if json:
        counts = {"added": done.added, "updated": done.updated, "unchanged": done.unchanged}
        say_record({"source": feed, **counts, "skipped": dict(done.skipped)})
        return
    say(f"{done.added} added, {done.updated} updated, {done.unchanged} unchanged  ", plain_line(feed))
    for reason, count in done.skipped.items():
        tell(f"{feed}: {count} skipped: {reason}")


@checks.command("list", context_settings=CONTEXT)
def list_checks(ctx: typer.Context, limit: options.LimitOption = None, json: options.JsonFlag = False) -> int:
    """List the published fact-checks that were taken in.

    Example: tuifact checks list --limit 20
    """
    most = as_number(limit, "--limit")
    with desk_of(ctx) as desk:
        known = desk.published_checks()[:most]
    for check in known:
        if json:
            say_record(check_record(check))
        else:
            day = check.date.isoformat() if check.date else " " * 10
            say(f"{day}  ", plain_line(check.source), "  ", Styled(plain_line(check.verdict), "strong"))
            for line in wrap(plain_line(check.claim), text_columns() - 12):
                say(" " * 12, line.text)
    if not known and not json and most != 0:
        tell("there are no published checks yet; tuifact checks import FEED takes them in")
    return 0


@checks.command("of", context_settings=CONTEXT)
def checks_of(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="ARTICLE|CLAIM", help="An id, or its first 4 characters or more.")],
    json: options.JsonFlag = False,
) -> int:
    """List the earlier checks of an article's claims, or of one.

    Example: tuifact checks of 3f2a
    """
    with desk_of(ctx) as desk:
        claims = desk.claims_of(what)
        found = desk.earlier([claim.id for claim in claims])
    for claim in claims:
        for number, earlier in enumerate(found.get(claim.id, ())):
            if json:
                say_record({"claim": claim.id, "article": claim.article, **match_record(earlier)})
                continue
            if not number:
                say(Styled(claim.id, "faint"), "  ", plain_line(claim.text))
            say_match(earlier)
    if not found and not json:
        tell("nothing of it was checked before")
    return 0


@checks.command("adopt", context_settings=CONTEXT)
def adopt(
    ctx: typer.Context,
    claim: options.ClaimArgument,
    check: Annotated[str, typer.Argument(metavar="CHECK", help="Id of an earlier check of it, see checks of.")],
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Take over the verdict of an earlier check with its evidence.

    Where the claims differ, or the verdict leaves a doubt, the evidence alone.

    Example: tuifact checks adopt 3f2a 77c0
    """
    with desk_of(ctx) as desk:
        before = desk.claim(claim)
        after = desk.adopt(claim, _named(desk, before, check), by=by)
    if json:
        say_record(claim_record(after))
    elif after.rev == before.rev:
        say(f"{after.id}  evidence taken over, the verdict is yours to give")
    else:
        say(f"{after.id}  ", Styled(f"{after.status.glyph} {after.status}", str(after.status)), f"  {after.origin}")
    return 0


@checks.command("dismiss", context_settings=CONTEXT)
def dismiss(
    ctx: typer.Context,
    claim: options.ClaimArgument,
    check: Annotated[str, typer.Argument(metavar="CHECK", help="Id of an earlier check that is not about it.")],
    by: options.ByOption = "",
    json: options.JsonFlag = False,
) -> int:
    """Say that an earlier check is not about a claim.

    It is not shown for it again; undo brings it back.

    Example: tuifact checks dismiss 3f2a 77c0
    """
    with desk_of(ctx) as desk:
        chosen = desk.claim(claim)
        earlier = _named(desk, chosen, check)
        desk.dismiss(chosen.id, earlier, by=by)
    if json:
        say_record({"claim": chosen.id, "article": chosen.article, **match_record(earlier)})
    else:
        say(f"{chosen.id}  dismissed: ", plain_line(earlier.text))
    return 0


def _named(desk: Desk, claim: Claim, check: str) -> EarlierCheck:
    """The earlier check of this claim whose id begins so; `check:` may be left out."""
    known = desk.earlier([claim.id], limit=MOST).get(claim.id, ())
    found = [one for one in known if one.id.removeprefix("check:").startswith(check.removeprefix("check:"))]
    if len(found) != 1:
        problem = "several earlier checks" if found else "no earlier check"
        raise NotFound(f"{problem} of claim {claim.id}: {plain_line(check)}", f"tuifact checks of {claim.id}")
    return found[0]
