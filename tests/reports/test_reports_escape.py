"""Untrusted text shows as it is written and never becomes structure, wherever a report puts it."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_reader import Rendered, squeezed

from tuifact.model.plain import plain_line, plain_text
from tuifact.reports.markdown.escape import block, code, heading, inline, line, yaml_text

SPECIAL = "\\`*_{}[]()#+-.!|<>~&;:=\"'/ab1 \n\t$@^\u00a0\u202e\x1b"
texts = st.text(st.sampled_from(SPECIAL), max_size=40) | st.text(max_size=30)
quick = settings(max_examples=80, deadline=None)


def shown(text: str) -> str:
    """What a reader must see of it, white space aside."""
    return squeezed(plain_line(plain_text(text)))


def only_text(source: str, around: list[str]) -> str:
    """The characters of a document which has this structure and nothing more."""
    rendered = Rendered(source)
    found = [kind for kind, _ in rendered.shape if kind != "hardbreak"]
    if rendered.text.strip():
        assert found == around
    return squeezed(rendered.text)


@quick
@given(texts)
def test_a_line_is_a_paragraph(text: str) -> None:
    assert only_text(line(text), ["paragraph_open", "paragraph_close"]) == shown(text)


@quick
@given(texts)
def test_a_line_in_a_list_is_an_item(text: str) -> None:
    around = ["bullet_list_open", "list_item_open", "paragraph_open"]
    around += [name.replace("open", "close") for name in reversed(around)]
    assert only_text(f"- {line(text) or 'x'}", around) == (shown(text) if line(text) else "x")


@quick
@given(texts)
def test_inline_text_is_text(text: str) -> None:
    assert (
        only_text(f"Said by: {inline(text)}, he", ["paragraph_open", "paragraph_close"]) == f"Saidby:{shown(text)},he"
    )


@quick
@given(texts)
def test_bold_text_is_bold(text: str) -> None:
    around = ["paragraph_open", "strong_open", "strong_close", "paragraph_close"]
    assert only_text(f"**¶1 · {inline(text)}".rstrip() + "**", around) == f"¶1·{shown(text)}"


@quick
@given(texts)
def test_a_heading_is_one_heading(text: str) -> None:
    assert only_text(f"# No. {heading(text)}", ["heading_open", "heading_close"]) == f"No.{shown(text)}"


@quick
@given(texts)
def test_a_cell_is_one_cell(text: str) -> None:
    (rows,) = Rendered(f"| a | b |\n| --- | --- |\n| {inline(text)} | x |").tables
    assert [squeezed(cell) for cell in rows[1]] == [shown(text), "x"]


@quick
@given(texts)
def test_a_link_stays_a_link(text: str) -> None:
    rendered = Rendered(f"see [{inline(text)}](#claim-1) there")
    assert rendered.links == ["#claim-1"]
    assert squeezed(rendered.text) == f"see{shown(text)}there"


@quick
@given(texts)
def test_a_block_is_paragraphs(text: str) -> None:
    rendered = Rendered(block(text))
    assert {kind for kind, _ in rendered.shape} <= {"paragraph_open", "paragraph_close", "hardbreak"}
    assert squeezed(rendered.text) == shown(text)


@quick
@given(texts)
def test_a_quotation_is_one_quotation(text: str) -> None:
    rendered = Rendered(f"before\n\n{block(text, '> ')}\n\nafter")
    kinds = [kind for kind, _ in rendered.shape]
    assert kinds.count("blockquote_open") == bool(block(text))
    assert set(kinds) <= {"paragraph_open", "paragraph_close", "hardbreak", "blockquote_open", "blockquote_close"}
    assert squeezed(rendered.text) == f"before{shown(text)}after"


@quick
@given(texts)
def test_code_is_code(text: str) -> None:
    rendered = Rendered(f"from {code(text)} here")
    assert {kind for kind, _ in rendered.shape} <= {"paragraph_open", "paragraph_close", "code_inline"}
    assert squeezed(rendered.text) == f"from{shown(text)}here"


@quick
@given(texts)
def test_yaml_text_is_a_json_string_of_one_line(text: str) -> None:
    scalar = yaml_text(text)
    assert re.fullmatch("[^\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]*", scalar)
    assert squeezed(json.loads(scalar)) == shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "AT&T and R&D grew by -5 % to $1.5 billion (about 3/4).",
        "@ITC_official wrote: it’s 12:30 – “fine” … #bridge",
        "2019. That was the year, 1,204 people said; 3 > 2 = true!",
        "J. R. Smith + Co. paid 5_000 to a+b@example.org, see https://example.org/a_b?c=d&e=f",
    ],
)
def test_ordinary_text_needs_no_escape(text: str) -> None:
    assert inline(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 12", "\\# 12"),
        ("#bridge", "#bridge"),
        ("- 5", "\\- 5"),
        ("-5 %", "-5 %"),
        ("1. that", "1\\. that"),
        ("1.5 million", "1.5 million"),
        ("2019) x", "2019\\) x"),
        ("> said", "\\> said"),
        (":-:", "\\:-:"),
        ("==", "\\=="),
    ],
)
def test_only_what_would_act_at_the_start_of_a_line_is_escaped(text: str, expected: str) -> None:
    assert line(text) == expected


def test_lines_keep_their_breaks_and_paragraphs() -> None:
    assert block("one\ntwo\n\n\n\nthree  \n", "> ") == "> one\\\n> two\n>\n> three"


def test_escaping_is_linear() -> None:
    hard = "`" * 50_000 + "_" * 50_000 + "&" * 50_000 + "[" * 50_000 + "#" * 50_000 + " " * 50_000 + "1" * 50_000
    assert squeezed(inline(hard)).count("\\") == 150_000
    assert len(block("a\n" * 20_000).splitlines()) == 20_000
    assert code(hard).startswith("`" * 50_001)
