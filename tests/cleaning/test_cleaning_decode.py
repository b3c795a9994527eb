"""Bytes to characters."""

from __future__ import annotations

import pytest

from tuifact.cleaning import clean, decode
from tuifact.errors import CleaningError
from tuifact.model.original import Original

LATIN = "Café crème “today” costs 3 €, Señor Müller said."
CYRILLIC = "Паром затонул в понедельник, сообщила полиция. Это было не так, сказал он."


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (LATIN.encode(), "utf-8", LATIN),
        (LATIN.encode("cp1252"), "cp1252", LATIN),
        (CYRILLIC.encode("cp1251"), "cp1251", CYRILLIC),
        (LATIN.encode("utf-8-sig"), "utf-8-sig", LATIN),
        (LATIN.encode("utf-16"), "utf-16", LATIN),
        (b"\xfe\xff" + LATIN.encode("utf-16-be"), "utf-16", LATIN),
        (LATIN.encode("utf-32"), "utf-32", LATIN),
        (b"", "utf-8", ""),
    ],
)
def test_the_encoding_is_found(data: bytes, encoding: str, text: str) -> None:
    decoded = decode(data)
    assert (decoded.encoding, decoded.text) == (encoding, text)


@pytest.mark.parametrize("encoding", ["koi8-r", "iso8859-5", "cp866"])
def test_a_named_encoding_is_used(encoding: str) -> None:
    decoded = decode(CYRILLIC.encode(encoding), encoding)
    assert decoded.text == CYRILLIC
    assert decoded.warnings == ()


def test_utf_8_comes_before_the_encoding_that_was_named() -> None:
    assert decode(LATIN.encode(), "cp1252").text == LATIN


def test_utf_16_is_believed_when_it_was_named() -> None:
    assert decode("late".encode("utf-16-le"), "utf-16-le").text == "late"


def test_a_page_says_its_encoding() -> None:
    data = b'<meta charset="iso-8859-2"><p>' + "Příliš žluťoučký kůň".encode("iso-8859-2")
    assert decode(data, media_type="text/html").text.endswith("Příliš žluťoučký kůň")


def test_a_guess_is_told() -> None:
    assert decode(LATIN.encode("cp1252")).warnings == (
        "Nothing says how the bytes are encoded; they are read as cp1252.",
    )


def test_one_bad_byte_is_shown_and_counted() -> None:
    decoded = decode(LATIN.encode() * 9 + b"\xff")
    assert decoded.encoding == "utf-8"
    assert decoded.text.endswith("\ufffd")
    assert decoded.warnings == ("1 byte cannot be read as utf-8: \ufffd.",)


@pytest.mark.parametrize("encoding", ["rot13", "utf-7", "no-such", "idna", "\x00", "base64"])
def test_an_unknown_or_dangerous_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(CleaningError) as caught:
        decode(LATIN.encode(), encoding)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xff\xd8\xff\xe0 JFIF", "JPEG"),
        (b"%PDF-1.7\n\x00\x01", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (bytes(range(32)) * 20, "binary"),
        (b"\x00" * 500, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(CleaningError, match=what):
        clean(data)


@pytest.mark.parametrize("text", ["GIF8 is the head of a picture.", "RIFF is a word, he said.", "PK is short for it."])
def test_a_text_that_begins_like_a_picture_is_a_text(text: str) -> None:
    assert clean(text.encode()).text == text


def test_an_original_keeps_where_it_came_from_and_learns_its_encoding() -> None:
    original = Original(LATIN.encode("cp1252"), "cafe.txt", "2021-05-04T10:00:00Z")
    cleaned = clean(original).original
    assert (cleaned.data, cleaned.source, cleaned.received) == (original.data, "cafe.txt", "2021-05-04T10:00:00Z")
    assert cleaned.encoding == "cp1252"


def test_decoding_again_gives_the_same_text() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        first = decode(LATIN.encode(encoding))
        assert decode(LATIN.encode(encoding), first.encoding).text == first.text


def test_a_text_given_as_text_keeps_its_byte_order_mark_in_the_original() -> None:
    article = clean("\ufeffLate.")
    assert decode(article.original.data, article.original.encoding).text == "\ufeffLate."
    assert article.paragraphs[0].span == (1, 6)
