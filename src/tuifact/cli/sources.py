"""Evidence as lines on a page: by claim, by source, or one of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuifact.cli.layout import align, wrap
from tuifact.cli.output import Piece, Styled, columns, say, say_record, tell, text_columns
from tuifact.cli.pages import say_claims, status_word
from tuifact.model.evidence import Stance
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from tuifact.desk import Source
    from tuifact.model import Claim, Evidence
    from tuifact.model.record import Record

SIGNS = {Stance.SUPPORTS: "+", Stance.REFUTES: "−", Stance.CONTEXT: "·"}
"""What stands before a source for, against, and about a claim."""


def source_record(claim: Claim, held: Evidence) -> Record:
    """One source with the claim it is for, as `tuifact evidence list --json` has it."""
    from tuifact.model.record import evidence_record

    return {"claim": claim.id, "article": claim.article, **evidence_record(held)}


def say_source(claim: Claim, held: Evidence, *, json: bool) -> int:
    """One source below its claim; the exit code."""
    if json:
        say_record(source_record(claim, held))
    else:
        say_by_claim([(claim, held)])
    return 0


def say_by_claim(found: Sequence[tuple[Claim, Evidence]]) -> None:
    """Each claim with its sources below it."""
    before = None
    rows = dict(zip((held.id for _, held in found), align([_facts(held) for _, held in found]), strict=True))
    for claim, held in found:
        if before is not None and claim.id != before:
            say()
        if claim.id != before:
            say_claims([claim], {})
        before = claim.id
        say("  ", *rows[held.id])
        for text in filter(None, (held.url, f"archive  {held.archive}" if held.archive else "")):
            say("    ", Styled(plain_line(text), "faint"))
        for line in wrap(f"“{plain_line(held.quote)}”", text_columns() - 4) if held.quote else ():
            say("    ", line.text)


def _facts(held: Evidence) -> list[Piece]:
    names = (held.title, held.publisher, held.locator) if held.title else (held.name, held.locator)
    kept = f"copy {held.snapshot.sha256[:8]}" if held.snapshot else ""
    seen = held.seen.isoformat() if held.seen else ""
    named = " · ".join(plain_line(name) for name in names if name)
    return [f"{SIGNS[held.stance]} {named}", held.grade.value, seen, Styled(kept, "faint"), Styled(held.id, "faint")]


def say_sources(found: Sequence[Source], *, json: bool) -> int:
    """Each source with the claims on it below; the exit code."""
    for source in found if json else ():
        uses = [source_record(claim, held) | {"status": claim.status.value} for claim, held in source.uses]
        say_record({"source": source.name, "host": source.host, "uses": uses})
    if json:
        return 0
    for number, source in enumerate(found):
        if number:
            say()
        say(Styled(plain_line(source.name), "strong"), Styled(f"  {source.host}", "faint") if source.host else "")
        rows: list[list[Piece]] = [
            [f"  {SIGNS[held.stance]}", status_word(claim.status), Styled(claim.id, "faint"), plain_line(claim.text)]
            for claim, held in source.uses
        ]
        for row in align(rows, room=columns(), gives_way=3):
            say(*row)
    if not found:
        tell("there is no evidence yet; tuifact evidence add CLAIM URL adds some")
    return 0
