"""Reading: articles, claims, originals and the record."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from tuifact.desk.filters import ReceivedParagraph, figures_held, look_behind
from tuifact.desk.opened import OpenLibrary
from tuifact.errors import NotFound
from tuifact.model import Article, ArticleSummary, Claim, Event, Original, Status, Tally

if TYPE_CHECKING:
    from tuifact.desk.catalogue import Catalogue

CONTEXT = 60
"""Characters shown before and after words that were found."""

Sort = Literal["order", "worth"]
"""Reading order, or what matters most first."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words found in an article's text."""

    article: ArticleSummary
    paragraph: int
    start: int
    """In characters of the paragraph's text."""
    before: str
    words: str
    """As the text has them."""
    after: str


class Reading(OpenLibrary):
    """What looks and changes nothing."""

    _catalogue: Catalogue | None = None

    def articles(self, *, query: str | None = None, tag: str | None = None) -> tuple[ArticleSummary, ...]:
        """The shelf, newest first; `query` matches titles, bylines, sources and claims."""
        return self.library.articles(query=query, tag=tag)

    def catalogue(self) -> Catalogue:
        """The same for those who look at a part of it at a time, as it is now; the same one each time."""
        if self._catalogue is None or self._catalogue.library is not self.library:
            from tuifact.desk.catalogue import Catalogue

            self._catalogue = Catalogue(self.library)
        self._catalogue.look()
        return self._catalogue

    def summary(self, article: str) -> ArticleSummary:
        """What the shelf shows of one article."""
        return self.library.summary(self.library.resolve_article(article))

    def article(self, article: str) -> Article:
        """An article with its paragraphs."""
        return self.library.article(self.library.resolve_article(article))

    def original(self, article: str) -> Original:
        """The bytes an article was made of."""
        return self.library.original(self.library.resolve_article(article))

    def contest(self, claim: str) -> tuple[Event, ...]:
        """The verdicts that copies of the library gave a claim and nobody settled; empty when they agree."""
        chosen = self.library.resolve_claim(claim)
        return next((found.verdicts for found in self.library.contests() if found.claim.id == chosen), ())

    def find_text(self, words: str) -> Iterator[Found]:
        """The first place in each article where its text has these words, whatever their case, newest article first.

        Reads one article after the other, so that the first answers come at once.
        """
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())) or "(?!)", re.IGNORECASE)
        for summary in self.library.articles():
            for number, paragraph in enumerate(self.library.article(summary.id).paragraphs):
                if found := pattern.search(paragraph.text):
                    text, start, end = paragraph.text, *found.span()
                    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
                    yield Found(summary, number, start, before, found[0], after)
                    break

    def received(self, article: str, paragraph: int) -> ReceivedParagraph:
        """What a paragraph was before cleaning, and what cleaning did to it."""
        stored = self.article(article)
        original = self.original(article)
        return look_behind(original, stored.paragraphs[paragraph])

    def claims(
        self,
        article: str | None = None,
        *,
        status: Status | None = None,
        speaker: str | None = None,
        query: str | None = None,
        holding: Collection[str] = (),
        sort: Sort = "order",
        after: str | None = None,
        limit: int | None = None,
    ) -> tuple[Claim, ...]:
        """Claims of one article or of all, in reading order or by check-worthiness (highest first).

        With `holding` only those in which one of these stands, of what `FIGURES` names. In reading order `after` is the
        claim that a page ended with, so that a large library can be had in pages.
        """
        chosen = self.library.resolve_article(article) if article is not None else None
        in_order = sort == "order"
        found = self.library.claims(
            chosen,
            status=status,
            speaker=speaker,
            query=query,
            after=after if in_order else None,
            limit=limit if in_order and not holding else None,
        )
        if holding:
            having = (claim for claim in found if not {*holding}.isdisjoint(figures_held(claim.text)))
            found = tuple(islice(having, limit if in_order else None))
        if in_order:
            return found
        return tuple(sorted(found, key=lambda claim: -claim.worth))[:limit]

    def claim(self, claim: str) -> Claim:
        """One claim."""
        return self.library.claim(self.library.resolve_claim(claim))

    def claim_or_article(self, id_: str) -> Claim | ArticleSummary:
        """The claim or the article that this id, or the beginning of it, names. Raises `NotFound` when it names
        neither, or one of each."""
        found: list[Claim | ArticleSummary] = []
        refusals: list[NotFound] = []
        for look in (self.claim, self.summary):
            try:
                found.append(look(id_))
            except NotFound as error:
                refusals.append(error)
        if len(found) > 1:
            raise NotFound(f"{id_} is the beginning of a claim's id and of an article's", "give more digits")
        if found:
            return found[0]
        for refusal in refusals:
            if refusal.meant:
                raise refusal
        hint = "4 digits or more; tuifact list and tuifact claims show the ids"
        raise NotFound(f"there is no claim and no article {id_}", hint)

    def claims_of(self, what: str) -> tuple[Claim, ...]:
        """The claims of an article, or one claim; raises `NotFound` for what is neither."""
        chosen = self.claim_or_article(what)
        return (chosen,) if isinstance(chosen, Claim) else self.library.claims(chosen.id)

    def tally(self) -> Tally:
        """How all claims of the library stand."""
        return Tally(**self.library.counts())

    def history(self, claim: str | None = None) -> tuple[Event, ...]:
        """Who changed what when, oldest first: of one claim, or of the library."""
        return self.library.history(self.library.resolve_claim(claim) if claim is not None else None)

    def changes(self, after: str | None = None) -> tuple[tuple[Event, ...], str]:
        """What happened after this mark, in this program or another, and the mark to ask with next time."""
        return self.library.changes(after)
