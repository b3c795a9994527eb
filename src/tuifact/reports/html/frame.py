"""Where an article stands in the page: how deep its headings are, and what its parts are called."""

from __future__ import annotations

from dataclasses import dataclass

from tuifact.reports.content.article import ArticleContent


@dataclass(frozen=True, slots=True)
class Frame:
    """One article of the page."""

    content: ArticleContent

    @property
    def alone(self) -> bool:
        """Whether the page is on this article only."""
        return not self.content.number

    @property
    def level(self) -> int:
        """Of the heading that is its title."""
        return 1 if self.alone else 2

    @property
    def language(self) -> str | None:
        """Of the article's own words; None when nobody knows."""
        known = self.content.summary.language
        return known if known.isascii() and known.isalpha() else None

    def id(self, name: str) -> str:
        """An id that no other article of the page has."""
        return name if self.alone else f"article-{self.content.number}-{name}"

    def source_id(self, number: int) -> str:
        """The id of a source in the list at the end."""
        return self.id(f"source-{number}")
