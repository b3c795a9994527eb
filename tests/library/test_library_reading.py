"""What can be asked of a library: articles, claims, counts, ids."""

from __future__ import annotations

from pathlib import Path

import pytest
from library_stock import article_of, every_sentence, opened, rich_article, stocked, town

from tuifact.errors import LibraryError, NotFound
from tuifact.library import Library
from tuifact.model import Status


def test_a_missing_folder_becomes_an_empty_library(tmp_path: Path) -> None:
    with opened(tmp_path / "new" / "library") as library:
        assert library.articles() == ()
        assert library.claims() == ()
        assert library.counts() == {"verified": 0, "disputed": 0, "unverified": 0}
        assert not library.read_only


def test_an_empty_library_survives_a_journey_that_drops_empty_folders(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    for path in tmp_path.iterdir():
        if path.is_dir():
            path.rmdir()
    with opened(tmp_path) as library:
        library.add(town(1))
        assert len(library.claims()) == 3


def test_everything_of_an_article_comes_back(tmp_path: Path) -> None:
    article = rich_article()
    with opened(tmp_path) as library:
        id_ = library.add(article)
    with opened(tmp_path) as library:
        found = library.article(id_)
        assert found.paragraphs == article.paragraphs
        assert (found.title, found.byline, found.dateline) == (article.title, article.byline, article.dateline)
        assert (found.published, found.language, found.warnings) == (article.published, "en", article.warnings)
        assert found.original == article.original == library.original(id_)
        assert found.id == id_


@pytest.mark.parametrize("words", ['},"claims":[{"id":"x"}]', r'\","claims":[', "]", '"schema":9}', ""])
def test_a_text_that_looks_like_the_file_it_is_kept_in_comes_back(tmp_path: Path, words: str) -> None:
    article = article_of(f"The council wrote {words} in 2021.", f"It had {words}")
    with opened(tmp_path) as library:
        id_ = library.add(article)
        claims = library.claims(id_)
    with opened(tmp_path) as library:
        assert library.article(id_).paragraphs == article.paragraphs
        assert library.claims(id_) == claims


def test_a_text_without_claims_comes_back(tmp_path: Path) -> None:
    article = article_of("Nothing here can be checked.")
    with Library.open(tmp_path, find_claims=lambda _: ()) as library:
        id_ = library.add(article)
        assert library.article(id_).paragraphs == article.paragraphs
        assert library.claims(id_) == ()


def test_everything_of_a_claim_comes_back(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        id_ = library.add(town(1))
        wanted = list(every_sentence(town(1)))
    with opened(tmp_path) as library:
        found = library.claims(id_)
    assert [claim.text for claim in found] == [claim.text for claim in wanted]
    assert [(claim.paragraph, claim.start, claim.end) for claim in found] == [
        (claim.paragraph, claim.start, claim.end) for claim in wanted
    ]
    assert [claim.anchor for claim in found] == [claim.anchor for claim in wanted]
    assert {(claim.article, claim.rev, claim.status) for claim in found} == {(id_, 0, Status.UNVERIFIED)}


def test_an_article_without_a_title_goes_by_its_first_words(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.add(article_of("One two three four five six seven eight nine ten eleven."))
        assert library.articles()[0].title == "One two three four five six seven eight nine ten …"


def test_a_name_made_of_first_words_is_short_in_every_script(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.add(article_of("港口去年处理了九百万吨货物" * 40))
        assert library.articles()[0].title == ("港口去年处理了九百万吨货物" * 40)[:100] + " …"


def test_claims_are_found_without_a_finder_being_named(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.add(article_of("Unemployment in Branford fell to 4.1 percent in 2019, the ministry said."))
        assert library.counts()["unverified"] == 1


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "verified", by="ana")
        library.mark(ids[4], "disputed", by="ben")
        library.edit_claim(ids[2], speaker="Mayor Bell")
    return tmp_path


def test_claims_are_filtered_by_every_condition(filled: Path) -> None:
    with opened(filled) as library:
        everything = library.claims()
        first, second = library.articles()[::-1]
        assert [claim.article for claim in everything] == [first.id] * 3 + [second.id] * 3
        assert library.claims(second.id) == everything[3:]
        assert library.claims(status="disputed") == (everything[4],)
        assert library.claims(status=Status.VERIFIED) == (everything[0],)
        assert library.claims(query="BRIDGE") == (everything[1], everything[4])
        assert library.claims(speaker="bell") == (everything[2],)
        assert library.claims(status="disputed", query="bridge", article=first.id) == ()
        assert library.claims(since=everything[0].at) == (everything[0], everything[4])
        assert library.claims(since="9999") == ()
        assert library.claims(contested=True) == library.claims(dropped=True) == ()


def test_pages_follow_each_other(filled: Path) -> None:
    with opened(filled) as library:
        everything = library.claims()
        page = library.claims(limit=4)
        assert page == everything[:4]
        assert library.claims(after=page[-1].id, limit=4) == everything[4:]
        assert library.claims(after=everything[-1].id) == ()


@pytest.mark.parametrize("query", ["straße", "STRASSE", "İstanbul", 'say "hi"', "back\\slash", "ﬁne"])
def test_a_query_finds_what_folds_to_the_same(tmp_path: Path, query: str) -> None:
    with opened(tmp_path) as library:
        library.add(article_of(f"They {query} there in 1990."))
        library.add(article_of("Nothing of the kind in 1991."))
        assert len(library.claims(query=query)) == 1
        assert len(library.claims(query=query.casefold())) == 1


def test_an_unknown_status_is_refused_in_words(filled: Path) -> None:
    with opened(filled) as library, pytest.raises(ValueError, match="verified, disputed, unverified"):
        library.claims(status="maybe")


def test_counts_are_of_all_or_of_one_article(filled: Path) -> None:
    with opened(filled) as library:
        assert library.counts() == {"verified": 1, "disputed": 1, "unverified": 4}
        newest = library.articles()[0]
        assert library.counts(newest.id) == {"verified": 0, "disputed": 1, "unverified": 2}
        assert (newest.tally.disputed, newest.tally.unverified) == (1, 2)


def test_articles_are_found_by_title_source_and_claims(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.add(town(0, source="corwick.txt"))
        library.add(town(1, source="second.txt"))
        assert [one.source for one in library.articles()] == ["second.txt", "corwick.txt"]
        assert [one.source for one in library.articles(query="CORWICK.txt")] == ["corwick.txt"]
        assert [one.source for one in library.articles(query="1001 inhab")] == ["second.txt"]
        assert library.articles(query="nowhere") == ()


def test_ids_are_found_by_their_first_digits(filled: Path) -> None:
    with opened(filled) as library:
        claim = library.claims()[0]
        assert library.resolve_claim(claim.id[:4]) == claim.id
        assert library.resolve_claim(claim.id.upper()) == claim.id
        assert library.resolve_article(claim.article[:6]) == claim.article


@pytest.mark.parametrize("prefix", ["", "abc", "zzzz", "ffffffffffff", "0123456789abc", "٣٣٣٣"])
def test_what_names_nothing_is_not_found(filled: Path, prefix: str) -> None:
    with opened(filled) as library:
        for resolve in (library.resolve_claim, library.resolve_article):
            with pytest.raises(NotFound):
                resolve(prefix)


@pytest.mark.parametrize("id_", ["", "000000000000", "not hex", "-1"])
def test_an_unknown_id_is_not_found_anywhere(filled: Path, id_: str) -> None:
    with opened(filled) as library:
        for ask in (library.claim, library.article, library.summary, library.original, library.history):
            with pytest.raises(NotFound) as caught:
                ask(id_)
            assert caught.value.hint
        with pytest.raises(NotFound):
            library.mark(id_, "verified")


def test_a_closed_library_says_so(filled: Path) -> None:
    library = opened(filled)
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        library.claims()
    with pytest.raises(LibraryError):
        library.mark("0" * 12, "verified")
