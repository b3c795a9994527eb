"""Articles at the door: with their claims and tags, and whether what is here already is all there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tuifact.encodings import text_codec
from tuifact.library.identity import digest
from tuifact.library.store.documents import Document
from tuifact.library.store.layout import Layout
from tuifact.model import Article, Claim, Original
from tuifact.model.plain import plain_line


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article at the door, with its claims, found before the library was locked."""

    article: Article
    digest: str
    claims: tuple[Claim, ...]

    @property
    def source(self) -> str:
        """Where it came from, as `article_codec.article_document` writes it."""
        return plain_line(self.article.original.source)


def meet(
    articles: Iterable[Article], is_known: Callable[[str], bool], find_claims: Callable[[Article], Iterable[Claim]]
) -> list[Arrival]:
    """The articles with their claims; those whose original is known are not searched."""
    met: set[str] = set()
    arrivals = []
    for article in articles:
        name = digest(article.original)
        arrivals.append(Arrival(article, name, () if name in met or is_known(name) else tuple(find_claims(article))))
        met.add(name)
    return arrivals


def plain_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept: one harmless line each, none empty, none twice."""
    return tuple(dict.fromkeys(filter(None, (plain_line(tag).strip() for tag in tags))))


def is_whole(layout: Layout, document: Document) -> bool:
    """Whether the files of the article's present version are there."""
    return layout.original_file(document["sha256"]).exists() and layout.article_file(document["file"]).exists()


def is_read_otherwise(document: Document, original: Original) -> bool:
    """Whether the bytes of an article are now read as another form of text, or in another encoding."""
    codecs = [text_codec(name) or name for name in (document["encoding"], original.encoding)]
    return original.media_type != document["media_type"] or codecs[0] != codecs[1]
