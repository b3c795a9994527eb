"""Standard input is one text named `-`."""

from __future__ import annotations

import io
import sys

import pytest

from tuifact.model import Original
from tuifact.sources import Refused, Terms, open_sources
from tuifact.sources.standard_input import StandardInput


def piped(data: bytes, limit: int = 100) -> Original | Exception:
    """What standard input gives when these bytes are piped in."""
    (found,) = StandardInput(Terms(limit, lambda: "2024-01-17T12:00:00Z"), io.BytesIO(data)).fetch("-")
    return found


def test_all_of_it_is_one_text() -> None:
    assert piped(b"one\n\ntwo") == Original(b"one\n\ntwo", "-", "2024-01-17T12:00:00Z", "text/plain")


def test_a_page_is_known_by_its_beginning() -> None:
    found = piped(b"\n<!doctype HTML><title>x</title>")
    assert isinstance(found, Original)
    assert found.media_type.partition(";")[0] == "text/html"


def test_the_limit_holds() -> None:
    found = piped(b"x" * 101)
    assert isinstance(found, Refused)
    assert found.message == "-: more than the 100 bytes a document may have"


def test_a_closed_stream_is_told() -> None:
    stream = io.BytesIO()
    stream.close()
    (found,) = StandardInput(Terms(), stream).fetch("-")
    assert isinstance(found, Refused)
    assert found.message == "-: standard input is closed"


def test_a_program_without_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (found,) = open_sources(["-"])
    assert isinstance(found, Refused)
    assert "closed" in found.message
