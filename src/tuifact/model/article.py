"""An article as a person reads it, each paragraph tied to its place in the original."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tuifact.model.original import Original
from tuifact.model.verdict import Tally

ParagraphKind = Literal["prose", "heading", "quote", "post", "list"]
"""What a paragraph is, for the eye: running text, a title, a block quotation, an embedded post, a list item."""


@dataclass(frozen=True, slots=True)
class Post:
    """An embedded social post: who said it, under which handle, when."""

    author: str
    handle: str
    """With its `@`; empty when the post has none."""
    published: date | None = None
    links: tuple[str, ...] = ()
    """Addresses in the post, as written after repair (`pic.twitter.com/CV81OLf3mD`)."""
    hashtags: tuple[str, ...] = ()
    """With their `#`."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that cleaning made, so that every difference to the original can be shown and judged."""

    fix: str
    """The name of the fix, in words (`split number`)."""
    span: tuple[int, int]
    """(start, end) in characters of the decoded original."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the article."""

    text: str
    kind: ParagraphKind = "prose"
    post: Post | None = None
    """Set for each paragraph of an embedded post; paragraphs of one post follow each other and share it."""
    span: tuple[int, int] = (0, 0)
    """(start, end) in characters of the decoded original."""


def no_repairs() -> tuple[Repair, ...]:
    """Nothing was changed."""
    return ()


NAME_WORDS = 10
"""Words an article without a title goes by."""

NAME_LENGTH = 100
"""Characters they have at the most."""


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article. A title found in the text stays as its first paragraph, of kind `heading`."""

    paragraphs: tuple[Paragraph, ...] = ()
    title: str = ""
    """Empty when the text has none."""
    byline: str = ""
    dateline: str = ""
    """Where a newswire text says it was written (`HARBOUR CITY (Agency)`), as it stands in the text."""
    published: date | None = None
    language: str = ""
    """ISO 639-1 code; empty when unknown."""
    warnings: tuple[str, ...] = ()
    """What a reader should look at, one sentence each."""
    original: Original = field(default_factory=lambda: Original(b""), repr=False)
    find_repairs: Callable[[], tuple[Repair, ...]] = field(default=no_repairs, repr=False, compare=False)
    """Works out `repairs`; kept apart because few callers ask and finding them takes longer than cleaning."""
    id: str = ""
    """The library's id; empty before the article is in one."""

    @property
    def text(self) -> str:
        """The paragraphs joined by a blank line."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def name(self) -> str:
        """What it goes by: its title, else its first words, at most so many and so long; never empty.

        >>> Article(title="Ferry fares").name
        'Ferry fares'
        """
        if self.title:
            return self.title
        text = next((paragraph.text for paragraph in self.paragraphs if paragraph.text.strip()), "")
        words = text.split(None, NAME_WORDS)
        name = " ".join(words[:NAME_WORDS])
        if len(name) > NAME_LENGTH:
            # Not every script puts spaces between its words.
            return f"{name[:NAME_LENGTH].rstrip()} …"
        return f"{name} …" if len(words) > NAME_WORDS else name or "(untitled)"

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What cleaning changed, in the order of the original."""
        return self.find_repairs()


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a shelf shows of an article: everything but its text."""

    id: str
    title: str
    """Never empty: an article without a title goes by its first words."""
    byline: str
    published: date | None
    language: str
    source: str
    sha256: str
    """Of the original's bytes."""
    added: str
    """When it came into the library: ISO 8601, UTC, seconds."""
    tags: tuple[str, ...]
    tally: Tally
    warnings: tuple[str, ...] = ()
    url: str = ""
    """The address its source names for it; empty when that is the source itself, or none."""
    received: str = ""
    """When the present version was received: ISO 8601, UTC, seconds; empty when nobody said."""
    encoding: str = ""
    """How its bytes became characters (a Python codec name)."""
    archive: str = ""
    """Address of a copy of it in a web archive."""
    archived: str = ""
    """When that copy was made: ISO 8601, UTC, seconds; empty when the archive does not say."""
    versions: int = 1
    """How many texts it has had."""
    dropped: bool = False
    """Whether it was set aside, with its claims; nothing of it is erased."""

    @property
    def outlet(self) -> str:
        """Who brings it: its byline, else the site it is from, else the name of its file; empty when nobody knows.

        >>> ArticleSummary("1", "Fares", "", None, "en", "https://www.coast.example/17", "", "", (), Tally()).outlet
        'coast.example'
        """
        if self.byline or not self.address:
            return self.byline or self.source.replace("\\", "/").rstrip("/").rpartition("/")[2]
        host = self.address.partition("://")[2].partition("/")[0].rpartition("@")[2]
        return host.removeprefix("www.")

    @property
    def address(self) -> str:
        """Where it is on the web; empty when nowhere."""
        return next((one for one in (self.url, self.source) if one.startswith(("http://", "https://"))), "")
