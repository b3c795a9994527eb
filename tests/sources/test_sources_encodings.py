"""Encodings: the same rules for every kind of source, and none that turns ASCII into something else."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from receiving import good, receive, unfolded, words, written

from tuifact import encodings
from tuifact.encodings import guess, mark_of, text_codec
from tuifact.model import Original

RUSSIAN = "В марте 2021 года паром перевёз 4711 пассажиров, сообщил порт."
CZECH = "Přístav převezl v březnu 2021 přes 4 711 lidí, řekl úřad."
FRENCH = "Le port a transporté 4 711 personnes en mars 2021, déclare l’autorité."


def test_the_examples() -> None:
    assert doctest.testmod(encodings).failed == 0


@pytest.mark.parametrize(
    "name", ["utf-7", "UTF7", "idna", "punycode", "unicode_escape", "rot13", "hex", "", None, "x\0"]
)
def test_dangerous_and_unknown_names_are_none(name: str | None) -> None:
    assert text_codec(name) is None


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [(FRENCH, "cp1252", "cp1252"), (RUSSIAN, "cp1251", "cp1251"), (RUSSIAN, "koi8-r", "koi8_r")],
)
def test_what_is_likely(text: str, encoding: str, expected: str) -> None:
    assert (text * 3).encode(encoding).decode(guess((text * 3).encode(encoding))) == text * 3
    assert guess((text * 3).encode(encoding)) == expected


def test_a_stray_byte_leaves_utf_8() -> None:
    assert guess((CZECH * 5).encode() + b"\xff") == "utf-8"


@given(st.binary(max_size=200))
def test_any_bytes_have_an_encoding(data: bytes) -> None:
    codec = mark_of(data) or guess(data)
    assert isinstance(data.decode(codec, "replace"), str)
    assert text_codec(codec) is not None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252", "cp1251"])
def test_a_table_is_read_in_any_of_them_and_again_from_its_rows(tmp_path: Path, encoding: str) -> None:
    text = RUSSIAN if encoding == "cp1251" else FRENCH
    table = f"title;text\nOne;{text}\nTwo;{text}\n".encode(encoding)
    _, second = receive(written(tmp_path, "a.csv", table))
    row = good(second)
    assert words(row) == text
    kept = Original(row.data, row.source, "", row.media_type, row.encoding)
    assert words(unfolded(kept)) == text
