"""How the check was made: how claims were chosen, the scale, what cleaning did to the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tuifact import __version__
from tuifact.model.article import Article
from tuifact.model.verdict import RATINGS, Rating
from tuifact.reports.words import counted, listing

CHOSEN = (
    f"The claims were chosen by tuifact {__version__}: sentences that assert something a source can confirm or refute. "
    "The reasons stand with each claim. The verdicts are a person’s: “verified” means that the evidence supports the "
    "claim, “disputed” that it speaks against it, “unverified” that nobody has decided yet."
)
"""How claims are chosen and what the three statuses mean."""


def scale_sentence(scale: Sequence[Rating]) -> str:
    """The project's own ratings and what each counts as; empty for a project that has none of its own."""
    if tuple(scale) == RATINGS:
        return ""
    rated = [f"“{one.label}” counts as {one.status.value}{_value(one)}" for one in scale]
    return f"The verdicts stand on a scale of our own: {listing(rated)}."


def cleaning_sentence(article: Article) -> str:
    """What cleaning changed, by the names of its fixes, most frequent first; empty when it changed nothing."""
    fixes = Counter(repair.fix for repair in article.repairs)
    if not fixes:
        return ""
    ranked = sorted(fixes.items(), key=lambda item: (-item[1], item[0]))
    named = listing([f"{fix} ({count:,})" for fix, count in ranked])
    return f"The text as received was cleaned in {counted(fixes.total(), 'place')}: {named}."


def _value(rating: Rating) -> str:
    return "" if rating.value is None else f" ({rating.value})"
