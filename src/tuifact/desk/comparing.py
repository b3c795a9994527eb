"""Comparing: what changed in an article since it was checked, and which claims that touches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from tuifact.desk.opened import OpenLibrary
from tuifact.errors import TuifactError
from tuifact.model import Article, Claim, ClaimChange, Difference, Fate, Revision, Status, Version

_WORD = re.compile(r"\w")
_BETWEEN = len("\n\n")
"""Characters between two paragraphs of `Article.text`."""


class Comparing(OpenLibrary):
    """What is asked of an article's earlier versions."""

    def versions(self, article: str) -> tuple[Version, ...]:
        """Every text the article had, the present one last."""
        return self.library.versions(self.library.resolve_article(article))

    def differences(self, article: str, *, since: int | None = None) -> Revision:
        """What changed from a version (1 is the first) to the present one.

        Without a number it is the version that was checked, as far back as a claim was decided whose words changed
        since; the one before the present when there is no such claim. Raises `TuifactError` when there is only one
        version, `NotFound` for a number there is not.
        """
        chosen = self.library.resolve_article(article)
        versions = self.library.versions(chosen)
        if len(versions) < 2:
            raise TuifactError(
                f"article {chosen} is as it was when it came", "import its source again to see whether it changed"
            )
        claims = self.library.claims(chosen)
        number = since if since is not None else version_checked(versions, claims)
        old, new = self.library.version(chosen, number), self.library.article(chosen)
        return compare(chosen, (versions[number - 1], old), (versions[-1], new), claims)


def version_checked(versions: Sequence[Version], claims: Iterable[Claim]) -> int:
    """The number of the version on which the claims were decided whose words changed since, of several the first; the
    one before the last when there is none."""
    earlier = versions[:-1]
    times = [claim.at for claim in claims if claim.text_changed and claim.status is not Status.UNVERIFIED and claim.at]
    numbers = [version.number for time in times for version in earlier if version.replaced >= time]
    return min(numbers, default=len(earlier))


def compare(
    article: str, old: tuple[Version, Article], new: tuple[Version, Article], claims: Iterable[Claim]
) -> Revision:
    """What changed between two versions; the claims are those of the new one."""
    from tuifact.model.differences import differences

    before, after = old[1].text, new[1].text
    passages = differences(before, after)
    starts = list(accumulate((len(one.text) + _BETWEEN for one in new[1].paragraphs), initial=0))
    changes = [change_of(claim, starts, before, passages) for claim in claims]
    changes.sort(key=lambda change: change.fate == "vanished")
    return Revision(article, old[0], new[0], passages, tuple(changes))


def change_of(claim: Claim, starts: Sequence[int], before: str, passages: Sequence[Difference]) -> ClaimChange:
    """What became of a claim; `starts` are the first characters of the new paragraphs in the whole text."""
    words = claim.text
    if claim.start == claim.end:
        return ClaimChange(claim, "vanished", (Difference("removed", words, (0, len(words)), (0, 0)),))
    if words in before:
        return ClaimChange(claim, "same", (Difference("same", words, (0, len(words)), (0, len(words))),))
    if claim.previous:
        from tuifact.model.differences import differences

        return ClaimChange(claim, "changed", differences(claim.previous, words))
    start = starts[claim.paragraph] + claim.start
    inside = tuple(cut_out(passages, start, start + len(words)))
    return ClaimChange(claim, fate_of(claim, inside), inside)


def fate_of(claim: Claim, inside: Iterable[Difference]) -> Fate:
    """Whether the words of a claim were changed or are new."""
    kept = any(one.kind == "same" and _WORD.search(one.text) for one in inside)
    return "changed" if kept or claim.status is not Status.UNVERIFIED else "new"


def cut_out(passages: Sequence[Difference], start: int, end: int) -> Iterator[Difference]:
    """The passages that make up a part of the new text, with what was removed within it; places count from its start.

    Words removed at its very beginning belong to it only when others stand in their place: else a sentence before it
    was cut.
    """
    first = max(0, bisect_right(passages, start, key=lambda one: one.new[1]) - 1)
    origin: int | None = None
    for at in range(first, len(passages)):
        one = passages[at]
        if one.new[0] >= end:
            return
        if one.kind == "removed":
            replaced = at + 1 < len(passages) and passages[at + 1].kind == "added"
            if one.new[0] < start or (one.new[0] == start and not replaced):
                continue
            head, tail = 0, len(one.text)
        else:
            head, tail = max(0, start - one.new[0]), min(len(one.text), end - one.new[0])
            if head >= tail:
                continue
        old = one.old[0] + (head if one.kind != "added" else 0)
        origin = old if origin is None else origin
        length = tail - head
        there = (old - origin, old - origin + (length if one.kind != "added" else 0))
        here = max(0, one.new[0] - start)
        yield Difference(one.kind, one.text[head:tail], there, (here, here + (length if one.kind != "removed" else 0)))
