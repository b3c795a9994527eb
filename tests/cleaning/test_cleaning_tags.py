"""HTML cut into tags and text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.cleaning import clean
from tuifact.cleaning.tags import cut_html, read_attributes

pages = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b x='",
            'y="',
            "'>",
            '">',
            "<!--",
            "-->",
            "<![CDATA[",
            "<script>",
            "</script>",
            "<",
            ">",
            "a",
            " ",
        ]
    ),
    max_size=20,
).map("".join)


@given(pages)
def test_the_pieces_are_ordered_and_inside_the_page(page: str) -> None:
    ends = [0, *(place for tag in cut_html(page) for place in (tag.start, tag.end)), len(page)]
    assert ends == sorted(ends)


@given(pages)
def test_spans_of_a_page_hold(page: str) -> None:
    ends = [0, *(place for p in clean(page, "text/html").paragraphs for place in p.span), len(page)]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("a < b and 3<4", "a < b and 3<4"),
        ("<p>left open <b", "left open <b"),
        ("<p title='a>b'>quoted</p>", "quoted"),
        ("<p class=it's>loose</p>", "loose"),
        ("<!-- no --><p>yes</p>", "yes"),
        ("<!-- left open <p>yes</p>", "yes"),
        ("<script>if (a<b) '</p>'</script><p>yes</p>", "yes"),
        ("<script>left open <p>no</p>", ""),
        ("<head><title>T</title><p>The head was left open.</p>", "The head was left open."),
        ("</p></div>closed only</b>", "closed only"),
        ("<P>UPPER</P>", "UPPER"),
        ("<p>one\n  line</p>", "one line"),
        ("<p>AT&T &amp R&D &#8217s</p>", "AT&T & R&D ’s"),
        ("<?xml version='1.0'?><p>yes</p>", "yes"),
        ("<p><img src='" + "x" * 9000 + "'>yes</p>", "yes"),
        ("<aside>no</aside><nav>no</nav><p>yes</p><footer>no</footer>", "yes"),
    ],
)
def test_a_page_is_read_as_browsers_show_it(page: str, text: str) -> None:
    assert clean(page, "text/html").text == text


def test_the_article_of_a_page_counts_when_it_is_more_than_a_teaser() -> None:
    page = "<p>Around.</p><article><p>One.</p><p>Two.</p><p>Three.</p></article><p>Around.</p>"
    assert clean(page, "text/html").text == "One.\n\nTwo.\n\nThree."
    assert clean("<article><p>Teaser.</p></article><p>Text.</p>", "text/html").text == "Teaser.\n\nText."


def test_attributes_are_read_in_every_form() -> None:
    assert read_attributes(" A=\"1\" b='2' c=3 d e = 'x &amp; y'") == {"a": "1", "b": "2", "c": "3", "e": "x & y"}
