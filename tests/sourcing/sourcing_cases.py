"""Claims with evidence for the tests of the sourcing rules."""

from __future__ import annotations

from typing import Any

from tuifact.model import Claim, Evidence, Grade, Stance, Status

LINK = "https://web.archive.org/web/2026/https://records.example/17"


def source(**fields: Any) -> Evidence:  # noqa: ANN401 (what Evidence has)
    """A source that no rule objects to, but for what is given."""
    usual: dict[str, Any] = {
        "url": "https://records.example/17",
        "title": "Audit report 2020",
        "publisher": "Audit office",
        "archive": LINK,
        "grade": Grade.PRIMARY,
        "stance": Stance.SUPPORTS,
    }
    return Evidence(**usual | fields)


def claim(*evidence: Evidence, **fields: Any) -> Claim:  # noqa: ANN401 (what Claim has)
    """A verified claim on this evidence, with a verdict in a sentence."""
    text = fields.pop("text", "The bridge cost 1.5 billion.")
    usual: dict[str, Any] = {
        "id": "0" * 12,
        "article": "a" * 12,
        "status": Status.VERIFIED,
        "verdict": "The audit names this sum.",
        "evidence": evidence,
        "speaker": "Noor Hale",
    }
    return Claim(text, 0, 0, len(text), **usual | fields)
