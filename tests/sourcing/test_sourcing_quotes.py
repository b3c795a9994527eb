"""Whether a quote stands in a text, and what is the text of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.sourcing.quotes import alike, stands_in
from tuifact.sourcing.snapshots import page_text, text_of

TEXT = """She said: “We have ‘never’ missed a dead\u00adline — not once — since 2015.”
The audit, published on 3 March, names 1.2 billion; rents rose by 10–20 percent, by \u22125 in winter."""


@pytest.mark.parametrize(
    "quote",
    [
        "We have 'never' missed a deadline",
        '"We have never missed a deadline - not once - since 2015."',
        "«We have “never” missed a deadline–not once–since 2015»",
        "we have \n never   missed\ta\u00a0deadline",
        "We have … missed … since 2015",
        "[She] said: We have never missed",
        "[w]e have never missed",
        "names 1.2 billion [of public money]; rents rose",
        "10-20 percent",
        "10 – 20 percent",
        "-5 in winter",
        "published on 3 March",
        "",
        "…",
    ],
)
def test_it_stands_there(quote: str) -> None:
    assert stands_in(quote, TEXT)


@pytest.mark.parametrize(
    "quote",
    [
        "We have missed a deadline",
        "not twice",
        "1.5 billion",
        "12 billion",
        "2 billion",
        "ever missed a deadline",
        "since 201",
        "since 2015 … never",
        "rose by 1020 percent",
    ],
)
def test_it_does_not_stand_there(quote: str) -> None:
    assert not stands_in(quote, TEXT)


def test_scripts_without_blanks_have_no_whole_words() -> None:
    assert stands_in("橋は完成した", "昨年、橋は完成したと発表した。")
    assert not stands_in("橋は崩れた", "昨年、橋は完成したと発表した。")


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_what_stands_in_a_text_between_blanks_is_found(before: str, quote: str, after: str) -> None:
    assert stands_in(quote, f"{before} \n {quote} \n {after}") or not alike(quote).strip() or _bordered(quote)


def _bordered(quote: str) -> bool:
    """Whether the quote begins or ends with what joins to its neighbours when it is compared."""
    edges = "-—–―‒‐‑−[](). "
    shown = alike(quote)
    return bool(set(quote) & set(edges)) or shown != alike(f" {quote} ")


@given(st.text(alphabet="abc -—“”'[].…\n", max_size=40), st.text(alphabet="abc -—“”'[].…\n", max_size=40))
def test_odd_texts_never_raise(quote: str, text: str) -> None:
    assert stands_in(quote, text) in (True, False)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>one<br>two", "one two"),
        ("<td>1</td><td>2</td>", "1 2"),
        ("w<b>or</b>d", "word"),
        ("a&amp;b &#8212; c&nbsp;d", "a&b — c d"),
        ("<!-- hidden --> seen <!-- never closed", "seen"),
        ("<script>var a = '<p>hidden</p>'</script>seen<STYLE>p {}</Style> too", "seen too"),
        ("<script>never closed <p>hidden", ""),
        ('<a title="a > b" href=x>linked</a>', "linked"),
        ("<!doctype html><?xml x?>seen", "seen"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
    ],
)
def test_the_words_of_a_page(page: str, words: str) -> None:
    assert " ".join(page_text(page).split()) == words


@given(st.text(alphabet="<>/!-'\" abp&;#script", max_size=80))
def test_no_page_breaks_it(page: str) -> None:
    assert isinstance(page_text(page), str)


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        ("Größe <b>1</b>".encode(), "note.txt", "Größe <b>1</b>"),
        ("Größe <b>1</b>".encode(), "page.HTML", "Größe 1"),
        ("<!doctype html><p>Größe".encode(), "saved", "Größe"),
        ("<html><meta charset='iso-8859-2'><p>Łódź".encode("iso-8859-2"), "a", "Łódź"),
        ("Größe – 5 €".encode("cp1252"), "a.txt", "Größe – 5 €"),
        ("Größe".encode("utf-16"), "a.txt", "Größe"),
        (b"\xef\xbb\xbfwords", "a.txt", "words"),
        (b"<html><meta charset='no-such'><p>w\xf6rds", "a", "wörds"),
    ],
)
def test_the_text_of_a_copy(data: bytes, name: str, words: str) -> None:
    assert (text_of(data, name) or "").strip() == words


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04\x14\0\0\0"])
def test_what_is_no_text_has_none(data: bytes) -> None:
    assert text_of(data, "a.html") is None


@given(st.binary(max_size=60), st.sampled_from(["a.html", "a.txt", ""]))
def test_no_bytes_break_it(data: bytes, name: str) -> None:
    found = text_of(data, name)
    assert found is None or isinstance(found, str)
