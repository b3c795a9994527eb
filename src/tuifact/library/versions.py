"""Versions: every text an article had, with where and when it came from."""

from __future__ import annotations

from dataclasses import dataclass

from tuifact.errors import NotFound
from tuifact.library.arrival import is_whole
from tuifact.library.article_codec import article_from
from tuifact.library.identity import digest
from tuifact.library.reading import Reading
from tuifact.library.session import document_of
from tuifact.library.store.documents import Document
from tuifact.model import Article, Original, Version
from tuifact.model.plain import plain_line


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Articles that came or got another text, and the mark to ask with next time."""

    articles: tuple[str, ...]
    mark: str


class Versions(Reading):
    """What can be asked of an article's earlier texts."""

    def versions(self, article_id: str) -> tuple[Version, ...]:
        """Every version, the present one last. Raises `NotFound`."""
        with self._reading() as (_, articles, _claims):
            told = self._told_versions(document_of(articles, article_id, "article"))
        return tuple(
            Version(number, one["sha256"], one.get("received", ""), one.get("replaced", ""), one.get("archive", ""))
            for number, one in enumerate(told, 1)
        )

    def version(self, article_id: str, number: int) -> Article:
        """The article as it was. Raises `NotFound` for an unknown article or version, `LibraryError` when its file is
        damaged."""
        with self._reading() as (_, articles, _claims):
            document = document_of(articles, article_id, "article")
            told = self._told_versions(document)
            if not 1 <= number <= len(told):
                raise NotFound(f"article {article_id} has no version {number}", f"it has {len(told)}, from 1 on")
            then = document | {"received": "", "media_type": "text/plain", "encoding": ""} | told[number - 1]
            return article_from(self._store.article_text(then["file"]), self._original(then))

    def words(self, article_id: str) -> str:
        """The present text alone, paragraphs joined by a blank line; the original is not looked at. Raises as
        `version` does."""
        with self._reading():
            return "\n\n".join(self._paragraphs(article_id))

    def _told_versions(self, document: Document) -> list[Document]:
        """What is known of each version; of those before anything was kept about them, their bytes and text alone."""
        earlier = document.get("earlier", [])
        known = {one["digest"] for one in earlier}
        lost = [{"digest": name} for name in document["versions"][:-1] if name not in known]
        present = {"digest": document["versions"][-1]} | {
            name: document.get(name, "") for name in ("file", "received", "media_type", "encoding", "archive")
        }
        return [self._completed(document["id"], one) for one in [*lost, *earlier, present]]

    def _completed(self, article_id: str, told: Document) -> Document:
        sha = told["digest"][:64]
        named = f"{article_id}-{sha[:12]}"
        guessed = named if self._layout.article_file(named).exists() else article_id
        return {"file": guessed, "sha256": sha} | told

    def find_original(self, original: Original) -> str | None:
        """The article that has these bytes already and would stay as it is if they were added, dropped or not; None
        when adding them would do anything."""
        name = digest(original)
        with self._reading() as (shelf, articles, _):
            article = shelf.digests.get(name)
            if article is None:
                return None
            document = document_of(articles, article, "article")
            goes_back = document["versions"][-1] != name and document["source"] == plain_line(original.source)
            return None if goes_back or not is_whole(self._layout, document) else article

    def arrivals(self, after: str) -> Arrivals:
        """The articles that came, or got another text, after this mark; all there are when the mark is empty."""
        with self._reading() as (_, articles, _claims):
            mark = self._store.journals.position()
            if after == mark:
                return Arrivals((), mark)
            if not after:
                return Arrivals(tuple(document["id"] for document in articles.values()), mark)
            keys = [
                change.key
                for transaction in self._store.journals.since(after)
                for change in transaction.changes
                if change.table == "articles" and "file" in (change.now or {})
            ]
            return Arrivals(tuple(key for key in dict.fromkeys(keys) if str(int(key, 16)) in articles), mark)
