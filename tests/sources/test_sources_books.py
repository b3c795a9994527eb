"""Books and documents that are archives: their text, and what they must not be able to do."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from receiving import good, receive, texts, unfolded, written, zipped

from tuifact.cleaning import clean
from tuifact.errors import SourceError
from tuifact.model import Original

CONTAINER = '<container><rootfiles><rootfile full-path="O/book.opf"/></rootfiles></container>'
PACKAGE = """<?xml version="1.0"?><package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>Ferries</dc:title><dc:creator>Maren Holt</dc:creator><dc:creator>Ann Bell</dc:creator>
<dc:date>2021-04-02</dc:date><dc:language>en</dc:language></metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="p.png" media-type="image/png"/></manifest>
<spine><itemref idref="n"/><itemref idref="c"/>
<itemref idref="b"/><itemref idref="a"/><itemref idref="gone"/></spine>
</package>"""
ONE = "<html><body><section><h1>The &amp; bridge</h1><p>It cost 5 million.</p></section></body></html>"
BOOK: dict[str, str | bytes] = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "O/book.opf": PACKAGE,
    "O/nav.xhtml": "<html><body>Contents</body></html>",
    "O/cover.xhtml": "<html><head><title>Cover</title></head><body><img src='p.png'/></body></html>",
    "O/text/one a.xhtml": ONE,
    "O/text/two.xhtml": "<html><body><p>Fares rose.</p></body></html>",
}

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT = f"""<?xml version="1.0"?><w:document {W}><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Ferry &amp; fares</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Fares rose by </w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del>
<w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:tab/><w:t>percent &lt; 20.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>One item</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Why</w:t></w:r></w:p>
<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"""
CORE = """<cp:coreProperties xmlns:cp="c" xmlns:dc="d">
<dc:title>Other</dc:title><dc:creator>Maren Holt</dc:creator></cp:coreProperties>"""


def test_each_chapter_is_an_article(tmp_path: Path) -> None:
    path = written(tmp_path, "a.epub", zipped(BOOK))
    two, one = (good(item) for item in receive(path))
    assert one.source == f"{path}#O/text/one a.xhtml"
    assert one.data == ONE.encode()
    assert (one.given.title, one.given.byline) == ("The & bridge", "Maren Holt, Ann Bell")
    assert (one.given.published, one.given.language) == (date(2021, 4, 2), "en")
    assert two.given.text is None


def test_places_in_a_chapter_are_those_of_its_page(tmp_path: Path) -> None:
    (_, one) = receive(written(tmp_path, "a.epub", zipped(BOOK)))
    text = good(one).given.text or ""
    assert text.index("It cost") == ONE.index("It cost")
    assert "bridge" not in text


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"META-INF/container.xml": "<container/>"}, "does not say where its contents are"),
        ({"O/book.opf": "<package>"}, "is no well-formed XML"),
        ({"O/text/two.xhtml": "<p/>", "O/text/one a.xhtml": ""}, "is a book without text"),
        ({"O/text/two.xhtml": b"x" * 3_000_000}, "unpacks to 2.9 MiB, more than the 1.0 MiB"),
        ({"O/book.opf": '<!DOCTYPE x [<!ENTITY a "b">]><package>&a;</package>'}, "defines entities"),
        ({"O/book.opf": "<a>" * 1000}, "is nested deeper than"),
    ],
)
def test_broken_books_are_refused_with_the_reason(tmp_path: Path, change: dict[str, str | bytes], reason: str) -> None:
    (text,) = texts(written(tmp_path, "a.epub", zipped(BOOK | change)))
    assert text.startswith(f"! {tmp_path}/a.epub: ")
    assert reason in text


def test_a_missing_chapter_does_not_stop_the_others(tmp_path: Path) -> None:
    book = {name: data for name, data in BOOK.items() if "two" not in name}
    refused, one = receive(written(tmp_path, "a.epub", zipped(book)))
    assert "two.xhtml is missing" in str(refused)
    assert good(one).given.title == "The & bridge"


def test_a_size_that_lies_does_not_help(tmp_path: Path) -> None:
    data = bytearray(zipped(BOOK | {"O/text/two.xhtml": b"x" * 3_000_000}))
    true, false = (3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    found = texts(written(tmp_path, "a.epub", bytes(data.replace(true, false))))
    assert any("two.xhtml cannot be read" in text for text in found)


def test_encrypted_members_are_refused(tmp_path: Path) -> None:
    data = bytearray(zipped(BOOK))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.start_dir
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    (text,) = texts(written(tmp_path, "a.epub", bytes(data)))
    assert "cannot be read" in text


def test_a_document_keeps_headings_lists_and_accepted_changes(tmp_path: Path) -> None:
    data = zipped({"word/document.xml": DOCUMENT, "docProps/core.xml": CORE})
    (item,) = receive(written(tmp_path, "a.docx", data))
    found = good(item)
    assert (found.given.text or "").split("\n") == [
        "<h1>Ferry &amp; fares</h1>",
        "<p>Fares rose by 12\tpercent &lt; 20.</p>",
        "<li>One item</li>",
        "<h2>Why</h2>",
        "<p>Cell</p>",
    ]
    assert (found.given.title, found.given.byline) == ("Ferry & fares", "Maren Holt")
    assert found.data == data


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"word/document.xml": b"<w>" + b" " * 3_000_000 + b"</w>"}, "unpacks to 2.9 MiB"),
        ({"other.xml": ""}, "is no document of a word processor"),
        ({"word/document.xml": DOCUMENT.replace("w:t", "w:x")}, "is a document without text"),
        ({"word/document.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}, "defines entities"),
    ],
)
def test_broken_documents_are_refused_with_the_reason(
    tmp_path: Path, members: dict[str, str | bytes], reason: str
) -> None:
    (text,) = texts(written(tmp_path, "a.docx", zipped(members)))
    assert reason in text


def test_nothing_outside_is_fetched(tmp_path: Path) -> None:
    document = '<!DOCTYPE a SYSTEM "file:///etc/passwd">' + DOCUMENT.partition("?>")[2]
    (text,) = texts(written(tmp_path, "a.docx", zipped({"word/document.xml": document})))
    assert "root:" not in text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1), byte=st.binary(min_size=1, max_size=8), cut=st.booleans())
def test_damaged_archives_are_only_ever_refused(tmp_path: Path, at: float, byte: bytes, cut: bool) -> None:
    for name, whole in (("a.epub", zipped(BOOK)), ("a.docx", zipped({"word/document.xml": DOCUMENT}))):
        place = int(at * (len(whole) - 1))
        data = whole[:place] if cut else whole[:place] + byte + whole[place + len(byte) :]
        for item in receive(written(tmp_path, name, data)):
            assert isinstance(item, Original | SourceError)


@settings(max_examples=40, deadline=None)
@given(st.text("<>/w:pt &;x\x00é", max_size=100) | st.binary(max_size=100).map(lambda data: data.decode("latin-1")))
def test_hostile_documents_are_only_ever_refused(xml: str) -> None:
    item = unfolded(Original(zipped({"word/document.xml": xml}), "a.docx", "", DOCX))
    assert isinstance(item, Original | SourceError)


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_row_of_values_is_a_line(tmp_path: Path) -> None:
    def table(*rows: str) -> str:
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"

    def cell(*paragraphs: str) -> str:
        return f"<w:tc>{''.join(f'<w:p><w:r><w:t>{text}</w:t></w:r></w:p>' for text in paragraphs)}</w:tc>"

    long = "The port said on Friday that nobody had expected so many. " * 5
    tables = (
        table(cell("Year") + cell("Passengers"), cell("2019") + cell("31,200"), cell("") + cell(""))
        + table(cell("One.", "Two.") + cell("Three."))
        + table(cell(long) + cell("Four."))
    )
    document = f"<w:document {W}><w:body>{tables}<w:p><w:r><w:t>Five.</w:t></w:r></w:p></w:body></w:document>"
    (item,) = receive(written(tmp_path, "a.docx", zipped({"word/document.xml": document})))
    found = (good(item).given.text or "").replace("<p>", "").replace("</p>", "").splitlines()
    assert found == ["Year | Passengers", "2019 | 31,200", "One.", "Two.", "Three.", long.strip(), "Four.", "Five."]


def test_a_chapter_has_its_notes_but_no_marks_of_them(tmp_path: Path) -> None:
    page = (
        '<html><body><p>It opened in 2021.<sup><a href="#n1">1</a></sup> It has 900 m<sup>2</sup> of deck.'
        '<a class="r" href="notes.xhtml#n2"><sup>2</sup></a></p><table><tr><th>Year</th>\n<th>Cost</th></tr>'
        '<tr><td>2021</td><td class="x">5</td></tr></table><aside id="n1"><p>At high water.</p></aside></body></html>'
    )
    (item,) = receive(written(tmp_path, "a.epub", zipped({**BOOK, "O/text/one a.xhtml": page, "O/text/two.xhtml": ""})))
    text = good(item).given.text or ""
    assert len(text) == len(page)
    assert [" ".join(p.text.split()) for p in clean(text, "text/html").paragraphs] == [
        "It opened in 2021. It has 900 m2 of deck.", "Year | Cost", "2021 | 5", "At high water."
    ]  # fmt: skip
