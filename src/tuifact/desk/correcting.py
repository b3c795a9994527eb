"""Claims by hand: what the finder missed, cut wrongly, or took for a claim. Each act is on disk and can be undone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuifact.desk.opened import OpenLibrary
from tuifact.errors import NotFound, TuifactError
from tuifact.model import Article, Claim, Kind
from tuifact.model.plain import plain_line

Place = tuple[int, int, int]
"""Index of a paragraph, first character, one past the last."""

_QUOTE_MARKS = {'"“”„«»': '["“”„«»]', "'‘’`": "['‘’`]", "-–—": "[-–—]"}
"""Marks that are typed one way and printed another."""


class Correcting(OpenLibrary):
    """What changes which words are a claim, and who is said to have said them."""

    def add_claim(
        self,
        article: str,
        place: Place,
        *,
        seen: str | None = None,
        speaker: str | None = None,
        kind: Kind = Kind.EVENT,
        by: str = "",
    ) -> Claim:
        """Make a claim of the words at a place; those that are one already give that one.

        Raises `Conflict` when they are not the words that were seen there.
        """
        chosen = self.library.resolve_article(article)
        return self.library.add_claim(chosen, *place, seen=seen, speaker=speaker, kind=kind, by=self._checker(by))

    def add_quote(
        self, article: str, quote: str, *, speaker: str | None = None, kind: Kind = Kind.EVENT, by: str = ""
    ) -> Claim:
        """Make a claim of these words of the article.

        Raises `NotFound` when it does not have them, `TuifactError` when it has them more than once.
        """
        place, words = self._find_quote(self.library.resolve_article(article), quote)
        return self.add_claim(article, place, seen=words, speaker=speaker, kind=kind, by=by)

    def edit_claim(
        self,
        claim: str,
        *,
        quote: str | None = None,
        place: Place | None = None,
        speaker: str | None = None,
        kind: Kind | None = None,
        by: str = "",
    ) -> Claim:
        """Give a claim other words of its article, another speaker (empty: the article itself) or another kind.

        The words are those of `quote`, which stands in the article once, or at `place`. Raises `Conflict` when they do
        not stand there any more.
        """
        chosen, words = self.library.resolve_claim(claim), quote
        if place is None and quote is not None:
            place, words = self._find_quote(self.library.claim(chosen).article, quote)
        paragraph, start, end = place or (None, None, None)
        who = self._checker(by)
        return self.library.edit_claim(
            chosen, paragraph=paragraph, start=start, end=end, seen=words, speaker=speaker, kind=kind, by=who
        )

    def _find_quote(self, article: str, quote: str) -> tuple[Place, str]:
        """Where these words stand, and how they are written there. Raises as `find_quote` does."""
        text = self.library.article(article)
        paragraph, start, end = find_quote(text, quote)
        return (paragraph, start, end), text.paragraphs[paragraph].text[start:end]

    def split_claim(self, claim: str, at: Sequence[int], *, by: str = "") -> tuple[Claim, ...]:
        """Make several claims of one; `at` are the characters of its text where a further one begins."""
        return self.library.split_claim(self.library.resolve_claim(claim), at, by=self._checker(by))

    def split_before(self, claim: str, words: Sequence[str], *, by: str = "") -> tuple[Claim, ...]:
        """Make several claims of one; each of `words` is the beginning of a further one.

        Raises `NotFound` when the claim does not have them.
        """
        chosen = self.library.resolve_claim(claim)
        text = self.library.claim(chosen).text
        return self.library.split_claim(chosen, [_only(text, part) for part in words], by=self._checker(by))

    def merge_claims(self, claims: Sequence[str], *, by: str = "") -> Claim:
        """Make one claim of several in one paragraph, from the first of them to the last."""
        return self.library.merge_claims([self.library.resolve_claim(claim) for claim in claims], by=self._checker(by))

    def drop_claim(self, claim: str, *, by: str = "") -> Claim:
        """Set a claim aside as none; nothing of it is erased."""
        return self.library.drop_claim(self.library.resolve_claim(claim), by=self._checker(by))

    def dropped_claims(self, article: str) -> tuple[Claim, ...]:
        """The claims of an article that were set aside, in reading order."""
        return self.library.claims(self.library.resolve_article(article), dropped=True)

    def restore_claim(self, claim: str, *, by: str = "") -> Claim:
        """Take back in what was set aside."""
        return self.library.restore_claim(self.library.resolve_claim(claim), by=self._checker(by))


def find_quote(article: Article, quote: str) -> Place:
    """Where an article has these words; blanks, quotation marks and dashes may be typed as one likes.

    Raises `NotFound` when it does not have them, `TuifactError` when it has them more than once.
    """
    wanted, shown = _pattern(quote), f"“{plain_line(quote)}”"
    places = [
        (index, found.start(), found.end())
        for index, paragraph in enumerate(article.paragraphs)
        for found in wanted.finditer(paragraph.text)
    ]
    if len(places) > 1:
        raise TuifactError(
            f"“{plain_line(quote)}” stands there {len(places)} times", "give some of the words around it"
        )
    if not places:
        raise NotFound(f"{shown} is not in the article", "tuifact show has its words")
    return places[0]


def _only(text: str, words: str) -> int:
    found = _pattern(words).search(text)
    if found is None:
        raise NotFound(f"“{plain_line(words)}” is not in the claim", "give words of the claim itself")
    return found.start()


def _pattern(quote: str) -> re.Pattern[str]:
    """These words, however their blanks and marks are typed; for no words a pattern that is nowhere."""
    words = quote.split()
    if not words:
        return re.compile("(?!)")
    marks = {mark: either for group, either in _QUOTE_MARKS.items() for mark in group}
    return re.compile(r"\s+".join("".join(marks.get(sign, re.escape(sign)) for sign in word) for word in words))
