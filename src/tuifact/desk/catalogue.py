"""The shelf of a library as a sequence that is worked out where somebody looks: a hundred thousand articles open at
once, and take a tenth of the memory that so many objects would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from tuifact.model import ArticleSummary, Tally

if TYPE_CHECKING:
    from tuifact.library import Library

KEPT = 400
"""Articles that are kept as they were made: some screens of them."""

_PART = 10_000
"""Articles asked for at once."""

_BEFORE_TAGS = 3
"""Lines before the tags in what `Library.shelf_words` gives."""


class Rows(Sequence[ArticleSummary]):
    """Some articles in some order, each made when it is looked at."""

    def __init__(self, library: Library, ids: Sequence[str]) -> None:
        self._library = library
        self.ids = ids
        """Their ids."""
        self._made: dict[str, ArticleSummary] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, number: int) -> ArticleSummary: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[ArticleSummary, ...]: ...
    def __getitem__(self, number: int | slice) -> ArticleSummary | tuple[ArticleSummary, ...]:
        if isinstance(number, slice):
            return tuple(self._library.summaries(self.ids[number]))
        id_ = self.ids[number]
        if id_ not in self._made:
            if len(self._made) >= KEPT:
                self._made.clear()
            self._made[id_] = next(iter(self._library.summaries([id_])), _gone(id_))
        return self._made[id_]

    def __iter__(self) -> Iterator[ArticleSummary]:
        return iter(self._library.summaries(self.ids))

    def place_of(self, article: str) -> int | None:
        """Where the article of this id stands, from 0; None when it is not among them."""
        return self.ids.index(article) if article in self.ids else None

    @property
    def tally(self) -> Tally:
        """How their claims stand together."""
        return Tally(**self._library.tally_of(self.ids))


class Catalogue:
    """All articles of a library, newest first, and the words they are found by."""

    def __init__(self, library: Library) -> None:
        """Knows nothing until `look` is called."""
        self.library = library
        self.ids: tuple[str, ...] = ()
        """The ids of all articles, newest first."""
        self._mark = ""
        self._words: dict[str, str] = {}
        self._unknown: list[str] = []

    def look(self) -> bool:
        """See what was done to the shelf; whether articles came, went or were changed. Raises `LibraryError`."""
        news = self.library.shelf_news(self._mark)
        self._mark = news.mark
        if news.changed is not None and not news.changed:
            return False
        self.ids = news.articles
        stale = self._words.keys() if news.changed is None else news.changed
        self._words = {id_: words for id_, words in self._words.items() if id_ not in stale}
        self._unknown = [id_ for id_ in reversed(self.ids) if id_ not in self._words]
        return True

    def learn(self, articles: int | None = None) -> bool:
        """Get to know the words of so many more articles, or of all; whether all are known now.

        A filter needs them, and whoever has time can do this before one is asked for.
        """
        count = len(self._unknown) if articles is None else articles
        while count > 0 and self._unknown:
            part = self._unknown[-min(count, _PART) :]
            del self._unknown[-len(part) :]
            self._words.update(zip(part, self.library.shelf_words(part), strict=True))
            count -= len(part)
        return not self._unknown

    def rows(self, words: str = "") -> Rows:
        """The articles that have every one of these words, whatever their case, and every tag (`#harbour`)."""
        wanted = words.casefold().split()
        tags = {word[1:] for word in wanted if word.startswith("#")}
        ids: Sequence[str] = self.ids
        if wanted:
            self.learn()
        for word in wanted:
            if not word.startswith("#"):
                ids = [id_ for id_ in ids if word in self._words[id_]]
        if tags:
            ids = [id_ for id_ in ids if tags.issubset(self._tags(id_))]
        return Rows(self.library, ids)

    def by_title(self, rows: Rows) -> Rows:
        """The same articles by their titles."""
        self.learn()
        return Rows(self.library, sorted(rows.ids, key=lambda id_: self._words[id_].partition("\n")[0]))

    def by_open_claims(self, rows: Rows) -> Rows:
        """The same articles, those with most to check first."""
        left = dict(zip(rows.ids, self.library.tallies(rows.ids), strict=True))
        return Rows(self.library, sorted(rows.ids, key=lambda id_: -left[id_][2]))

    def by(self, key: Callable[[ArticleSummary], Any], rows: Rows) -> Rows:
        """The same articles by something else; each is made for that."""
        keys = {article.id: key(article) for article in rows}
        return Rows(self.library, sorted(filter(keys.__contains__, rows.ids), key=keys.__getitem__))

    def tags(self) -> Counter[str]:
        """How many articles have each tag."""
        self.learn()
        tagged = [id_ for id_ in self.ids if self._tags(id_)]
        return Counter(tag for summary in self.library.summaries(tagged) for tag in summary.tags)

    def _tags(self, article: str) -> list[str]:
        return self._words[article].split("\n")[_BEFORE_TAGS:]


def _gone(article: str) -> ArticleSummary:
    return ArticleSummary(article, "", "", None, "", "", "", "", (), Tally())
