"""The sign-off of a whole check: whose, and whether it still holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuifact.model.dossier import Dossier
from tuifact.model.verdict import Status
from tuifact.reports.content.phrases import Phrase, Reference, enumerated
from tuifact.reports.words import counted, listing, moment


@dataclass(frozen=True, slots=True)
class SignOff:
    """How far a second person stands behind the verdicts."""

    state: str
    """`valid`, `void` (something was changed after it), `partial` or `none`."""
    reviewers: tuple[str, ...]
    phrase: Phrase
    """In a sentence; empty when nothing is decided yet."""

    @property
    def glyph(self) -> str:
        """Beside the sentence, where there is one."""
        return {"valid": "✓", "void": "✗"}.get(self.state, "?")


def sign_off(dossier: Dossier, references: Sequence[Reference]) -> SignOff:
    """The sign-off of a dossier; `references` are of all its claims."""
    decided = [pair for pair in zip(dossier.claims, references, strict=True) if pair[0].status is not Status.UNVERIFIED]
    signed = [(claim, reference) for claim, reference in decided if claim.signature]
    void = [reference for claim, reference in signed if not claim.signed]
    names = tuple(dict.fromkeys(claim.signature.by for claim, _ in signed if claim.signature))
    if not decided:
        return SignOff("none", (), Phrase())
    if void:
        noun, verb = ("claim", "was") if len(void) == 1 else ("claims", "were")
        return SignOff(
            "void", names, Phrase([f"The sign-off is void: {noun} ", *enumerated(void), f" {verb} changed after it."])
        )
    if dossier.signed_off:
        last = max(claim.signature.at for claim, _ in signed if claim.signature)
        return SignOff("valid", names, Phrase([f"Signed off by {listing(names)}, last on {moment(last)}."]))
    if signed:
        share = f"{len(signed):,} of {counted(len(decided), 'verdict')}"
        return SignOff("partial", names, Phrase([f"{share} signed off by {listing(names)}; the others are not yet."]))
    return SignOff("none", (), Phrase(["Not signed off: no second person has read the verdicts yet."]))
