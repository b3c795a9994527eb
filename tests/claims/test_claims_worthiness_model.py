"""The trained weights: their file, what is done about a damaged one, and doing without."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tuifact.claims import model
from tuifact.claims.model import WEIGHTS, Model, own_model, read_model, unpacked
from tuifact.claims.ngrams import BITS, features
from tuifact.claims.words import read_words
from tuifact.claims.worthiness import worth
from tuifact.errors import TuifactError

CARD = Path(__file__).parents[2] / "docs" / "model-card.md"


def stored() -> bytes:
    """The weights as they travel."""
    return Path(WEIGHTS).read_bytes()


def test_the_weights_are_those_of_the_model_card_and_small() -> None:
    assert sha256(stored()).hexdigest() in CARD.read_text(encoding="utf-8")
    assert len(stored()) <= 200 * 1024


def test_the_model_card_names_the_data_its_licence_and_its_makers() -> None:
    card = CARD.read_text(encoding="utf-8")
    for part in ("10.5281/zenodo.3609356", "10.5281/zenodo.3836810", "Arslan", "Hassan", "Li", "Tremayne", "licence"):
        assert part in card


def test_weights_survive_packing() -> None:
    packed = Model(memoryview(bytes(range(256)) * (1 << BITS - 8)).cast("b"), 0.25).packed()
    again = unpacked(packed)
    assert (again.scale, again.weights[127], again.weights[128]) == (0.25, 127, -128)
    assert again.packed() == packed


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        stored()[:-1],
        stored() + b"\0",
        b"XXXX" + stored()[4:],
        stored()[:-1] + bytes([stored()[-1] ^ 1]),
        stored()[:8] + bytes([stored()[8] ^ 1]) + stored()[9:],
    ],
    ids=["empty", "cut", "longer", "another file", "a weight", "the scale"],
)
def test_damaged_weights_are_named_and_what_to_do(damaged: bytes, tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(damaged)
    with pytest.raises(TuifactError) as caught:
        read_model(str(path))
    assert "weights.bin" in caught.value.message
    assert "--rules-only" in caught.value.hint


def test_missing_weights_stop_the_model_but_not_the_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = str(tmp_path / "none.bin")
    with pytest.raises(TuifactError, match=r"none\.bin"):
        read_model(missing)
    own_model.cache_clear()
    monkeypatch.setattr(model.read_model, "__defaults__", (missing,))
    try:
        with pytest.raises(TuifactError):
            worth("The mayor resigned on Monday.")
        assert worth("The mayor resigned on Monday.", rules_only=True) > 0
    finally:
        own_model.cache_clear()


def test_features_stay_inside_the_weights_and_grow_with_the_sentence() -> None:
    groups = features(read_words("Rents rose 4.5% in 2015."), ["number", "year"])
    (whole, share), (parts, less), (together, _), (runs, value) = groups
    assert all(0 <= place < 1 << BITS for place in [*whole, *parts, *together, *runs])
    assert len(whole) == 2 * 6 + 1  # tokens, and pairs of them and the edges
    assert len(together) == len({*together}) == 3  # two reasons, and both together
    assert 0 < less < share < 1
    assert len(runs) == len({*runs})
    assert value == pytest.approx(len(runs) ** -0.5)


def test_runs_of_letters_do_not_tell_one_figure_from_another_or_a_word_said_twice() -> None:
    once, again, twice = (
        features(read_words(text), [])[3][0] for text in ("Rents rose 4.5%", "rents rose 7.8%", "rents rose rose 7.8%")
    )
    assert once == again == twice


def test_scoring_a_sentence_loads_neither_speakers_nor_dataclasses() -> None:
    code = (
        # What is loaded before (a measure of coverage loads much) is not the room's doing.
        "import sys; before = set(sys.modules); from tuifact.claims import worth; worth('Rents rose 4% in 2015.');"
        "heavy = {'dataclasses', 'typing', 'pathlib', 'tuifact.claims.find', 'tuifact.model'};"
        "print(*heavy & set(sys.modules) - before)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
