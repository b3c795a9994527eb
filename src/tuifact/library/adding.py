"""Adding: articles come in with their claims, once each, and new versions of them find their verdicts again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from tuifact.library.arrival import is_whole, meet, plain_tags
from tuifact.library.article_codec import summary_from
from tuifact.library.intake import Added, Intake
from tuifact.library.session import Session, document_of, not_found, number_of
from tuifact.library.store.documents import Document
from tuifact.model import Article, ArticleSummary
from tuifact.model.plain import plain_line


class Adding(Session):
    """Taking articles in, tagging them, setting them aside."""

    def add(self, article: Article, *, tags: Iterable[str] = ()) -> str:
        """Add an article with its claims; its id. Raises `LibraryError` when it cannot be written."""
        return self.add_many([article], tags=tags)[0].article

    def add_many(
        self, articles: Iterable[Article], *, tags: Iterable[str] = (), reread: bool = False
    ) -> tuple[Added, ...]:
        """Add articles in one durable transaction, all or none.

        The same original twice is one article, and only gets the new tags; one that was dropped stays so, as its
        summary says. The same named source with other content becomes a new version of its article (see `revise.py`),
        and with `reread` so does the same content where it is read as another form or in another encoding.
        """
        labels = plain_tags(tags)
        arrivals = meet(articles, (lambda _: False) if reread else self._is_known, self._find_claims)
        with self._store.transaction("add") as draft, self._store.reading() as shelf:
            intake = Intake(self._layout, draft, shelf, labels, reread=reread)
            added = [intake.take(arrival) for arrival in arrivals]
            intake.write()
        with self._reading() as (shelf, _, _claims):
            return tuple(replace(one, claims=sum(shelf.tally(one.article))) for one in added)

    def _is_known(self, digest: str) -> bool:
        """Whether the original is that of an article whose files are all there."""
        with self._reading() as (shelf, articles, _):
            article = shelf.digests.get(digest)
            return article is not None and is_whole(self._layout, document_of(articles, article, "article"))

    def tag(self, article_id: str, tags: Iterable[str]) -> ArticleSummary:
        """Give an article these tags besides those it has. Raises `NotFound`."""
        return self.tag_many([article_id], tags)[0]

    def tag_many(self, article_ids: Iterable[str], tags: Iterable[str]) -> tuple[ArticleSummary, ...]:
        """Give several articles these tags besides those they have, in one transaction. Raises `NotFound`."""
        new = plain_tags(tags)

        def label(article: Document) -> None:
            article["tags"] = list(dict.fromkeys([*article["tags"], *new]))

        return self._change_articles("tag", article_ids, label)

    def set_tags(self, article_id: str, tags: Iterable[str]) -> ArticleSummary:
        """Give an article these tags and no others. Raises `NotFound`."""
        named = list(plain_tags(tags))
        return self._change_article("tag", article_id, lambda article: article.update(tags=named))

    def drop(self, *article_ids: str, by: str = "") -> tuple[ArticleSummary, ...]:
        """Set articles aside with their claims, all or none; nothing is erased, `restore` or an undo brings them back.

        Raises `NotFound`.
        """
        return self._change_articles("drop", article_ids, lambda article: article.update(dropped=True), by)

    def restore(self, *article_ids: str, by: str = "") -> tuple[ArticleSummary, ...]:
        """Bring dropped articles back with their claims and verdicts, all or none. Raises `NotFound`."""
        return self._change_articles("restore", article_ids, lambda article: article.pop("dropped", None), by)

    def keep_archive(self, article_id: str, address: str, taken: str) -> ArticleSummary:
        """Remember where a web archive has a copy of the article, and when it was made. Raises `NotFound`."""
        where = {"archive": plain_line(address), "archived": plain_line(taken)}
        return self._change_article("archive", article_id, lambda article: article.update(where))

    def _change_article(self, do: str, article_id: str, change: Callable[[Document], object]) -> ArticleSummary:
        return self._change_articles(do, [article_id], change)[0]

    def _change_articles(
        self, do: str, article_ids: Iterable[str], change: Callable[[Document], object], by: str = ""
    ) -> tuple[ArticleSummary, ...]:
        changed = []
        with self._store.transaction(do, by) as draft:
            for article_id in article_ids:
                article = draft.table("articles").get(number_of(article_id, "article"))
                if article is None:
                    raise not_found(article_id, "article")
                change(article)
                changed.append(article)
        return tuple(map(self._summary, changed))

    def _summary(self, article: Document) -> ArticleSummary:
        with self._reading() as (shelf, _, _claims):
            return summary_from(article, shelf.tally(article["id"]))
