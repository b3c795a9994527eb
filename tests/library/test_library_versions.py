"""Versions: every text an article had stays readable, and claims find their words again in the present one."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from library_stock import article_of, cloned, opened, town

from tuifact.errors import NotFound
from tuifact.library import Library
from tuifact.model import Article, Claim, Given, Original

FIRST = "The bridge has 12 arches. Rents fell by 3 percent."
SECOND = "The bridge has 13 arches. Rents fell by 3 percent."
THIRD = "The bridge has 13 arches."


def news(text: str, received: str = "", **given: str) -> Article:
    """A version of one page."""
    article = article_of(text, source="https://news.example/a")
    kept = Original(article.original.data, article.original.source, received, "text/html", "utf-8", Given(**given))  # type: ignore[arg-type]
    return replace(article, original=kept)


def finds_nothing(article: Article) -> tuple[Claim, ...]:
    """A finder that finds no claim."""
    return ()


def test_every_version_can_be_read_with_its_provenance(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        id_ = library.add(news(FIRST, "2024-01-01T00:00:00Z"))
        library.keep_archive(id_, "https://archive.example/1", "2024-01-01T10:00:00Z")
        library.add(news(SECOND, "2024-01-02T00:00:00Z"))
        library.add(news(THIRD, "2024-01-03T00:00:00Z"))
    with opened(cloned(tmp_path, "copy")) as library:
        versions = library.versions(id_)
        assert [(one.number, one.received[:10]) for one in versions] == [
            (1, "2024-01-01"),
            (2, "2024-01-02"),
            (3, "2024-01-03"),
        ]
        assert [one.archive for one in versions] == ["https://archive.example/1", "", ""]
        assert [bool(one.replaced) for one in versions] == [True, True, False]
        assert [library.version(id_, number).text for number in (1, 2, 3)] == [FIRST, SECOND, THIRD]
        assert library.version(id_, 1).original.data == FIRST.encode()
        assert library.summary(id_).versions == 3
        with pytest.raises(NotFound, match="has no version 4"):
            library.version(id_, 4)


def test_an_article_that_never_changed_has_one(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        id_ = library.add(town(1))
        (only,) = library.versions(id_)
        assert (only.number, only.replaced) == (1, "")
        assert library.version(id_, 1) == library.article(id_)


def test_going_back_and_forth_is_told_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        id_ = library.add(news(FIRST))
        for text in (SECOND, FIRST, SECOND):
            library.add(news(text))
        assert [library.version(id_, number).text for number in (1, 2, 3, 4)] == [FIRST, SECOND, FIRST, SECOND]


def test_what_a_new_version_touched_is_told(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        id_ = library.add(news(FIRST))
        bridge, rents = library.claims(id_)
        library.mark_many([(bridge.id, "verified"), (rents.id, "disputed")], by="ana")
        (added,) = library.add_many([news(SECOND)])
        assert (added.touched.changed, added.touched.vanished) == ((bridge.id,), ())
        assert library.claim(bridge.id).previous == "The bridge has 12 arches."
        (added,) = library.add_many([news(THIRD)])
        assert (added.touched.changed, added.touched.vanished) == ((), (rents.id,))
        gone = library.claim(rents.id)
        assert (gone.text, gone.status, gone.text_changed) == (rents.text, "disputed", True)


def test_the_words_of_the_verdict_are_kept_over_several_versions(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        id_ = library.add(news(FIRST))
        bridge = library.claims(id_)[0]
        library.mark(bridge.id, "verified", by="ana")
        for arches in (13, 14):
            library.add(news(FIRST.replace("12", str(arches))))
        assert library.claim(bridge.id).previous == "The bridge has 12 arches."
        library.add(news(FIRST))
        again = library.claim(bridge.id)
        assert (again.text, again.text_changed, again.previous) == (bridge.text, False, "")


def test_deciding_again_settles_that_the_words_changed(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        id_ = library.add(news(FIRST))
        bridge, rents = library.claims(id_)
        library.mark_many([(bridge.id, "verified"), (rents.id, "verified")], by="ana")
        library.add(news(SECOND.partition(" Rents")[0]))
        for claim in (bridge, rents):
            kept = library.mark(claim.id, "verified", by="ana")
            assert (kept.text_changed, kept.previous) == (False, "")
        library.add(news("The bridge has 13 arches. It is old."))
        assert not library.claim(rents.id).text_changed


def test_a_vanished_claim_comes_back_with_its_verdict(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        id_ = library.add(news(FIRST))
        rents = library.claims(id_)[1]
        library.mark(rents.id, "disputed", by="ana")
        library.add(news(THIRD))
        library.add(news(SECOND))
        back = library.claim(rents.id)
        assert (back.status, back.text_changed, back.end - back.start) == ("disputed", False, len(rents.text))


def test_a_claim_made_by_hand_is_found_again_without_the_finder(tmp_path: Path) -> None:
    before = article_of("It cost 5 million, he said.", "Later it cost 15 million.", source="a.txt")
    after = article_of("New lines.", "Later it cost 15 million.", "It cost 5 million, he said.", source="a.txt")
    with Library.open(tmp_path, find_claims=finds_nothing) as library:
        id_ = library.add(before)
        made = library.add_claim(id_, 0, 8, 17, speaker="Ann Bell", by="ana")
        assert made.text == "5 million"
        library.add(after)
        kept = library.claim(made.id)
        assert (kept.paragraph, kept.start, kept.text, kept.speaker) == (2, 8, "5 million", "Ann Bell")


def test_a_decided_claim_keeps_its_place_where_its_words_changed_and_the_finder_finds_none(tmp_path: Path) -> None:
    with Library.open(tmp_path, find_claims=finds_nothing) as library:
        id_ = library.add(news(FIRST))
        made = library.add_claim(id_, 0, 0, 25, by="ana")
        library.mark(made.id, "verified", by="ana")
        (added,) = library.add_many([news("Old. The bridge had 13 arches. Rents fell by 3 percent.")])
        assert added.touched.changed == (made.id,)
        moved = library.claim(made.id)
        assert (moved.text, moved.previous, moved.start) == ("The bridge had 13 arches.", made.text, 5)


def test_what_a_person_put_right_stays_right(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        id_ = library.add(news(FIRST))
        bridge = library.claims(id_)[0]
        library.edit_claim(bridge.id, speaker="Noor Hale", by="ana")
        library.add(news(SECOND))
        assert library.claim(bridge.id).speaker == "Noor Hale"


def test_the_page_is_not_replaced_by_what_a_feed_says_of_it(tmp_path: Path) -> None:
    page = news(FIRST)
    entry = article_of("Arches counted.", source="https://news.example/a")
    entry = replace(entry, original=replace(entry.original, media_type="application/rss+xml"))
    with opened(tmp_path) as library:
        outcomes = [library.add_many([one])[0].outcome for one in (entry, page, entry)]
        other = article_of("Arches counted again.", source="https://news.example/a")
        other = replace(other, original=replace(other.original, media_type="application/rss+xml"))
        assert [*outcomes, library.add_many([other])[0].outcome] == ["imported", "revised", "unchanged", "unchanged"]
        assert library.article(library.articles()[0].id).text == FIRST


def test_originals_that_change_nothing_are_known(tmp_path: Path) -> None:
    one, other = news(FIRST), news(SECOND)
    with opened(tmp_path) as library:
        assert library.find_original(one.original) is None
        id_ = library.add(one)
        assert library.find_original(one.original) == id_
        library.add(other)
        assert library.find_original(one.original) is None
        elsewhere = replace(one.original, source="b.txt")
        assert library.find_original(elsewhere) == id_
        library.drop(id_)
        assert library.find_original(other.original) == id_


def test_arrivals_are_told_once(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        first = library.add(town(1, "a.txt"))
        everything = library.arrivals("")
        assert everything.articles == (first,)
        library.tag(first, ["rain"])
        assert library.arrivals(everything.mark).articles == ()
        library.add_many([town(7, "a.txt"), town(2)])
        assert len(library.arrivals(everything.mark).articles) == 2
        assert library.arrivals(library.arrivals("").mark).articles == ()


def test_a_large_article_that_was_written_anew_is_compared_in_proportion(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def counted(*arguments: Any, **options: Any) -> SequenceMatcher[str]:  # noqa: ANN401 (whatever it is given)
        compared.append(arguments)
        return SequenceMatcher(*arguments, **options)

    monkeypatch.setattr("tuifact.library.likeness.SequenceMatcher", counted)
    before = [f"Town {n} had {n + 40} bridges in {1900 + n}." for n in range(150)]
    after = [f"Village {n * 7} lost {n + 9} mills in {1800 + n}." for n in range(150)]
    with opened(tmp_path) as library:
        id_ = library.add(article_of(*before, source="https://a.example/"))
        library.mark_many([(claim.id, "verified") for claim in library.claims(id_)], by="ana")
        (added,) = library.add_many([article_of(*after, source="https://a.example/")])
    assert len(added.touched.changed) + len(added.touched.vanished) == 150
    assert len(compared) < 150 * 30
