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


def placed(*pages: Sequence[tuple[int, int, int, str]]) -> bytes:
    """A PDF of lines at their places: points from the left, from the bottom, size of the letters, text."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, lines in enumerate(pages):
        shown = " ".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET" for x, y, size, text in lines)
        objects += [
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * n} 0 R>>",
            f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        ]
    return numbered(objects)


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
    assert (
        found.given.text
        == f"<p>Ferry fares</p>\n<p>{LONG} the port said.</p>\n<p>{LONG} nobody said.</p>\n<p>It rained.</p>"
    )
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


def paragraphs(folder: Path, *pages: Sequence[tuple[int, int, int, str]]) -> list[str]:
    """The elements that are read in such a PDF; a plain paragraph without its tag."""
    found = texts(written(folder, "a.pdf", placed(*pages)))[0].splitlines()
    return [part.removeprefix("<p>").removesuffix("</p>") for part in found]


def test_a_paragraph_that_a_page_cuts_is_whole_and_notes_come_last(tmp_path: Path) -> None:
    first = [
        (60, 700, 11, LONG),
        (60, 685, 11, "and more of them crossed in the year"),
        (60, 80, 7, "1 At high water."),
    ]
    second = [(60, 770, 11, "before. Nobody counted on Sundays."), (60, 700, 11, "It rained.")]
    assert paragraphs(tmp_path, first, second) == [
        f"{LONG} and more of them crossed in the year before. Nobody counted on Sundays.",
        "It rained.",
        "1 At high water.",
    ]


def test_taller_letters_are_a_heading(tmp_path: Path) -> None:
    page = [(60, 700, 14, "Fares"), (60, 683, 11, LONG), (60, 668, 11, "the port said."), (60, 640, 11, "It rained.")]
    assert paragraphs(tmp_path, page) == ["<h2>Fares</h2>", f"{LONG} the port said.", "It rained."]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    columns = [
        (x, 700 - 15 * n, 11, text)
        for x, lines in (
            (60, ("The council of Arlow voted", "to close the bridge for six", "weeks.")),
            (320, ("Residents were less certain", "than the council that this", "was wise.")),
        )
        for n, text in enumerate(lines)
    ]
    assert paragraphs(tmp_path, columns) == [
        "The council of Arlow voted to close the bridge for six weeks.",
        "Residents were less certain than the council that this was wise.",
    ]


def test_rows_of_a_table_stay_lines(tmp_path: Path) -> None:
    rows = ("Year  Passengers  Freight", "2019  31,200  4.1", "2020  12,900  4.2")
    found = paragraphs(tmp_path, [(60, 700 - 15 * n, 11, row) for n, row in enumerate(rows)])
    assert [line.split() for line in found[0].split("<br>")] == [row.split() for row in rows]


def test_words_that_a_line_broke_are_mended(tmp_path: Path) -> None:
    lines = (
        f"{LONG} twelve per-",
        "cent more than before, and a well-known captain said so to a well-",
        "known paper that has twenty-",
        "one readers and a staff that is small but full of hope for the days to come.",
    )
    (text,) = paragraphs(tmp_path, [(20, 700 - 15 * n, 11, line) for n, line in enumerate(lines)])
    assert "twelve percent more" in text
    assert "so to a well-known paper that has twenty-one readers" in text


def test_marks_of_notes_are_no_figures(tmp_path: Path) -> None:
    small = ") Tj /F1 6 Tf 4 Ts (1) Tj 0 Ts /F1 11 Tf ("
    (text,) = texts(
        written(tmp_path, "a.pdf", made([f"It opened in 2021.{small} It has 900 m{small} and room.{small}"]))
    )
    assert text == "<p>It opened in 2021. It has 900 m1 and room.</p>"


def test_items_of_a_list_are_paragraphs(tmp_path: Path) -> None:
    page = [(60, 700, 11, "It has:"), (60, 685, 11, "* 900 seats;"), (60, 670, 11, "* a deck of 40 metres.")]
    assert paragraphs(tmp_path, page) == ["It has:", "* 900 seats;", "* a deck of 40 metres."]


def test_what_looks_like_a_page_is_text(tmp_path: Path) -> None:
    page = [(60, 700, 11, "The tag <html> begins a page."), (60, 660, 11, "It rained & poured.")]
    assert paragraphs(tmp_path, page) == ["The tag &lt;html&gt; begins a page.", "It rained &amp; poured."]
