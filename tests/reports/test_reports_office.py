"""DOCX and PDF: the same words as everywhere, in documents that open, with the same bytes every time."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from report_cases import SCALE, bare, hostile, ordinary, reviewed, with_words, worldly

from tuifact.errors import ReportError
from tuifact.model import Dossier, Status
from tuifact.reports import ReportOptions, choose_report, choose_text
from tuifact.reports.office.blocks import clean

if TYPE_CHECKING:
    from docx.document import Document as DocumentType

MAKERS = (ordinary, reviewed, hostile, bare, worldly)
OPTIONS = ReportOptions(ratings=SCALE)


def made(form: str, *dossiers: Dossier, options: ReportOptions = OPTIONS) -> bytes:
    """The file on these articles."""
    return b"".join(choose_report(form).pieces(dossiers, options))


def opened(data: bytes) -> DocumentType:
    """The document as a word processor opens it."""
    return Document(io.BytesIO(data))


def docx_words(data: bytes) -> str:
    """All that is written in a document, without white space."""
    return squeezed("".join(node.text or "" for node in opened(data).element.iter(qn("w:t"))))


def pdf_words(data: bytes) -> str:
    """All that is set on the pages, without white space."""
    document = pypdfium2.PdfDocument(data)
    return squeezed("".join(page.get_textpage().get_text_range() for page in document))


def squeezed(text: str) -> str:
    """Text as a document has it, without white space and hyphens, at which lines end."""
    return re.sub(r"[\s\ufffe-]", "", clean(text))


def told(dossier: Dossier) -> list[str]:
    """What a report on it must say."""
    parts = [part for claim in dossier.claims for part in (claim.text, claim.verdict, claim.note, claim.correction)]
    parts += [part for claim in dossier.claims for one in claim.evidence for part in (one.title, one.quote)]
    parts += [part for one in dossier.questions for part in (one.person, one.text, one.answer)]
    parts += [one.message for one in dossier.findings]
    return [squeezed(part) for part in parts]


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("makers", [(make,) for make in MAKERS] + [MAKERS, ()])
def test_documents_open_and_are_the_same_every_time(form: str, makers: tuple[Callable[[], Dossier], ...]) -> None:
    data = made(form, *(make() for make in makers))
    assert data == made(form, *(make() for make in makers))
    assert list(choose_report(form).faults(data)) == []


@pytest.mark.parametrize("make", [ordinary, reviewed, hostile])
def test_a_docx_says_all_of_it(make: Callable[[], Dossier]) -> None:
    words = docx_words(made("docx", make()))
    assert [part for part in told(make()) if part not in words] == []


def test_a_pdf_says_all_of_it() -> None:
    words = pdf_words(made("pdf", reviewed()))
    assert [part for part in told(reviewed()) if part not in words] == []


def test_headings_of_a_docx_are_those_of_the_page() -> None:
    document = opened(made("docx", reviewed()))
    headings = [
        (int(one.style.name.split()[1]), one.text)
        for one in document.paragraphs
        if one.style is not None and one.style.name and one.style.name.startswith("Heading")
    ]
    page = "".join(choose_text("html").render([reviewed()], OPTIONS))
    assert headings == [(int(level), text) for level, text in re.findall(r"<h(\d)[^>]*>([^<]*)</h", page)]


def test_a_title_longer_than_word_allows_is_cut_in_the_facts_and_whole_on_the_page() -> None:
    dossier = ordinary()
    title = "The harbour, the bridge and the ferry " * 10
    document = opened(made("docx", replace(dossier, summary=replace(dossier.summary, title=title.strip()))))
    assert document.core_properties.title == f"Fact-check: {title}"[:255]
    assert title.strip() in [paragraph.text for paragraph in document.paragraphs]


def test_links_of_a_docx_lead_to_its_bookmarks_or_to_the_web() -> None:
    document = opened(made("docx", reviewed(), hostile()))
    marks = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    links = list(document.element.iter(qn("w:hyperlink")))
    inside = {link.get(qn("w:anchor")) for link in links} - {None}
    assert inside
    assert inside <= marks
    outside = [one.target_ref for one in document.part.rels.values() if one.is_external]
    assert outside
    assert all(target.startswith(("https://", "http://")) for target in outside)


def test_a_docx_can_do_nothing_but_be_read() -> None:
    with zipfile.ZipFile(io.BytesIO(made("docx", hostile()))) as archive:
        names = archive.namelist()
        body = archive.read("word/document.xml").decode()
    assert not [name for name in names if "vba" in name.lower() or "embed" in name.lower()]
    assert not re.search("fldSimple|instrText|altChunk|objectEmbed", body)


def test_a_pdf_can_do_nothing_but_be_read() -> None:
    data = made("pdf", hostile())
    assert not re.search(rb"/(JavaScript|JS|Launch|EmbeddedFile|OpenAction)\b", data)


def test_internal_notes_leave_on_request_only() -> None:
    internal = ReportOptions(internal=True)
    for form, words in (("docx", docx_words), ("pdf", pdf_words)):
        assert "harbourmaster" not in words(made(form, ordinary()))
        assert "harbourmaster" in words(made(form, ordinary(), options=internal))


def test_a_filter_keeps_those_claims() -> None:
    words = docx_words(made("docx", reviewed(), options=ReportOptions((Status.DISPUTED,))))
    assert "Claim2" in words
    assert "Claim3" not in words
    assert "Steelroseby40percent" not in words


@settings(max_examples=15)
@given(st.lists(st.text(max_size=30), min_size=4, max_size=4))
def test_hostile_words_make_a_docx_that_opens(hard: list[str]) -> None:
    assert squeezed(hard[2]) in docx_words(made("docx", with_words(*hard)))


@settings(max_examples=15)
@given(st.lists(st.text(max_size=30), min_size=4, max_size=4))
def test_hostile_words_make_a_pdf_that_opens(hard: list[str]) -> None:
    assert len(pypdfium2.PdfDocument(made("pdf", with_words(*hard)))) > 0


@pytest.mark.parametrize(("form", "library"), [("docx", "docx"), ("pdf", "typst")])
def test_without_the_extra_its_name_is_told(form: str, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, f"tuifact.reports.office.{form}", raising=False)
    with pytest.raises(ReportError, match="extra office") as caught:
        made(form, ordinary())
    assert "tuifact[office]" in caught.value.hint


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_faults_are_found(form: str) -> None:
    data = made(form, ordinary())
    for broken in (data[: len(data) // 2], b"", b"hello"):
        assert list(choose_report(form).faults(broken))


def test_they_are_no_text() -> None:
    with pytest.raises(ReportError, match="no text"):
        choose_text("pdf")
