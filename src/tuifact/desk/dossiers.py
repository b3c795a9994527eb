"""Dossiers: everything that is known of an article and its check, gathered for a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tuifact.desk.filters import clean_original
from tuifact.desk.linting import Linting
from tuifact.desk.remembering import Remembering
from tuifact.errors import NotFound
from tuifact.model import Article, Claim, Dossier, EarlierCheck, Kind, Repair, Sentence


class Dossiers(Remembering, Linting):
    """What gathers articles with all that was found out about them."""

    def dossier(self, article: str) -> Dossier:
        """Everything a report on this article is made of."""
        from tuifact.claims import annotate

        chosen = self.library.resolve_article(article)
        text, claims = self.library.article(chosen), self.library.claims(chosen)
        sentences = annotate(text)
        return Dossier(
            summary=self.library.summary(chosen),
            article=replace(text, find_repairs=lambda: _repairs(text)),
            claims=claims,
            history=self.library.history(article=chosen),
            unchecked=_left_out(sentences, claims),
            findings=self.lint_claims(claims),
            questions=self.library.questions(article=chosen),
            earlier=self._elsewhere(claims),
            dismissals=self.library.dismissals(chosen),
            sentences=len(sentences),
        )

    def dossiers(self, articles: Sequence[str] = (), *, tags: Sequence[str] = ()) -> Iterator[Dossier]:
        """Those of several articles (all when none is named), each gathered when it is asked for.

        With `tags` only articles that have one of them. Raises `NotFound` for an unknown article, or when none is left.
        """
        return map(self.dossier, self.choose_articles(articles, tags=tags))

    def choose_articles(self, articles: Sequence[str] = (), *, tags: Sequence[str] = ()) -> tuple[str, ...]:
        """The ids of these articles, of all when none is named; with `tags` only of those that have one of them.

        Raises `NotFound` for an unknown article, or when none is left.
        """
        named = [self.library.resolve_article(article) for article in articles]
        shelf = self.library.articles()
        if not shelf:
            raise NotFound("the library holds no article yet", "tuifact import FILE")
        chosen = list(dict.fromkeys(named)) or [summary.id for summary in shelf]
        if tags:
            tagged = {summary.id for summary in shelf if not set(tags).isdisjoint(summary.tags)}
            chosen = [article for article in chosen if article in tagged]
            if not chosen:
                raise NotFound(f"no article has the tag {' or '.join(tags)}", "tuifact list shows the tags")
        return tuple(chosen)

    def _elsewhere(self, claims: Sequence[Claim]) -> dict[str, tuple[EarlierCheck, ...]]:
        """Earlier checks of these claims; what stands in the same article is none."""
        own = {claim.id for claim in claims}
        found = self.earlier([claim.id for claim in claims])
        near = {claim: tuple(check for check in checks if check.id not in own) for claim, checks in found.items()}
        return {claim: checks for claim, checks in near.items() if checks}


def _repairs(article: Article) -> tuple[Repair, ...]:
    """What cleaning did, found again: a library keeps the original and the result."""
    return clean_original(article.original).repairs


def _left_out(sentences: Iterable[Sentence], claims: Iterable[Claim]) -> tuple[Sentence, ...]:
    """Opinions and predictions nobody needs to check, which a report lists with the reason."""
    taken = {(claim.paragraph, claim.start) for claim in claims}
    return tuple(
        sentence
        for sentence in sentences
        if sentence.kind in (Kind.OPINION, Kind.PREDICTION) and (sentence.paragraph, sentence.start) not in taken
    )
