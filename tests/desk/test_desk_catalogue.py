"""The shelf as it is looked at in parts: the same articles as `Desk.articles`, in the orders and by the words asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuifact.desk import Catalogue, Desk
from tuifact.errors import LibraryError
from tuifact.library import Library
from tuifact.model import Article, ArticleSummary, Claim, Original, Paragraph, Tally

TITLES = ("Harbour fares rise", "Straße closed", "harbour opens", "Ägir’s bridge")
WORDS = st.text(st.sampled_from("harbour STRASSE ä#news.fares'☃"), max_size=12)


def piece(title: str, number: int) -> Article:
    """An article of two sentences, no two the same."""
    text = f"{title} cost {number} million. It took {number + 3} years."
    original = Original(text.encode(), source=f"https://paper{number}.example/{number}")
    return Article((Paragraph(text),), title=title, byline=("", "Ana Bell")[number % 2], original=original)


def sentences(article: Article) -> Iterator[Claim]:
    """The second sentence of those with an odd number of years, both of the others."""
    text = article.paragraphs[0].text
    cut = text.index(".") + 2
    yield Claim(text[cut:], 0, cut, len(text))
    if "1" in text:
        yield Claim(text[: cut - 1], 0, 0, cut - 1)


def stock(folder: Path) -> list[str]:
    """Fill a library; the ids of its articles, oldest first."""
    with Library.open(folder, find_claims=sentences) as library:
        ids = [library.add(piece(title, at), tags=("news", "Öre")[: at % 3]) for at, title in enumerate(TITLES)]
        library.mark(library.claims(ids[1])[0].id, "disputed", by="ana")
        return ids


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with four articles."""
    stock(tmp_path)
    with Desk(tmp_path) as opened:
        yield opened


def passing(articles: Sequence[ArticleSummary], words: str) -> list[str]:
    """The ids of the articles with these words, found the long way."""
    found = []
    for one in articles:
        text = "\n".join((one.title, one.byline, one.source, *one.tags)).casefold()
        tags = {tag.casefold() for tag in one.tags}
        wanted = words.casefold().split()
        if all(word[1:] in tags if word.startswith("#") else word in text for word in wanted):
            found.append(one.id)
    return found


def test_it_has_the_articles_of_the_shelf(desk: Desk) -> None:
    articles, rows = desk.articles(), desk.catalogue().rows()
    assert tuple(rows) == articles
    assert [rows[at] for at in range(len(rows))] == list(articles)
    assert rows[-1] == articles[-1]
    assert rows[1:3] == articles[1:3]
    assert rows.tally == desk.tally()
    assert [rows.place_of(one.id) for one in articles] == [0, 1, 2, 3]
    assert rows.place_of("000000000000") is None


@settings(max_examples=60, deadline=None)
@given(words=st.lists(WORDS, max_size=3).map(" ".join))
def test_a_filter_finds_what_looking_at_each_article_finds(
    tmp_path_factory: pytest.TempPathFactory, words: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "filtered"
    if not folder.exists():
        stock(folder)
    with Desk(folder) as desk:
        rows = desk.catalogue().rows(words)
        assert list(rows.ids) == passing(desk.articles(), words)
        assert rows.tally == Tally.sum(one.tally for one in rows)


@pytest.mark.parametrize("slices", [[1, 2], [4], [3, 5], [None]])
def test_words_may_be_learnt_in_slices(desk: Desk, slices: list[int | None]) -> None:
    shelf = desk.catalogue()
    known = [shelf.learn(count) for count in slices]
    assert known[-1] is (slices != [1, 2])
    assert list(shelf.rows("harbour").ids) == passing(desk.articles(), "harbour")


def test_the_orders_are_those_of_a_stable_sort(desk: Desk) -> None:
    articles, shelf = desk.articles(), desk.catalogue()
    rows = shelf.rows()
    assert tuple(shelf.by_title(rows)) == tuple(sorted(articles, key=lambda one: one.title.casefold()))
    assert tuple(shelf.by_open_claims(rows)) == tuple(sorted(articles, key=lambda one: -one.tally.unverified))
    assert tuple(shelf.by(lambda one: one.byline, rows)) == tuple(sorted(articles, key=lambda one: one.byline))
    assert shelf.tags() == {"news": 2, "Öre": 1}


def same(shelf: Catalogue, desk: Desk) -> bool:
    """Whether the shelf has what the library has, by number and by words."""
    articles = desk.articles()
    return tuple(shelf.rows()) == articles and list(shelf.rows("a").ids) == passing(articles, "a")


def test_it_sees_what_is_done_here_and_by_others(desk: Desk) -> None:
    shelf = desk.catalogue()
    shelf.learn()
    assert not shelf.look()
    first, last = shelf.ids[-1], shelf.ids[0]
    desk.library.mark(desk.claims(first)[0].id, "verified", by="ana")
    assert not shelf.look()  # a verdict moves no article …
    assert same(shelf, desk)  # … and is counted all the same
    desk.set_tags(last, ["later"])
    assert shelf.look()
    assert list(shelf.rows("#later").ids) == [last]
    with Library.open(desk.folder, find_claims=sentences) as other:
        came = other.add(piece("A late arrival", 9))
        other.drop(first)
    assert desk.catalogue() is shelf
    assert shelf.ids[0] == came
    assert first not in shelf.ids
    assert same(shelf, desk)
    desk.library.restore(first)
    desk.set_tags(last, [])
    assert same(desk.catalogue(), desk)
    assert not shelf.rows("#later").ids


def test_it_begins_anew_when_the_library_is_another(desk: Desk) -> None:
    shelf = desk.catalogue()
    shelf.learn()
    desk.close()
    with Library.open(desk.folder, find_claims=sentences) as other:
        other.add(piece("A late arrival", 9))
        other.compact()
    assert same(desk.catalogue(), desk)
    assert desk.catalogue() is not shelf


def test_a_row_is_made_of_what_was_read(desk: Desk) -> None:
    rows = desk.catalogue().rows()
    titles = [one.title for one in desk.articles()]
    (desk.folder / "claims.json").write_bytes(b"{")
    for journal in (desk.folder / "journal").iterdir():
        journal.write_bytes(b"{}\n")
    assert [row.title for row in rows] == titles
    with pytest.raises(LibraryError):
        desk.catalogue()


def test_an_article_that_is_gone_shows_nothing(desk: Desk) -> None:
    rows = desk.catalogue().rows()
    gone = type(rows)(desk.library, ["0123456789ab", *rows.ids])
    assert gone[0] == replace(gone[0], title="", source="", tally=Tally())
    assert gone[1] == rows[0]
    ordered = desk.catalogue().by(lambda one: one.title, gone)
    assert list(ordered.ids) == sorted(rows.ids, key=lambda id_: desk.summary(id_).title)
