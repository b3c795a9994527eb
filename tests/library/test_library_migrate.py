"""Libraries of older versions: each schema there ever was is stored here, opens, and says what it said."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from library_stock import journal_of, opened

from tuifact.errors import LibraryError
from tuifact.library import examine
from tuifact.library.store.migrate import STEPS, TEXT, current_schema, migrate

STORED = Path(__file__).parent / "stored"
"""A library a schema, as that version left it: two articles, verdicts settled and not, one taken back."""


def stored(schema: int, tmp_path: Path) -> Path:
    """A copy of the library of this schema."""
    return Path(shutil.copytree(STORED / f"schema-{schema}", tmp_path / "library"))


def test_a_library_of_every_schema_is_stored_here() -> None:
    assert sorted(path.name for path in STORED.iterdir()) == [
        f"schema-{number}" for number in range(1, current_schema() + 1)
    ]


@pytest.mark.parametrize("schema", range(1, current_schema() + 1))
def test_a_stored_library_says_what_it_said(tmp_path: Path, schema: int) -> None:
    folder = stored(schema, tmp_path)
    with opened(folder) as library:
        claims = library.claims()
        assert [(claim.status.value, claim.by) for claim in claims] == [
            ("verified", "ana"),
            ("disputed", "ben"),
            ("unverified", ""),
            ("disputed", "ben"),
            ("unverified", ""),
        ]
        assert (claims[0].note, claims[0].internal_note, claims[0].rev) == ("town register", "called twice", 1)
        assert claims[2].speaker == "Ana Bell"
        assert len(library.claims(dropped=True)) == 1
        assert [one.source for one in library.articles(tag="figures")] == ["corwick.txt", "branford.txt"]
        assert len(library.history()) == 13
        for summary in library.articles():
            article = library.article(summary.id)
            assert article.original.data.decode() == article.text + "\n"
        library.mark(claims[4].id, "disputed", by="cid")
    assert examine(folder).is_sound


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> int:
    """A schema above the current one, in which the note is called a remark and articles have a desk."""

    def rename_note(table: str, document: dict[str, Any]) -> None:
        if table == "claims" and "note" in document:
            document["remark"] = document.pop("note")
        if table == "articles" and "title" in document:
            document["desk"] = "news"
        if table == TEXT:
            document["footer"] = ""

    monkeypatch.setitem(STEPS, current_schema(), rename_note)
    return current_schema()


def test_a_step_is_taken_in_all_that_is_old(tmp_path: Path, next_schema: int) -> None:
    folder = stored(next_schema - 1, tmp_path)
    with opened(folder) as library:
        # The note is not where this version looks for it: the step was taken in the settled claims.
        assert library.claims()[0].note == ""
        library.undo()
        library.tag(library.articles()[0].id, ["new"])
        before = library.claims()
    text = (folder / "claims.json").read_text()
    assert f'"schema":{next_schema}' in text
    assert '"remark":"town register"' in text
    assert '"note"' not in text
    assert text.count('"desk":"news"') == 2
    with opened(folder) as library:
        assert library.claims() == before
    assert examine(folder).is_sound


def test_journals_keep_what_they_say(tmp_path: Path, next_schema: int) -> None:
    folder = stored(next_schema - 1, tmp_path)
    old = {path: path.read_bytes() for path in (folder / "journal").iterdir()}
    with opened(folder) as library:
        library.mark(library.claims()[0].id, "disputed")
    assert all(path.read_bytes() == data for path, data in old.items())
    (written,) = [path for path in (folder / "journal").iterdir() if path not in old]
    assert f'"schema":{next_schema}'.encode() in written.read_bytes()


def test_what_a_newer_version_wrote_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = stored(current_schema(), tmp_path)
    with monkeypatch.context() as newer:
        newer.setitem(STEPS, current_schema(), lambda table, document: None)
        with opened(folder) as library:
            library.mark(library.claims()[0].id, "disputed")
    data = (folder / "claims.json").read_bytes()
    with pytest.raises(LibraryError, match="newer version") as caught:
        opened(folder)
    assert caught.value.hint == "update tuifact"
    assert (folder / "claims.json").read_bytes() == data


def test_a_newer_line_in_a_journal_is_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "library"
    with opened(folder):
        settled = (folder / "claims.json").read_bytes()
    with monkeypatch.context() as newer:
        newer.setitem(STEPS, current_schema(), lambda table, document: None)
        with opened(folder) as library:
            library.add_many([])
            from library_stock import town

            library.add(town(1))
    (folder / "claims.json").write_bytes(settled)
    with pytest.raises(LibraryError, match="newer version"):
        opened(folder)
    assert journal_of(folder).exists()


def test_steps_are_taken_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    first = current_schema()
    monkeypatch.setitem(STEPS, first, lambda table, document: document.update(value=document["value"] + 1))
    monkeypatch.setitem(STEPS, first + 1, lambda table, document: document.update(value=document["value"] * 10))
    document = {"value": 1}
    migrate("claims", document, first)
    assert document == {"value": 20}
    migrate("claims", document, current_schema())
    assert document == {"value": 20}
