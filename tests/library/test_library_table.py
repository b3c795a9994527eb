"""TinyDB's documented operations behave on our table as TinyDB documents them; each test runs on both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from library_stock import opened, stocked
from tinydb import Query, TinyDB, where
from tinydb.operations import add, decrement, delete, increment, subtract
from tinydb.operations import set as set_
from tinydb.table import Document, Table

from tuifact.errors import LibraryError
from tuifact.library.store.layout import Layout
from tuifact.library.store.table import Tables

Reopen = Callable[[], Table]


@pytest.fixture(params=["tinydb", "ours"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Reopen]:
    """Gives the table `people`, of plain TinyDB or of ours, each time from a database opened anew."""
    bases: list[TinyDB] = []

    def make() -> Table:
        if bases:
            bases[-1].close()
        bases.append(TinyDB(tmp_path / "plain.json") if request.param == "tinydb" else Tables(Layout(tmp_path / "l")))
        return bases[-1].table("people")

    yield make
    bases[-1].close()


@pytest.fixture
def people(reopen: Reopen) -> Table:
    """Three documents with the ids 1, 2 and 3."""
    table = reopen()
    table.insert_multiple([{"name": "Ana", "age": 30}, {"name": "Ben", "age": 41}, {"name": "Cid", "age": 30}])
    return table


def names(documents: list[Document]) -> list[str]:
    return [document["name"] for document in documents]


def test_insert_gives_ids_that_count_up(reopen: Reopen) -> None:
    table = reopen()
    assert table.insert({"name": "Ana"}) == 1
    assert table.insert_multiple([{"name": "Ben"}, {"name": "Cid"}]) == [2, 3]
    assert table.insert({}) == 4
    table = reopen()
    assert table.insert({"name": "Eve"}) == 5
    assert len(table) == 5


def test_insert_takes_a_document_under_its_own_id(reopen: Reopen) -> None:
    table = reopen()
    assert table.insert(Document({"name": "Ana"}, doc_id=7)) == 7
    assert table.insert({"name": "Ben"}) == 8
    with pytest.raises(ValueError, match="already exists"):
        table.insert(Document({"name": "Cid"}, doc_id=7))
    assert table.insert_multiple([Document({"name": "Dan"}, doc_id=20)]) == [20]
    with pytest.raises(ValueError, match="not a Mapping"):
        table.insert([1, 2])  # type: ignore[arg-type]
    assert names(table.all()) == ["Ana", "Ben", "Dan"]


def test_insert_multiple_takes_any_iterable(reopen: Reopen) -> None:
    table = reopen()
    assert table.insert_multiple({"value": number} for number in range(3)) == [1, 2, 3]
    assert table.insert_multiple([]) == []


def test_search_get_contains_and_count(people: Table) -> None:
    person = Query()
    assert names(people.search(person.age == 30)) == ["Ana", "Cid"]
    assert names(people.search((person.age == 30) & ~(person.name == "Ana"))) == ["Cid"]
    assert names(people.search((where("name") == "Ben") | (where("age") < 31))) == ["Ana", "Ben", "Cid"]
    assert people.search(person.name.matches("[AB]"))[1].doc_id == 2
    assert people.search(person.address.city == "nowhere") == []
    assert people.count(person.age == 30) == 2
    assert people.contains(person.name == "Ben")
    assert not people.contains(person.name == "Zoe")
    assert people.contains(doc_id=3)
    assert not people.contains(doc_id=4)


def test_get_gives_one_document_or_none(people: Table) -> None:
    found = people.get(where("age") == 30)
    assert isinstance(found, Document)
    assert (found["name"], found.doc_id) == ("Ana", 1)
    assert people.get(doc_id=2) == {"name": "Ben", "age": 41}
    assert people.get(doc_id=9) is None
    assert people.get(where("age") == 99) is None
    several = people.get(doc_ids=[3, 1, 9])
    assert isinstance(several, list)
    assert sorted(names(several)) == ["Ana", "Cid"]


def test_a_document_found_is_a_copy(people: Table) -> None:
    found = people.all()[0]
    found["name"] = "changed"
    assert names(people.all())[0] == "Ana"


def test_iteration_and_length(people: Table, reopen: Reopen) -> None:
    assert [document.doc_id for document in people] == [1, 2, 3]
    assert len(people) == 3
    again = reopen()
    assert [(document.doc_id, document["name"]) for document in again] == [(1, "Ana"), (2, "Ben"), (3, "Cid")]


def test_update_fields_of_all_of_some_and_by_id(people: Table, reopen: Reopen) -> None:
    assert people.update({"seen": True}) == [1, 2, 3]
    assert people.update({"age": 31}, where("name") == "Ana") == [1]
    assert people.update({"age": 50, "town": "Corwick"}, doc_ids=[3]) == [3]
    assert people.update({"age": 1}, where("name") == "Zoe") == []
    assert reopen().all() == [
        {"name": "Ana", "age": 31, "seen": True},
        {"name": "Ben", "age": 41, "seen": True},
        {"name": "Cid", "age": 50, "seen": True, "town": "Corwick"},
    ]


def test_update_with_operations(people: Table) -> None:
    people.update(increment("age"), where("name") == "Ana")
    people.update(decrement("age"), doc_ids=[2])
    people.update(add("age", 5), doc_ids=[2])
    people.update(subtract("age", 1), doc_ids=[3])
    people.update(set_("town", "Eskholm"), doc_ids=[3])
    people.update(delete("name"), doc_ids=[1])
    assert people.all() == [{"age": 31}, {"name": "Ben", "age": 45}, {"name": "Cid", "age": 29, "town": "Eskholm"}]


def test_update_multiple(people: Table) -> None:
    changed = people.update_multiple(
        [({"town": "Aldermere"}, where("name") == "Ana"), (delete("age"), where("name") == "Ben")]
    )
    assert changed == [1, 2]
    assert people.get(doc_id=1) == {"name": "Ana", "age": 30, "town": "Aldermere"}
    assert people.get(doc_id=2) == {"name": "Ben"}


def test_upsert_updates_what_matches_or_inserts(people: Table) -> None:
    assert people.upsert({"name": "Ana", "age": 33}, where("name") == "Ana") == [1]
    assert people.upsert({"name": "Dan", "age": 20}, where("name") == "Dan") == [4]
    assert people.upsert(Document({"name": "Bea"}, doc_id=2)) == [2]
    assert people.upsert(Document({"name": "Eve"}, doc_id=12)) == [12]
    assert names(people.all()) == ["Ana", "Bea", "Cid", "Dan", "Eve"]
    assert people.get(doc_id=2) == {"name": "Bea", "age": 41}
    with pytest.raises(ValueError, match="query"):
        people.upsert({"name": "Zoe"})


def test_remove_and_truncate(people: Table, reopen: Reopen) -> None:
    assert people.remove(where("age") == 30) == [1, 3]
    assert names(people.all()) == ["Ben"]
    assert people.insert({"name": "Dan"}) == 4
    assert people.remove(doc_ids=[2]) == [2]
    with pytest.raises(RuntimeError):
        people.remove()
    table = reopen()
    assert names(table.all()) == ["Dan"]
    table.truncate()
    assert table.all() == []
    assert len(reopen()) == 0


def test_an_unknown_id_changes_nothing(people: Table) -> None:
    # TinyDB raised KeyError here before 4.9 and does nothing since.
    before = people.all()
    with suppress(KeyError):
        people.update({"age": 1}, doc_ids=[9])
    with suppress(KeyError):
        people.remove(doc_ids=[9])
    assert people.all() == before


def test_what_fails_half_way_changes_nothing_of_ours(tmp_path: Path) -> None:
    base = Tables(Layout(tmp_path))
    table = base.table("people")
    table.insert_multiple([{"n": 1}, {"n": 2}])

    def fail(document: Any) -> None:  # noqa: ANN401 (what TinyDB hands to an operation)
        document["n"] = 0
        if document["other"]:
            raise AssertionError

    with pytest.raises(KeyError):
        table.update(fail)
    assert table.all() == [{"n": 1}, {"n": 2}]
    base.close()
    base = Tables(Layout(tmp_path))
    assert base.table("people").all() == [{"n": 1}, {"n": 2}]
    base.close()


def test_tables_are_named_and_dropped(tmp_path: Path) -> None:
    base = Tables(Layout(tmp_path))
    base.table("people").insert({"name": "Ana"})
    base.table("towns").insert_multiple([{"name": "Corwick"}, {"name": "Eskholm"}])
    assert {"people", "towns"} <= base.tables()
    base.drop_table("people")
    assert "people" not in base.tables()
    assert len(base.table("towns")) == 2
    base.close()
    base = Tables(Layout(tmp_path))
    assert base.table("people").all() == []
    assert names(base.table("towns").all()) == ["Corwick", "Eskholm"]
    base.close()


def test_two_openings_never_give_the_same_id_and_see_each_other(tmp_path: Path) -> None:
    one, other = Tables(Layout(tmp_path)), Tables(Layout(tmp_path))
    here, there = one.table("people"), other.table("people")
    assert here.search(where("name") == "Ben") == []
    ids = [here.insert({"name": "Ana"}), there.insert({"name": "Ben"}), here.insert({"name": "Cid"})]
    assert ids == [1, 2, 3]
    assert here.search(where("name") == "Ben") == [{"name": "Ben"}]
    one.close()
    other.close()


def test_claims_are_documents_that_tinydb_queries(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        base = Tables(Layout(tmp_path))
        library.mark(ids[0], "verified", by="ana")
        claims = base.table("claims")
        assert [found["id"] for found in claims.search(where("status") == "verified")] == [ids[0]]
        claims.update({"status": "disputed"}, where("id") == ids[1])
        assert library.counts() == {"verified": 1, "disputed": 1, "unverified": 4}
        claims.remove(where("id") == ids[2])
        assert len(library.claims()) == 5
        base.close()


@pytest.mark.parametrize("status", ["maybe", "", 3, None])
def test_a_claim_gets_no_status_that_there_is_not(tmp_path: Path, status: object) -> None:
    ids = stocked(tmp_path)
    base = Tables(Layout(tmp_path))
    with pytest.raises(LibraryError, match="cannot be"):
        base.table("claims").update({"status": status}, where("id") == ids[0])
    base.close()
    with opened(tmp_path) as library:
        assert library.counts()["unverified"] == 6


def test_the_snapshot_opens_with_plain_tinydb(tmp_path: Path) -> None:
    ids = stocked(tmp_path)
    with opened(tmp_path) as library:
        library.mark(ids[0], "verified", by="ana")
        library.mark(ids[1], "disputed", by="ben")
        library.compact()
    data = (tmp_path / "claims.json").read_bytes()
    with TinyDB(tmp_path / "claims.json", access_mode="r") as base:
        claims = base.table("claims")
        assert [found["id"] for found in claims.search(where("status") == "disputed")] == [ids[1]]
        assert claims.count(where("status") == "unverified") == 4
        assert [found["id"] for found in claims] == ids
        assert len(base.table("articles")) == 2
    assert (tmp_path / "claims.json").read_bytes() == data
