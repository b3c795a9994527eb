"""Articles for the tests of the library, and a finder that takes every sentence for a claim."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from tuifact.library import Library
from tuifact.model import Anchor, Article, Claim, Dossier, Event, Original, Paragraph, Post

TOWNS = ("Aldermere", "Branford", "Corwick", "Dunstead", "Eskholm", "Fendale")


def article_of(*texts: str, source: str = "", title: str = "", data: bytes | None = None) -> Article:
    """An article of these paragraphs."""
    raw = "\n\n".join(texts).encode() if data is None else data
    return Article(tuple(map(Paragraph, texts)), title=title, original=Original(raw, source=source))


def town(number: int, source: str = "") -> Article:
    """An article of three claims in two paragraphs; no two numbers give the same."""
    name = f"{TOWNS[number % len(TOWNS)]} {number}"
    return article_of(
        f"{name} had {1000 + number} inhabitants. Its bridge was closed for {10 + number} days.",
        f"Rents in {name} rose by {number + 2} percent.",
        source=source,
        title=f"Figures for {name}",
    )


def rich_article() -> Article:
    """An article with everything that can be stored of one."""
    post = Post("Noor Hale", "@nhale", date(2021, 3, 4), ("pic.example/1",), ("#rain",))
    return Article(
        paragraphs=(
            Paragraph("Rain in Eskholm", "heading", None, (0, 15)),
            Paragraph("It rained for 40 days.", "post", post, (17, 39)),
            Paragraph("“We were dry,” the mayor said.", "quote", None, (41, 70)),
        ),
        title="Rain in Eskholm",
        byline="Ana Bell",
        dateline="ESKHOLM (Agency)",
        published=date(2021, 3, 5),
        language="en",
        warnings=("2 hidden characters",),
        original=Original(b"raw \xff bytes", "https://example.org/rain", "2021-03-06T10:00:00Z", "text/html", "cp1252"),
    )


def every_sentence(article: Article) -> Iterator[Claim]:
    """Each sentence of prose as a claim."""
    for number, paragraph in enumerate(article.paragraphs):
        start = 0
        for part in paragraph.text.split(". "):
            end = min(start + len(part) + 1, len(paragraph.text))
            text = paragraph.text
            anchor = Anchor(text[max(start - 32, 0) : start], text[end : end + 32])
            yield Claim(text[start:end], number, start, end, worth=0.5, reasons=("number",), anchor=anchor)
            start = end + 1


def opened(folder: Path) -> Library:
    """The library of this folder, with our finder."""
    return Library.open(folder, find_claims=every_sentence)


def stocked(folder: Path, articles: int = 2) -> list[str]:
    """Make a library of so many articles of three claims; the ids of the claims."""
    with opened(folder) as library:
        library.add_many(map(town, range(articles)))
        return [claim.id for claim in library.claims()]


def statuses(folder: Path) -> dict[str, str]:
    """How every claim stands, read by a library opened for that."""
    with opened(folder) as library:
        return {claim.id: claim.status.value for claim in library.claims()}


def cloned(folder: Path, name: str) -> Path:
    """A copy of the library beside it, as a sync folder or git would make it."""
    target = folder.with_name(name)
    shutil.copytree(folder, target, ignore=shutil.ignore_patterns(".lock", ".git"))
    return target


def bring_files(source: Path, target: Path) -> None:
    """What git or a sync folder does with the files of another copy that are only ever added or appended to."""
    for path in sorted(source.glob("*/*")):
        mine = target / path.relative_to(source)
        if path.parent.name in ("journal", "articles", "originals") and (
            not mine.exists() or mine.stat().st_size < path.stat().st_size
        ):
            shutil.copyfile(path, mine)


def journal_of(folder: Path) -> Path:
    """The only journal of a library."""
    (path,) = (folder / "journal").iterdir()
    return path


def flipped(data: bytes, at: int, bit: int = 0) -> bytes:
    """The bytes with one bit changed."""
    changed = bytearray(data)
    changed[at] ^= 1 << bit
    return bytes(changed)


def dossier_of(library: Library, article: str) -> Dossier:
    """All that a library knows of an article."""
    return Dossier(
        library.summary(article),
        library.article(article),
        library.claims(article),
        library.history(article=article),
        questions=library.questions(article=article),
        dismissals=library.dismissals(article),
    )


def words_of(events: Iterable[Event]) -> list[str]:
    """Events in short: `marked verified by ana`."""
    return [f"{event.action} {event.now} by {event.by}" for event in events]
