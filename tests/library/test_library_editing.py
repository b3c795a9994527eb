"""Claims by hand: each change is an event, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from library_stock import article_of, opened, stocked

from tuifact.errors import Conflict, LibraryError, NotFound
from tuifact.model import Action, Article, Kind

# The first paragraph of the first article: "Aldermere 0 had 1000 inhabitants. Its bridge was closed for 10 days."


def test_a_claim_is_added_at_its_place(tmp_path: Path) -> None:
    stocked(tmp_path)
    with opened(tmp_path) as library:
        article = library.articles()[-1].id
        claim = library.add_claim(article, 0, 11, 34, speaker="Ana Bell", kind=Kind.STATISTIC, by="ana")
        assert (claim.text, claim.start, claim.end) == ("had 1000 inhabitants.", 12, 33)
        assert (claim.speaker, claim.kind, claim.status, claim.rev) == ("Ana Bell", "statistic", "unverified", 0)
        assert claim.anchor.prefix.endswith("Aldermere 0 ")
        assert claim.anchor.suffix.startswith(" Its bridge")
        assert claim.reasons
        assert [one.id for one in library.claims(article)].index(claim.id) == 1
        assert library.counts(article)["unverified"] == 4
        (event,) = library.history(claim.id)
        assert (event.action, event.by) == (Action.ADDED, "ana")


def test_the_same_words_at_the_same_place_are_one_claim(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        found = library.claim(ids[0])
        library.mark(found.id, "verified", by="ana")
        again = library.add_claim(found.article, found.paragraph, found.start, found.end)
        assert (again.id, again.status) == (found.id, "verified")
        library.drop_claim(found.id)
        back = library.add_claim(found.article, found.paragraph, found.start, found.end)
        assert (back.id, back.status) == (found.id, "verified")
        assert library.claim(found.id) in library.claims()


@pytest.mark.parametrize("place", [(9, 0, 5), (-1, 0, 5), (0, 5, 5), (0, 7, 3), (0, -4, 5), (0, 0, 999), (0, 33, 34)])
def test_there_must_be_words_at_the_place(tmp_path: Path, place: tuple[int, int, int]) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        article = library.claim(ids[0]).article
        with pytest.raises(LibraryError, match="no words") as caught:
            library.add_claim(article, *place)
        assert "paragraphs" in caught.value.hint
        assert len(library.claims()) == 6
        with pytest.raises(NotFound):
            library.add_claim("0" * 12, 0, 0, 5)


def test_a_claim_is_given_another_place_and_speaker(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "verified", by="ana", note="register")
        edited = library.edit_claim(ids[0], start=12, speaker="Ana Bell", by="ben")
        assert (edited.text, edited.start, edited.speaker) == ("had 1000 inhabitants.", 12, "Ana Bell")
        assert (edited.id, edited.status, edited.note, edited.by) == (ids[0], "verified", "register", "ana")
        assert edited.text_changed
        assert library.edit_claim(ids[0], speaker="").speaker is None
        assert library.edit_claim(ids[0], kind=Kind.EVENT).kind == "event"
        assert [event.action for event in library.history(ids[0])][-1] == Action.EDITED


def test_an_edited_claim_is_undone_with_its_words(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        before = library.claim(ids[0])
        library.edit_claim(ids[0], start=12, speaker="Ana Bell")
        library.undo()
        after = library.claim(ids[0])
        assert (after.text, after.start, after.speaker, after.anchor) == (
            before.text,
            before.start,
            None,
            before.anchor,
        )
        assert not after.text_changed
        assert library.redo()[0].claim == ids[0]
        assert library.claim(ids[0]).speaker == "Ana Bell"


def test_editing_an_old_revision_is_a_conflict(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "verified", by="ana")
        with pytest.raises(Conflict):
            library.edit_claim(ids[0], start=4, rev=0)
        assert library.claim(ids[0]).start == 0


def test_a_claim_is_split_into_parts(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "verified", by="ana")
        one, two = library.split_claim(ids[0], [11], by="ben")
        assert (one.text, two.text) == ("Aldermere 0", "had 1000 inhabitants.")
        assert (two.start, two.end) == (12, 33)
        assert {one.status, two.status} == {"unverified"}
        assert [claim.id for claim in library.claims(dropped=True)] == [ids[0]]
        assert [claim.id for claim in library.claims()][:2] == [one.id, two.id]
        library.undo()
        assert [claim.id for claim in library.claims()] == ids
        assert library.claim(ids[0]).status == "verified"
        library.redo()
        assert [claim.id for claim in library.claims()][:2] == [one.id, two.id]


@pytest.mark.parametrize("at", [[], [0], [33], [-3], [400], [12, 400]])
def test_a_split_needs_a_place_inside(tmp_path: Path, at: list[int]) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        with pytest.raises(LibraryError) as caught:
            library.split_claim(ids[0], at)
        assert caught.value.hint
        assert [claim.id for claim in library.claims()] == ids


def test_claims_of_one_paragraph_are_merged(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        merged = library.merge_claims([ids[1], ids[0]], by="ana")
        assert merged.text == "Aldermere 0 had 1000 inhabitants. Its bridge was closed for 10 days."
        assert (merged.start, merged.end) == (0, len(merged.text))
        assert [claim.id for claim in library.claims()] == [merged.id, *ids[2:]]
        library.undo()
        assert [claim.id for claim in library.claims()] == ids


@pytest.mark.parametrize("chosen", [[0], [0, 0], [0, 2], [0, 3], []])
def test_only_claims_that_stand_together_are_merged(tmp_path: Path, chosen: list[int]) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        with pytest.raises(LibraryError) as caught:
            library.merge_claims([ids[number] for number in chosen])
        assert caught.value.hint
        assert [claim.id for claim in library.claims()] == ids


def test_a_dropped_claim_is_out_of_sight_and_comes_back(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "disputed", by="ana")
        library.drop_claim(ids[0], by="ben")
    with opened(tmp_path) as library:
        assert [claim.id for claim in library.claims()] == ids[1:]
        assert library.counts() == {"verified": 0, "disputed": 0, "unverified": 5}
        assert library.claim(ids[0]).id == ids[0]
        library.restore_claim(ids[0], by="ben")
        assert library.counts()["disputed"] == 1
        library.undo()
        assert library.counts()["disputed"] == 0
        actions = [event.action for event in library.history(ids[0])]
        assert actions == [Action.ADDED, Action.MARKED, Action.DROPPED, Action.RESTORED, Action.UNDONE]


def test_a_claim_that_lost_its_place_cannot_be_split(tmp_path: Path) -> None:
    from library_stock import article_of

    with opened(tmp_path) as library:
        library.add(article_of("The mayor left the town in 1999.", source="a"))
        claim = library.claims()[0]
        library.mark(claim.id, "verified")
        library.add(article_of("Nothing is left of what was said here before.", source="a"))
        with pytest.raises(LibraryError):
            library.split_claim(claim.id, [5])
        assert library.claim(claim.id).status == "verified"


@pytest.mark.parametrize("change", [str.upper, lambda id_: f"0x{id_}", lambda id_: f" {id_}"])
def test_an_id_is_written_in_one_way(tmp_path: Path, change: Callable[[str], str]) -> None:
    stocked(tmp_path)
    with opened(tmp_path) as library:
        article = next(one.id for one in library.articles() if change(one.id) != one.id)
        with pytest.raises(NotFound):
            library.add_claim(change(article), 0, 0, 9)
        assert len(library.claims()) == 6


def test_a_claim_comes_back_to_where_its_words_are_by_then(tmp_path: Path) -> None:
    def version(*texts: str) -> Article:
        return article_of(*texts, source="https://a.example/")

    with opened(tmp_path) as library:
        article = library.add(version("Rents fell by 3 percent.", "The bridge has 12 arches."))
        rents, bridge = (claim.id for claim in library.claims(article))
        library.drop_claim(rents)
        library.drop_claim(bridge)
        library.add(version("Nobody said so.", "The bridge has 12 arches.", "It is long."))
        moved = library.restore_claim(bridge)
        assert (moved.text, moved.paragraph, moved.start) == ("The bridge has 12 arches.", 1, 0)
        lost = library.restore_claim(rents)
        assert (lost.text, lost.start, lost.end) == ("Rents fell by 3 percent.", 0, 0)
        library.add(version("The bridge has 12 arches.", "Rents fell by 3 percent."))
        assert [claim.paragraph for claim in library.claims(article)] == [0, 1]
        for _ in range(4):
            library.undo()
        assert [(claim.id, claim.paragraph) for claim in library.claims(article)] == [(bridge, 0), (rents, 1)]


def test_words_that_are_others_by_now_are_no_claim(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        article = library.add(article_of("Rents fell by 3 percent. It rained.", source="https://a.example/"))
        rents, _ = (claim.id for claim in library.claims(article))
        with opened(tmp_path) as other:
            other.add(article_of("Nobody knows. Rents fell by 3 percent. It rained.", source="https://a.example/"))
        before = library.claims(article)
        with pytest.raises(Conflict, match="changed meanwhile"):
            library.add_claim(article, 0, 0, 10, seen="Rents fell")
        with pytest.raises(Conflict, match="changed meanwhile"):
            library.edit_claim(rents, start=0, end=10, seen="Rents fell")
        assert library.claims(article) == before
        assert library.add_claim(article, 0, 14, 24, seen="Rents fell").text == "Rents fell"


def test_a_claim_without_a_place_is_merged_with_none(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        article = library.add(article_of("Rents fell by 3 percent. It rained.", source="https://a.example/"))
        rents, rain = (claim.id for claim in library.claims(article))
        library.mark(rents, "verified")
        library.add(article_of("All is well. It rained.", source="https://a.example/", title="New"))
        with pytest.raises(LibraryError, match="can be merged"):
            library.merge_claims([rents, rain])
