"""The room as a whole: its door is cheap, and the encoder it may use says what it lacks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tuifact.matching
from tuifact.matching import MatchingError, load_encoder


def test_every_public_name_is_there() -> None:
    assert all(hasattr(tuifact.matching, name) for name in tuifact.matching.__all__)
    with pytest.raises(AttributeError):
        tuifact.matching.nothing  # noqa: B018


def test_reading_a_feed_does_not_load_the_search_engine() -> None:
    program = "import sys, tuifact.matching as m; m.read_checks, m.CheckStore; print('tantivy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_an_encoder_without_its_files_names_them(tmp_path: Path) -> None:
    with pytest.raises(MatchingError, match=r"model\.onnx and no tokenizer\.json"):
        load_encoder(tmp_path)


def test_an_encoder_without_its_extra_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).write_text("")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MatchingError, match=r"tuifact\[encoder\]"):
        load_encoder(tmp_path)
