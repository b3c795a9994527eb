"""The index: what it finds, replaces, keeps on disk and survives."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuifact.matching import ClaimIndex, Relation

CLAIMS = [
    ("fire", "The fire in Ambly killed 5 people.\nDeaths in the Ambly fire"),
    ("horse", "A horse was elected mayor of Little Wick."),
    ("tap", "Tap water in the capital contains nitrate."),
]

MANY = [(f"claim-{number}", f"Clerk {number} of Vrbovec counted {number + 41} storks.") for number in range(1200)]


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A folder with an index of the three claims."""
    with ClaimIndex(tmp_path / "index") as index:
        index.extend(CLAIMS)
    return tmp_path / "index"


def test_the_same_claim_is_found_and_called_the_same() -> None:
    index = ClaimIndex()
    index.extend(CLAIMS)
    first = index.search("Is tap water in the capital full of nitrate? Tap water in the capital contains nitrate!")[0]
    assert (first.id, first.relation) == ("tap", Relation.SAME)
    assert first.why == "every word of it"
    assert first.text == CLAIMS[2][1]


def test_copies_of_a_claim_are_all_called_the_same() -> None:
    index = ClaimIndex()
    index.extend([*CLAIMS, *((f"copy-{number}", CLAIMS[2][1]) for number in range(15))])
    found = index.search(CLAIMS[2][1])
    assert [match.relation for match in found] == [Relation.SAME] * 5


def test_another_figure_is_found_and_explained() -> None:
    index = ClaimIndex()
    index.extend(CLAIMS)
    first = index.search("The fire in Ambly killed fifty people.")[0]
    assert (first.id, first.relation, first.why) == ("fire", Relation.DIFFERS, "number: 5 → fifty")


def test_further_lines_help_to_find_a_claim_and_are_no_part_of_it() -> None:
    index = ClaimIndex()
    index.add("one", "He took it.\nDid Mayor Brzak steal the village bell?")
    assert index.search("Mayor Brzak stole the village bell")[0].text == "He took it."


def test_an_id_added_again_is_replaced() -> None:
    index = ClaimIndex()
    index.extend(CLAIMS)
    index.add("tap", "Goats prefer blue barns.")
    assert len(index) == 3
    assert index.search("tap water nitrate capital") == []
    assert index.search("goats prefer blue barns")[0].id == "tap"


def test_a_claim_taken_out_is_gone_and_an_unknown_one_no_error() -> None:
    index = ClaimIndex()
    index.extend(CLAIMS)
    index.remove("tap")
    index.remove("never added")
    assert "tap" not in index
    assert "fire" in index
    assert len(index) == 2


def test_matches_come_best_first_within_the_limit() -> None:
    index = ClaimIndex()
    index.extend(MANY)
    found = index.search("Clerk 7 of Vrbovec counted 48 storks.", limit=3)
    scores = [match.score for match in found]
    assert found[0].id == "claim-7"
    assert len(found) == 3
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert index.search("Clerk 7 of Vrbovec", limit=0) == []


ODD = [
    "",
    " ",
    "🙂",
    '"',
    "AND OR NOT",
    "a:b (c",
    "text:* -x +y ~z^2",
    "[1 TO 5]",
    "\x00",
    "\ud800 fire",
    "é" * 300,
    " -" + " " * 90_000,
    "& " * 40_000,
    "@ " * 40_000,
]


@pytest.mark.parametrize("text", [*ODD, "word " * 5000], ids=range(len(ODD) + 1))
def test_odd_texts_are_searched_and_added_like_any(text: str, filled: Path) -> None:
    with ClaimIndex(filled) as index:
        index.search(text)
        index.add(text or "odd", text)
        assert len(index) == 4
        assert isinstance(index.search(text), list)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_added_and_searched(text: str) -> None:
    index = ClaimIndex()
    index.add("any", text)
    assert all(match.id == "any" for match in index.search(text))
    assert len(index) == 1


def test_a_reopened_index_answers_the_same(filled: Path) -> None:
    with ClaimIndex(filled) as index:
        before = index.search("fire in Ambly")
    with ClaimIndex(filled) as index:
        assert len(index) == 3
        assert index.search("fire in Ambly") == before
        assert index.trouble == ""


def test_what_waits_in_memory_and_what_is_kept_answer_as_one(tmp_path: Path) -> None:
    told: list[int] = []
    index = ClaimIndex(tmp_path)
    index.extend(MANY, told.append)
    index.add("late", "The organist of Motovun collects barometers.")
    index.add("claim-3", "Storks left Vrbovec for good.")
    assert told[-1] == len(MANY)
    assert len(index) == len(MANY) + 1
    before = [
        index.search(text) for text in ("organist of Motovun", "storks left Vrbovec", "clerk 9 counted 50 storks")
    ]
    index.close()
    with ClaimIndex(tmp_path) as again:
        assert len(again) == len(MANY) + 1
        after = [
            again.search(text) for text in ("organist of Motovun", "storks left Vrbovec", "clerk 9 counted 50 storks")
        ]
    assert [[match.id for match in found][:1] for found in after] == [["late"], ["claim-3"], ["claim-9"]]
    assert [found[0] for found in before] == [found[0] for found in after]


def test_a_kept_claim_can_be_taken_out(filled: Path) -> None:
    with ClaimIndex(filled) as index:
        index.remove("tap")
        assert len(index) == 2
        assert all(match.id != "tap" for match in index.search("tap water nitrate"))
    with ClaimIndex(filled) as index:
        assert len(index) == 2


def _largest(folder: Path) -> list[Path]:
    return sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)


def _halve(folder: Path) -> None:
    for path in _largest(folder):
        os.truncate(path, path.stat().st_size // 2)


def _overwrite(folder: Path) -> None:
    for path in _largest(folder):
        path.write_bytes(b"\xa5" * path.stat().st_size)


def _lose(folder: Path) -> None:
    _largest(folder)[-1].unlink()


def _age(folder: Path) -> None:
    note = folder / "current.json"
    note.write_text(json.dumps(json.loads(note.read_text()) | {"form": "0"}))


def _lead_away(folder: Path) -> None:
    note = folder / "current.json"
    note.write_text(json.dumps(json.loads(note.read_text()) | {"shelf": "../../elsewhere"}))


@pytest.mark.parametrize("hurt", [_halve, _overwrite, _lose, _age, _lead_away])
def test_a_damaged_or_outdated_folder_opens_empty_and_can_be_filled_again(hurt: object, filled: Path) -> None:
    assert callable(hurt)
    hurt(filled)
    with ClaimIndex(filled) as index:
        assert len(index) == 0
        index.extend(CLAIMS)
        assert index.search("fire in Ambly killed 5 people")[0].id == "fire"
    with ClaimIndex(filled) as index:
        assert len(index) == 3
    assert not (filled.parent.parent / "elsewhere").exists()


def test_a_folder_that_cannot_be_used_is_told_and_the_index_works_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with ClaimIndex(tmp_path / "file") as index:
        index.extend(CLAIMS)
        index.flush()
        assert "not kept on disk" in index.trouble
        assert index.search("fire in Ambly")[0].id == "fire"


def test_a_folder_that_can_no_more_be_written_is_still_read(filled: Path) -> None:
    index = ClaimIndex(filled)
    index.add("tap", "Goats prefer blue barns.")
    (filled / "lock").unlink()
    (filled / "lock").mkdir()
    index.extend(MANY)
    assert "not kept on disk" in index.trouble
    assert len(index) == len(CLAIMS) + len(MANY)
    assert index.search("fire in Ambly killed 5 people")[0].id == "fire"
    assert index.search("Clerk 9 of Vrbovec counted 50 storks.")[0].id == "claim-9"
    assert [match.text for match in index.search("goats prefer barns")] == ["Goats prefer blue barns."]
    assert index.search("tap water contains nitrate") == []
    index.remove("fire")
    assert "fire" not in index
    assert index.search("fire in Ambly") == []
    index.close()
    (filled / "lock").rmdir()
    with ClaimIndex(filled) as again:
        assert len(again) == len(CLAIMS)


def test_two_open_indexes_see_what_the_other_wrote(filled: Path) -> None:
    one, two = ClaimIndex(filled), ClaimIndex(filled)
    one.add("new", "The keeper of the Krapina lighthouse owns three accordions.")
    assert two.search("Krapina lighthouse accordions") == []
    one.flush()
    assert two.search("Krapina lighthouse accordions")[0].id == "new"
    two.add("newer", "The organist of Motovun collects barometers.")
    two.close()
    assert one.search("organist of Motovun")[0].id == "newer"
    assert len(one) == 5
    one.close()


WRITER = """
import sys
from collections.abc import Sequence
from pathlib import Path
from tuifact.matching import ClaimIndex
with ClaimIndex(Path(sys.argv[1])) as index:
    for number in range(3):
        index.add(f"{sys.argv[2]}-{number}", f"Clerk {number} of {sys.argv[2]} counted storks.")
        index.flush()
"""


def test_two_processes_can_write_at_the_same_time(filled: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(filled), name], stderr=subprocess.PIPE)
        for name in ("Vrbovec", "Motovun")
    ]
    assert [writer.communicate()[1] for writer in writers] == [b"", b""]
    with ClaimIndex(filled) as index:
        assert len(index) == len(CLAIMS) + 6


class Colours:
    """A tiny encoder: what a text says of three colours."""

    name = "colours"

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        """One number a colour, two names for each."""
        pairs = (("red", "crimson"), ("blue", "azure"), ("green", "lime"))
        return [[float(any(name in text for name in pair)) for pair in pairs] for text in texts]


def test_an_encoder_moves_the_match_in_meaning_up(tmp_path: Path) -> None:
    claims = [("blue", "The barn door of the old mill is azure."), ("red", "The barn door of the old mill is crimson.")]
    asked = "The barn door of the old mill is red."
    plain = ClaimIndex()
    plain.extend(claims)
    assert plain.search(asked)[0].id == "blue"
    with ClaimIndex(tmp_path, encoder=Colours()) as index:
        index.extend(claims)
        assert index.search(asked)[0].id == "red"
    with ClaimIndex(tmp_path, encoder=Colours()) as index:
        assert index.search(asked)[0].id == "red"
    with ClaimIndex(tmp_path) as index:
        assert len(index) == 0
