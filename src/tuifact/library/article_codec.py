"""Articles to documents and back: the text in its own file, what a shelf needs, what is kept of earlier versions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tuifact.library.store.documents import Document
from tuifact.model import Article, ArticleSummary, Given, Original, Paragraph, Post, Tally
from tuifact.model.plain import plain_line


def paragraph_document(paragraph: Paragraph) -> Document:
    """A paragraph as it stands in the article's file."""
    document: Document = {"text": paragraph.text, "kind": paragraph.kind, "span": paragraph.span}
    if paragraph.post:
        post = paragraph.post
        document["post"] = {
            "author": post.author,
            "handle": post.handle,
            "published": post.published and post.published.isoformat(),
            "links": post.links,
            "hashtags": post.hashtags,
        }
    return document


def paragraph_from(document: Document) -> Paragraph:
    """And back."""
    post = document.get("post")
    start, end = document["span"]
    return Paragraph(
        document["text"],
        document["kind"],
        post
        and Post(
            post["author"], post["handle"], _day(post["published"]), tuple(post["links"]), tuple(post["hashtags"])
        ),
        (start, end),
    )


def article_text(article: Article) -> Document:
    """What the article's own file holds of it: the same on every machine that cleaned the same bytes."""
    return {
        "id": article.id,
        "title": article.title,
        "byline": article.byline,
        "dateline": article.dateline,
        "published": article.published and article.published.isoformat(),
        "language": article.language,
        "sha256": article.original.sha256,
        "warnings": article.warnings,
        "paragraphs": [paragraph_document(paragraph) for paragraph in article.paragraphs],
    }


def article_from(text: Document, original: Original) -> Article:
    """The article of this file."""
    return Article(
        paragraphs=tuple(map(paragraph_from, text["paragraphs"])),
        title=text["title"],
        byline=text["byline"],
        dateline=text["dateline"],
        published=_day(text["published"]),
        language=text["language"],
        warnings=tuple(text["warnings"]),
        original=original,
        id=text["id"],
    )


def article_document(
    article: Article,
    *,
    added: str,
    tags: Iterable[str],
    file: str,
    versions: Iterable[str],
    earlier: Iterable[Document] = (),
) -> Document:
    """What the shelf needs of an article, where the rest is, the digests of all originals it had, and of earlier ones
    what `version_document` keeps."""
    original = article.original
    rest = {"url": plain_line(original.given.url), "earlier": list(earlier)}
    return {
        "id": article.id,
        "title": article.name,
        "byline": article.byline,
        "published": article.published and article.published.isoformat(),
        "language": article.language,
        "source": plain_line(original.source),
        "sha256": original.sha256,
        "received": original.received,
        "media_type": original.media_type,
        "encoding": original.encoding,
        "added": added,
        "tags": list(dict.fromkeys(tags)),
        "warnings": list(article.warnings),
        "file": file,
        "versions": list(dict.fromkeys(versions)),
        **validators_of(original),
        **{name: value for name, value in rest.items() if value and value != original.source},
    }


def validators_of(original: Original) -> Document:
    """What the server calls this version, where it says so: for asking it again."""
    given = original.given
    return {name: value for name, value in (("etag", given.etag), ("modified", given.modified)) if value}


def version_document(document: Document, replaced: str) -> Document:
    """What is kept of an article's version that is replaced at this time, from the article's document until then."""
    kept = {name: document.get(name, "") for name in ("file", "received", "media_type", "encoding", "archive")}
    return {"digest": document["versions"][-1], **{name: value for name, value in kept.items() if value}} | {
        "replaced": replaced
    }


def summary_from(document: Document, tally: tuple[int, int, int]) -> ArticleSummary:
    """What a shelf shows."""
    return ArticleSummary(
        id=document["id"],
        title=document["title"],
        byline=document["byline"],
        published=_day(document["published"]),
        language=document["language"],
        source=document["source"],
        sha256=document["sha256"],
        added=document["added"],
        tags=tuple(document["tags"]),
        tally=Tally(*tally),
        warnings=tuple(document["warnings"]),
        url=document.get("url", ""),
        received=document["received"],
        encoding=document["encoding"],
        archive=document.get("archive", ""),
        archived=document.get("archived", ""),
        versions=max(len(document["versions"]), len(document.get("earlier", ())) + 1),
        dropped=document.get("dropped", False),
    )


def original_from(document: Document, data: bytes) -> Original:
    """The original of this article, with its provenance."""
    given = Given(url=document.get("url", ""), etag=document.get("etag", ""), modified=document.get("modified", ""))
    return Original(data, document["source"], document["received"], document["media_type"], document["encoding"], given)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
