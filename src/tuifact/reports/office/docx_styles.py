"""How a DOCX document looks: page, fonts, colours, the styles its paragraphs name."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tuifact.reports.office.blocks import clean

if TYPE_CHECKING:
    from docx.document import Document as DocumentType

COLOURS = {
    "verified": RGBColor(0x1D, 0x6B, 0x46),
    "disputed": RGBColor(0xA5, 0x32, 0x2B),
    "warning": RGBColor(0xA5, 0x32, 0x2B),
    "unverified": RGBColor(0x7F, 0x5D, 0x00),
    "soft": RGBColor(0x5B, 0x61, 0x68),
}
"""Of runs; those of the HTML page."""

INK = RGBColor(0x1C, 0x1E, 0x21)
ACCENT = RGBColor(0x1D, 0x5F, 0x8A)
SERIF, SANS, MONO = "Georgia", "Calibri", "Consolas"
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The oldest time a ZIP archive can name; that of a document without a day."""

LONGEST_FACT = 255
"""Characters a fact of a document may have: that is what Word takes, and python-docx refuses more."""


def prepare(document: DocumentType, title: str, day: str) -> None:
    """Give an empty document its facts, its page and its styles."""
    when = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else datetime(*OLDEST, tzinfo=UTC)
    facts = document.core_properties
    facts.title, facts.author, facts.comments = clean(" ".join(title.split()))[:LONGEST_FACT], "", ""
    facts.created = facts.modified = when.replace(tzinfo=None)
    facts.last_modified_by = ""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    _set_styles(document)


def _set_styles(document: DocumentType) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = SANS, Pt(10.5), INK
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.2
    for level, size in enumerate((22, 15, 12, 11, 10.5, 10.5), 1):
        style = document.styles[f"Heading {level}"]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in list(fonts.attrib):
            # A theme's font would win over the one that is named.
            del fonts.attrib[name]
        style.font.name, style.font.size, style.font.color.rgb = SERIF if level < 3 else SANS, Pt(size), INK
        style.font.bold, style.font.italic = True, False
        style.paragraph_format.space_before = Pt(20 if level == 2 else 12 if level > 2 else 0)
        style.paragraph_format.space_after, style.paragraph_format.keep_with_next = Pt(4), True
    for name, size, colour, serif, bold in (
        ("Report Label", 9, ACCENT, False, True),
        ("Report Lead", 12.5, INK, True, False),
        ("Report Ruling", 11.5, INK, True, True),
        ("Report Facts", 9, COLOURS["soft"], False, False),
        ("Report Quotation", 11, INK, True, False),
        ("Report Cell", 9.5, INK, False, False),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.name, style.font.size, style.font.color.rgb = SERIF if serif else SANS, Pt(size), colour
        style.font.bold = bold
    document.styles["Report Cell"].paragraph_format.space_after = Pt(2)
    table = document.styles.add_style("Report Table", WD_STYLE_TYPE.TABLE)
    table.element.append(_borders())


def _borders() -> Any:  # noqa: ANN401 (an element that lxml makes)
    """Thin lines between rows, none between columns."""
    properties, borders = OxmlElement("w:tblPr"), OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "BFBDB5")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties.append(borders)
    return properties
