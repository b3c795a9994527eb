"""PDF: paragraphs from lines, running heads left out, what is no text refused."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from receiving import good, receive, texts, written

from tuifact.sources.pdf_pages import read_document

LONG = "The ferry carried four thousand people over the strait in March of that year,"


def made(*pages: Sequence[str], author: str = "Maren Holt") -> bytes:
    """A PDF of these pages, Helvetica, a line each, 15 points apart."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Title(Ferry fares)/Author({author})>>",
    ]
    for n, lines in enumerate(pages):
        shown = "BT /F1 11 Tf 15 TL 60 760 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects += [
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {6 + 2 * n} 0 R>>",
            f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        ]
    return numbered(objects, "/Info 4 0 R")


def numbered(objects: Sequence[str], more: str = "") -> bytes:
    """A PDF of these objects, the first of which is its catalogue; `more` stands in its trailer."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R{more}>>"
    return out + f"{end}\nstartxref\n{len(out)}\n%%EOF\n".encode()


@pytest.fixture(autouse=True)
def _reader() -> None:
    pytest.importorskip("pypdfium2")


def test_lines_become_paragraphs(tmp_path: Path) -> None:
    data = made(["Ferry fares", "", LONG, "the port said.", LONG, "nobody said.", "", "It rained."])
    (item,) = receive(written(tmp_path, "a.pdf", data))
    found = good(item)
    assert found.given.text == (f"Ferry fares\n\n{LONG}\nthe port said.\n\n{LONG}\nnobody said.\n\nIt rained.")
    assert (found.given.title, found.given.byline) == ("Ferry fares", "Maren Holt")
    assert found.data == data


def test_accounts_and_programs_are_no_authors(tmp_path: Path) -> None:
    for author in ("mholt", "Microsoft Word", "m.holt@ferry.example", "User 7"):
        (item,) = receive(written(tmp_path, "a.pdf", made(["It rained."], author=author)))
        assert good(item).given.byline == ""


def test_running_heads_are_left_out(tmp_path: Path) -> None:
    pages = [
        ["Port Gazette", f"{LONG} {word}", f"and {word} more of it.", f"Page {n}"]
        for n, word in enumerate(("a", "b", "c", "d"))
    ]
    (text,) = texts(written(tmp_path, "a.pdf", made(*pages)))
    assert "Gazette" not in text
    assert "Page" not in text
    assert text.count(" more of it.") == 4


def test_a_pdf_without_text_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "a.pdf", made([]))
    (refused,) = receive(path)
    assert str(refused) == f"{path}: holds no text (it is probably scanned: have its text recognised first)"


def test_the_extra_is_named_when_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (refused,) = receive(written(tmp_path, "a.pdf", made(["It rained."])))
    assert "PDF files need the extra 'pdf', which is not installed" in str(refused)
    assert 'pip install "tuifact[pdf]"' in str(refused)


@settings(max_examples=60, deadline=None)
@given(at=st.floats(0, 1), byte=st.binary(min_size=1, max_size=12), cut=st.booleans())
def test_damaged_files_are_only_ever_refused(at: float, byte: bytes, cut: bool) -> None:
    whole = made([LONG, "the port said."])
    place = int(at * (len(whole) - 1))
    data = whole[:place] if cut else whole[:place] + byte + whole[place + len(byte) :]
    told = read_document(data, 1 << 20, 9)
    assert ("pages" in told) is not ("failure" in told)
    assert told.get("failure", "damaged") in ("damaged", "password", "pages", "size")


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "a.pdf", made([LONG])[:200])
    assert texts(path) == [f"! {path}: is damaged: no readable PDF"]
