"""Adding: once each, in one transaction, and new versions find their verdicts again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_stock import article_of, every_sentence, opened, stocked, town

from tuifact.errors import NotFound
from tuifact.library import Library
from tuifact.model import Article, Claim


def test_the_same_original_twice_is_one_article(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        first = library.add(town(1), tags=["rain"])
        library.mark(library.claims()[0].id, "verified", by="ana")
        assert library.add(town(1), tags=["wind"]) == first
        assert len(library.articles()) == 1
        assert library.articles()[0].tags == ("rain", "wind")
        assert library.counts()["verified"] == 1


def test_add_many_says_what_became_of_each(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        added = library.add_many([town(1, "a.txt"), town(2, "b.txt"), town(1, "a.txt")])
        assert [one.outcome for one in added] == ["imported", "imported", "unchanged"]
        assert [one.claims for one in added] == [3, 3, 3]
        assert added[0].article == added[2].article
        assert library.add_many([]) == ()


def test_many_articles_are_there_in_their_order(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        ids = [one.article for one in library.add_many(map(town, range(30)))]
        assert [one.id for one in library.articles()] == ids[::-1]
        assert library.counts()["unverified"] == 90


def test_add_many_is_all_or_none(tmp_path: Path) -> None:
    def fail_at_the_second(article: Article) -> Iterator[Claim]:
        if "Corwick" in article.text:
            raise RuntimeError("no claims today")
        yield from every_sentence(article)

    with Library.open(tmp_path, find_claims=fail_at_the_second) as library:
        with pytest.raises(RuntimeError):
            library.add_many([town(1), town(2)])
        assert library.articles() == ()
    with opened(tmp_path) as library:
        assert library.articles() == ()
        assert library.counts()["unverified"] == 0


def test_the_same_sentence_twice_is_two_claims(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.add(article_of("It rained. It rained.", "It rained."))
        assert len({claim.id for claim in library.claims()}) == 3


def test_tags_come_and_go(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        one, other = (added.article for added in library.add_many([town(1), town(2)]))
        assert library.tag(one, ["rain", " rain ", "", "floods\n2021"]).tags == ("rain", "floods 2021")
        assert [found.id for found in library.articles(tag="rain")] == [one]
        assert library.set_tags(one, ["floods 2021", "floods 2021", ""]).tags == ("floods 2021",)
        assert library.articles(tag="rain") == ()
        assert library.summary(other).tags == ()
        with pytest.raises(NotFound):
            library.tag("0" * 12, ["rain"])


def test_a_dropped_article_is_out_of_sight_and_comes_back(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        one, other = (added.article for added in library.add_many([town(1), town(2)]))
        claim = library.claims(one)[0]
        library.mark(claim.id, "disputed", by="ana")
        library.drop(one)
        assert [found.id for found in library.articles()] == [other]
        assert [found.id for found in library.articles(dropped=True)] == [one]
        assert library.counts() == {"verified": 0, "disputed": 0, "unverified": 3}
        assert claim.id not in {found.id for found in library.claims()}
    with opened(tmp_path) as library:
        assert library.restore(one)[0].tally.disputed == 1
        assert library.counts() == {"verified": 0, "disputed": 1, "unverified": 5}
        assert library.articles(dropped=True) == ()


def test_a_dropped_article_stays_dropped_when_it_comes_again(tmp_path: Path) -> None:
    before = article_of("The mayor left. Rents fell by 3 percent.", source="news.txt")
    after = article_of("The mayor left. Rents fell by 4 percent.", source="news.txt")
    with opened(tmp_path) as library:
        one = library.add(before)
        library.drop(one)
        assert library.find_original(before.original) == one
        assert library.add(before) == one
        assert library.summary(one).dropped
        (revised,) = library.add_many([after])
        assert (revised.article, revised.outcome) == (one, "revised")
        assert library.articles() == ()
        (summary,) = library.restore(one)
        assert (summary.dropped, summary.versions) == (False, 2)
        assert [found.id for found in library.articles()] == [one]


def test_dropping_articles_is_one_decision_that_the_record_tells(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        one, other, kept = (added.article for added in library.add_many([town(1), town(2), town(3)]))
        library.drop(one, other, by="ana")
        assert [found.id for found in library.articles()] == [kept]
        undone = library.undo(by="ben")
        assert {(event.article, event.claim, event.action, event.by) for event in undone} == {
            (id_, "", "undone", "ben") for id_ in (one, other)
        }
        assert len(library.articles()) == 3
        assert {event.action for event in library.redo(by="ben")} == {"redone"}
        library.restore(one, by="ana")
        told = [event for event in library.history() if not event.claim]
        assert [event.action for event in told if event.article == one] == ["dropped", "undone", "redone", "restored"]
        assert told[0].about == f"dropped the article “{library.summary(told[0].article).title}”"
        assert not any(event.article == one for event in library.history(article=kept))
        with pytest.raises(NotFound):
            library.drop(kept, "0" * 12)
        assert not library.summary(kept).dropped


def test_a_new_version_keeps_verdicts_of_what_it_still_says(tmp_path: Path) -> None:
    before = article_of("The mayor left. The bridge has 12 arches. Rents fell by 3 percent.", source="news.txt")
    after = article_of("A new start. Rents fell by 3 percent.", "The bridge has 13 arches.", source="news.txt")
    with opened(tmp_path) as library:
        id_ = library.add(before)
        mayor, bridge, rents = library.claims(id_)
        library.mark_many([(mayor.id, "verified"), (bridge.id, "verified"), (rents.id, "disputed")], by="ana")
        (added,) = library.add_many([after])
        assert (added.article, added.outcome) == (id_, "revised")
        kept = library.claim(rents.id)
        assert (kept.text, kept.status, kept.text_changed, kept.start) == (rents.text, "disputed", False, 13)
        changed = library.claim(bridge.id)
        assert (changed.text, changed.status, changed.text_changed) == ("The bridge has 13 arches.", "verified", True)
        gone = library.claim(mayor.id)
        assert (gone.status, gone.text_changed, gone.start, gone.end) == ("verified", True, 0, 0)
        assert "A new start." in {claim.text for claim in library.claims(id_)}
        assert not library.mark(bridge.id, "verified", by="ana").text_changed
        assert library.article(id_).original == after.original


def test_going_back_to_an_earlier_version_is_a_revision_too(tmp_path: Path) -> None:
    one, other = article_of("It rained on 3 days.", source="a"), article_of("It rained on 4 days.", source="a")
    with opened(tmp_path) as library:
        outcomes = [library.add_many([version])[0].outcome for version in (one, other, one, one)]
        assert outcomes == ["imported", "revised", "revised", "unchanged"]
        assert library.article(library.articles()[0].id).text == "It rained on 3 days."


def test_what_comes_from_nowhere_is_no_new_version(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        added = library.add_many([town(1, "-"), town(2, "-"), town(3), town(4)])
        assert {one.outcome for one in added} == {"imported"}


def test_rows_of_a_corpus_are_articles_of_their_own(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        added = library.add_many([town(1, "talks.csv#2"), town(1, "talks.csv#3")])
        assert len({one.article for one in added}) == 2


def test_a_source_that_is_no_text_does_no_harm(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        id_ = library.add(town(1, source="caf\udce9.txt"))
        assert library.summary(id_).source == "caf\ufffd.txt"
        assert library.add_many([town(2, source="caf\udce9.txt")])[0].outcome == "revised"


def test_a_lost_file_comes_back_with_its_source(tmp_path: Path) -> None:
    ids = stocked(tmp_path, 1)
    with opened(tmp_path) as library:
        library.mark(ids[0], "verified", by="ana")
        for folder in ("articles", "originals"):
            for path in (tmp_path / folder).iterdir():
                path.unlink()
        id_ = library.add(town(0))
        assert library.article(id_).text == town(0).text
        assert library.claim(ids[0]).status == "verified"


def test_a_file_that_holds_another_text_altogether_is_another_article(tmp_path: Path) -> None:
    with Library.open(tmp_path, find_claims=every_sentence) as library:
        first = "The harbour bridge was closed for ten days in March because of the ice on the river."
        second = "Nobody had thought that wheat exports of the valley would fall by half within a single year."
        changed = first.replace("ten days", "twelve days")
        kept = library.add(article_of(first, source="/desk/paste.txt"))
        assert library.add(article_of(changed, source="/desk/paste.txt")) == kept
        assert library.add(article_of(second, source="/desk/paste.txt")) != kept
        assert len(library.articles()) == 2


def test_what_an_address_leads_to_is_what_was_published_there(tmp_path: Path) -> None:
    with Library.open(tmp_path, find_claims=every_sentence) as library:
        first = "The harbour bridge was closed for ten days in March because of the ice on the river."
        second = "Nobody had thought that wheat exports of the valley would fall by half within a single year."
        kept = library.add(article_of(first, source="https://coast.example/news"))
        assert library.add(article_of(second, source="https://coast.example/news")) == kept
