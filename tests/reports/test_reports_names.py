"""File names and format names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuifact.errors import ReportError
from tuifact.reports import choose_report, report_names, safe_name

UNPORTABLE = re.compile(r'[<>:"/\\|?*\s\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]')


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Bridge: cost *tripled*, auditor finds", "bridge-cost-tripled-auditor-finds-3fa8"),
        ("../../outside", "outside-3fa8"),
        ("/etc/passwd", "etc-passwd-3fa8"),
        ("CON", "con-3fa8"),
        ("...", "article-3fa8"),
        ("", "article-3fa8"),
        ("-rf", "rf-3fa8"),
        ("~root/.ssh", "root-ssh-3fa8"),
        ("%2e%2e%2fup", "2e-2e-2fup-3fa8"),
        ("Přívaly 日本語 🎉", "přívaly-日本語-3fa8"),
        ("a\u202egnp.exe", "a-gnp-exe-3fa8"),
        ("नमस्ते दुनिया", "नमस्ते-दुनिया-3fa8"),
    ],
)
def test_names_are_readable(title: str, expected: str) -> None:
    assert safe_name(title, "3fa8") == expected


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.text(max_size=80))
def test_names_are_portable(title: str, id: str) -> None:
    name = safe_name(title, id)
    assert name
    assert len(name.encode()) <= 200
    assert not UNPORTABLE.search(name)
    assert name[0] not in "-.~ "
    assert name[-1] not in ". "
    assert not re.fullmatch(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", name, re.IGNORECASE)
    assert name == safe_name(title, id)


def test_long_titles_are_cut_between_words() -> None:
    assert safe_name("word " * 100, "3fa8") == "-".join(["word"] * 39) + "-3fa8"
    assert len(safe_name("願" * 200, "3fa8").encode()) <= 200


def test_the_id_tells_equal_titles_apart() -> None:
    assert len({safe_name("願" * 200, id) for id in ("3fa8", "3fa9", "")}) == 3


def test_formats_by_name() -> None:
    assert {name: (choose_report(name).suffix, choose_report(name).media_type) for name in report_names()} == {
        "markdown": (".md", "text/markdown"),
        "html": (".html", "text/html"),
        "claimreview": (".jsonld", "application/ld+json"),
        "csv": (".csv", "text/csv"),
        "json": (".json", "application/json"),
        "docx": (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "pdf": (".pdf", "application/pdf"),
    }


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(ReportError) as caught:
        choose_report("odt\n\x1b")
    assert caught.value.message == "there is no report format 'odt ␛'"
    assert caught.value.hint == f"formats are {', '.join(report_names())}"
