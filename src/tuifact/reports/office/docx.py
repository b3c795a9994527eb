"""Blocks as a DOCX document: real headings, lists and tables, links and bookmarks, and the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from tuifact.reports.office.blocks import Block, Run
from tuifact.reports.office.docx_styles import ACCENT, COLOURS, MONO, OLDEST, prepare

if TYPE_CHECKING:
    from docx.document import Document as DocumentType
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

TEXT_WIDTH = Cm(16)

_LOOKS = {"label": "Report Label", "lead": "Report Lead", "ruling": "Report Ruling", "facts": "Report Facts"}


def write_docx(title: str, day: str, blocks: Sequence[Block]) -> bytes:
    """The document; `day` stands as the time it was made."""
    document = Document()
    prepare(document, title, day)
    for number, block in enumerate(blocks, 1):
        _add(document, block, number)
    made = io.BytesIO()
    document.save(made)
    return _settled(made.getvalue())


def docx_faults(data: bytes) -> Iterator[str]:
    """What in a document cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if broken := archive.testzip():
                yield f"{broken} is damaged"
            ElementTree.fromstring(archive.read("word/document.xml"))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError) as error:
        yield f"it is no whole document: {error}"


def _add(document: DocumentType, block: Block, number: int) -> None:
    if block.kind == "table":
        _add_table(document, block)
        return
    if block.kind == "heading":
        paragraph = document.add_heading(level=min(block.level, 6))
    elif block.kind == "item" and block.look != "facts":
        paragraph = document.add_paragraph(style="List Bullet 2" if block.level else "List Bullet")
    elif block.kind == "quote":
        paragraph = document.add_paragraph(style="Report Quotation")
        paragraph.paragraph_format.left_indent = Cm(0.6 + 0.8 * block.level)
    else:
        paragraph = document.add_paragraph(style=_LOOKS.get(block.look, "Normal"))
        if block.kind == "item":
            paragraph.paragraph_format.left_indent = Cm(0.65)
    paragraph.paragraph_format.page_break_before = (block.look == "label" and number > 1) or None
    if block.anchor:
        _bookmark(paragraph, block.anchor, number)
    _add_runs(paragraph, block.runs)


def _add_runs(paragraph: Paragraph, runs: Sequence[Run]) -> None:
    for run in runs:
        made = paragraph.add_run()
        for place, line in enumerate(run.text.split("\n")):
            if place:
                made.add_break()
            made.add_text(line)
        if run.style in COLOURS:
            made.font.color.rgb = COLOURS[run.style]
        if run.style in ("strong", "verified", "disputed", "unverified", "warning"):
            made.bold = True
        if run.style == "code":
            made.font.name = MONO
        if run.link:
            if run.style not in COLOURS:
                made.font.color.rgb = ACCENT
            _link(paragraph, made._r, run.link)


def _link(paragraph: Paragraph, run: Any, target: str) -> None:  # noqa: ANN401 (an element that lxml makes)
    """Put a run into a link: to a bookmark of this document, or to an address of the web."""
    link = OxmlElement("w:hyperlink")
    if target.startswith("#"):
        link.set(qn("w:anchor"), _bookmark_name(target[1:]))
    else:
        link.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run.addprevious(link)
    link.append(run)


def _bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
        paragraph._p.append(mark)
    start.set(qn("w:name"), _bookmark_name(name))


def _bookmark_name(anchor: str) -> str:
    """A bookmark is named by letters, digits and underscores, at most 40."""
    return anchor.replace("-", "_")[:40]


def _add_table(document: DocumentType, block: Block) -> None:
    table = document.add_table(rows=1, cols=len(block.heads))
    table.style = "Report Table"
    table.autofit = False
    for cell, name in zip(table.rows[0].cells, block.heads, strict=True):
        _fill(cell, (Run(name, "strong"),))
    # A screen reader announces these cells with each of their column, and they come again on the next page.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        for cell, runs in zip(table.add_row().cells, row, strict=True):
            _fill(cell, runs)
    for column, share in zip(table.columns, block.shares, strict=True):
        for cell in column.cells:
            cell.width = int(TEXT_WIDTH * share / sum(block.shares))
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(cell: _Cell, runs: Sequence[Run]) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Report Cell"
    _add_runs(paragraph, runs)


def _settled(data: bytes) -> bytes:
    """The same archive with one time for all its parts: python-docx writes the present one."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as made,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as settled,
    ):
        for part in made.infolist():
            entry = zipfile.ZipInfo(part.filename, OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            settled.writestr(entry, made.read(part))
    return target.getvalue()
