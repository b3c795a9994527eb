"""Linting: the sourcing rules over the library, with what they need of the other rooms."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from tuifact.desk.reading import Reading
from tuifact.errors import TuifactError
from tuifact.model import ArticleSummary, Claim, Finding, Original, Snapshot

if TYPE_CHECKING:
    from tuifact.sourcing import Reach


class Linting(Reading):
    """What holds verdicts against the sourcing rules; nothing is changed by it."""

    def lint(self, what: str | None = None) -> tuple[Finding, ...]:
        """What the rules find about a claim, about the claims of an article, or of the whole library.

        `what` is the id of either; rules that the settings turn off find nothing. Raises `NotFound` when it is neither.
        """
        if what is None:
            return self.lint_claims(self.library.claims())
        chosen = self.claim_or_article(what)
        if isinstance(chosen, ArticleSummary):
            return self.lint_claims(self.library.claims(chosen.id))
        found = self.lint_claims(self.library.claims(chosen.article))
        return tuple(finding for finding in found if finding.claim == chosen.id)

    def lint_claims(self, claims: Sequence[Claim]) -> tuple[Finding, ...]:
        """What the rules find about these claims, which are compared within their articles."""
        from tuifact.sourcing import lint

        return lint(claims, self.settings.lint, self._reach())

    def _reach(self) -> Reach:
        from tuifact.sourcing import Reach

        return Reach(self._readable, _figures, _differences, lambda article: self.library.summary(article).source)

    def _readable(self, kept: Snapshot) -> bytes | None:
        """A kept copy as a text or a page; None when it is lost (the doctor tells of it) or has no words."""
        from tuifact.sources import unfold
        from tuifact.sources.forms import DOCX, HEAD, PDF, form_of

        try:
            data = self.library.snapshot(kept)
            media_type = form_of(kept.name, data[:HEAD]).media_type
            if media_type not in (PDF, DOCX):
                return data
            text = unfold(Original(data, kept.name, media_type=media_type), self.settings.most_bytes).given.text
        except TuifactError:
            return None
        return None if text is None else text.encode("utf-8", "replace")


def _figures(text: str) -> frozenset[Hashable]:
    """The quantities in a text. Dates are left to the comparison: one sentence may name the day another leaves out."""
    from tuifact.claims import find_figures

    counted = [figure for figure in find_figures(text) if figure.kind not in ("date", "year")]
    return frozenset((figure.kind == "percent", figure.value) for figure in counted)


def _differences(one: str, other: str) -> tuple[str, ...]:
    from tuifact.matching import compare

    return compare(one, other)
