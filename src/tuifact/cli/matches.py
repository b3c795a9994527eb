"""Earlier checks as lines on a page and as records: what `match` and `checks` have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tuifact.cli.layout import wrap
from tuifact.cli.output import Styled, say, text_columns
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from tuifact.desk import PublishedCheck
    from tuifact.model import EarlierCheck
    from tuifact.model.record import Record

RELATION_STYLES = {"same": "strong", "differs": "disputed", "related": "faint"}


def say_match(earlier: EarlierCheck) -> None:
    """An earlier check: how it relates, its verdict and where it is from, its words, and what speaks for it."""
    day = earlier.date.isoformat() if earlier.date else ""
    facts = [plain_line(fact) for fact in (earlier.verdict, earlier.source, day) if fact]
    id_ = Styled(f"  {earlier.id.removeprefix('check:')}", "faint")
    say(Styled(f"{earlier.relation:<8}", RELATION_STYLES[earlier.relation]), " · ".join(facts), id_)
    for line in wrap(plain_line(earlier.text), text_columns() - 8):
        say(" " * 8, line.text)
    say(" " * 8, Styled(plain_line(earlier.why), "faint"))
    if earlier.url:
        say(" " * 8, Styled(plain_line(earlier.url), "faint"))


def match_record(earlier: EarlierCheck) -> Record:
    """The same for scripts."""
    return {
        "score": round(earlier.score, 4),
        "relation": str(earlier.relation),
        "origin": earlier.origin,
        "text": earlier.text,
        "verdict": str(earlier.verdict),
        "source": earlier.source,
        "url": earlier.url,
        "date": earlier.date.isoformat() if earlier.date else None,
        "why": earlier.why,
        "id": earlier.id,
    }


def check_record(check: PublishedCheck) -> Record:
    """A published check for scripts."""
    return {
        "id": check.id,
        "claim": check.claim,
        "verdict": check.verdict,
        "rating": check.rating.words if check.rating else None,
        "publisher": check.source,
        "url": check.url,
        "date": check.date.isoformat() if check.date else None,
        "said_by": check.said_by,
    }
