"""A page knows what each of its lines shows, at any width, and where claims and matches stand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stock import FERRY, MILL

from tuifact.model import Article, Claim, Paragraph, Post
from tuifact.tui.widgets.manuscript import Manuscript
from tuifact.tui.widgets.page import Match, Page
from tuifact.tui.widgets.roll import Roll

POST = Post("Harbour Ferry", "@harbourferry")
KINDS = ("prose", "heading", "quote", "list")
sentences = st.text("abc éü漢🙂.,\n\t ", min_size=1, max_size=60)
paragraphs = st.lists(
    st.one_of(
        st.builds(Paragraph, sentences, st.sampled_from(KINDS)),
        st.builds(Paragraph, sentences, st.just("post"), st.just(POST)),
    ),
    max_size=12,
)
widths = st.integers(4, 60)


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, tuple[Claim, ...]]:
    """An article and claims in it that do not overlap."""
    article = Article(tuple(draw(paragraphs)))
    claims: list[Claim] = []
    for number, paragraph in enumerate(article.paragraphs):
        cuts = sorted(draw(st.sets(st.integers(0, len(paragraph.text)), max_size=4)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            claims.append(Claim(paragraph.text[start:end], number, start, end))
    return article, tuple(claims)


def laid_out(article: Article, claims: Sequence[Claim], width: int) -> Page:
    """The page of an article with these claims."""
    return Page(Manuscript(article.paragraphs), Roll(claims), width)


def settled(page: Page) -> Page:
    """The page with every height exact."""
    page.settle(len(page.text))
    assert page.settled
    return page


def gaps(page: Page) -> int:
    """Blank lines between paragraphs."""
    return sum((row := page.row(y)) is not None and row.line is None for y in range(page.height))


@given(articles(), widths)
def test_the_height_is_the_sum_of_the_lines_once_settled(made: tuple[Article, tuple[Claim, ...]], width: int) -> None:
    page = settled(laid_out(*made, width))
    assert page.height == sum(len(page.lines(number)) for number in range(len(page.text))) + gaps(page)


@given(articles(), widths)
def test_every_line_shows_something_and_in_order(made: tuple[Article, tuple[Claim, ...]], width: int) -> None:
    page = settled(laid_out(*made, width))
    rows = [page.row(y) for y in range(page.height)]
    shown = [(row.paragraph, row.line) for row in rows if row is not None and row.line is not None]
    assert shown == [(number, line) for number in range(len(page.text)) for line in page.lines(number)]
    assert None not in rows
    assert page.row(-1) is None
    assert page.row(page.height) is None


@given(articles(), widths, st.data())
def test_what_is_made_exact_stays_so_whatever_is_settled_after(
    made: tuple[Article, tuple[Claim, ...]], width: int, data: st.DataObject
) -> None:
    page = laid_out(*made, width)
    first = data.draw(st.integers(0, max(0, page.height)))
    page.make_exact(first, 10)
    shown = [page.row(y) for y in range(first, min(page.height, first + 10))]
    anchor = page.anchor(first)
    settled(page)
    top = page.line_of(anchor)
    assert [page.row(y) for y in range(top, top + len(shown))] == shown


@given(articles(), widths, widths)
def test_an_anchor_stays_in_its_paragraph_when_the_width_changes(
    made: tuple[Article, tuple[Claim, ...]], width: int, other: int
) -> None:
    page = settled(laid_out(*made, width))
    anchors = [page.anchor(y) for y in range(page.height)]
    assert [page.line_of(anchor) for anchor in anchors] == list(range(page.height))
    page.resize(other)
    settled(page)
    for paragraph, _ in anchors:
        row = page.row(page.line_of((paragraph, 0)))
        assert row is not None
        assert row.paragraph == paragraph


@given(articles(), widths)
def test_a_claim_stands_on_the_lines_said(made: tuple[Article, tuple[Claim, ...]], width: int) -> None:
    page = settled(laid_out(*made, width))
    for index, claim in enumerate(made[1]):
        covering = [
            y
            for y in range(page.height)
            if (row := page.row(y)) is not None and index in {piece[2] for piece in page.pieces(row)}
        ]
        lines = page.lines_of_claim(index)
        # A claim of nothing but newlines or blanks at a break has no line that shows it.
        assert set(covering) <= set(lines)
        if claim.text.strip():
            assert covering


@given(articles(), widths)
def test_pieces_join_to_the_line(made: tuple[Article, tuple[Claim, ...]], width: int) -> None:
    page = settled(laid_out(*made, width))
    for y in range(page.height):
        row = page.row(y)
        assert row is not None
        pieces = list(page.pieces(row))
        if row.line is None or row.line.start == row.line.end:
            assert pieces == []
            continue
        assert pieces[0][0] == row.line.start
        assert pieces[-1][1] == row.line.end
        assert all(before[1] == after[0] for before, after in itertools.pairwise(pieces))


def test_each_claim_of_a_line_has_its_glyph_in_the_margin_or_before_its_words() -> None:
    page = settled(laid_out(FERRY.article, FERRY.claims, 72))
    row = page.row(page.lines_of_claim(0).start)
    assert row is not None
    assert page.lead(row) == 0
    marked = [claim for _, _, claim, marked in page.pieces(row) if marked]
    assert marked == [1]


def test_a_claim_that_begins_inside_a_line_leads_nothing() -> None:
    page = settled(laid_out(FERRY.article, FERRY.claims, 72))
    leads = [page.lead(row) for y in range(page.height) if (row := page.row(y)) is not None]
    assert [lead for lead in leads if lead is not None] == [0, 2, 3, 4]


def test_posts_and_lists_stand_close_other_paragraphs_apart() -> None:
    page = settled(laid_out(FERRY.article, FERRY.claims, 72))
    blank = [row.paragraph for y in range(page.height) if (row := page.row(y)) is not None and row.line is None]
    assert blank == [1, 2, 3, 5, 6, 8, 9]


@pytest.mark.parametrize("width", [20, 40, 72, 100])
def test_the_estimate_of_a_long_article_is_near(width: int) -> None:
    page = laid_out(MILL.article, MILL.claims, width)
    guessed = page.height
    assert abs(settled(page).height - guessed) <= 0.25 * guessed


def test_many_paragraphs_are_settled_in_slices() -> None:
    page = laid_out(MILL.article, MILL.claims, 40)
    for _ in range(6):
        assert not page.settled
        page.settle(11)
    assert page.settled


def test_an_empty_article_is_a_page_without_lines() -> None:
    page = laid_out(Article(), (), 40)
    assert page.settled
    assert page.height == 0
    assert page.row(0) is None
    assert page.find("a") == []
    page.make_exact(0, 10)
    page.resize(20)
    assert page.line_of(page.anchor(0)) == 0


def test_words_are_found_whatever_their_case() -> None:
    page = laid_out(FERRY.article, FERRY.claims, 72)
    found = page.find("HARBOUR")
    texts = [page.text[match.paragraph][match.start : match.end] for match in found]
    assert texts == ["Harbour", "harbour", "harbour"]
    assert [match.paragraph for match in found] == [4, 4, 8]


@pytest.mark.parametrize("words", ["[b]", ".", "(", "\\", "a*"])
def test_what_is_searched_is_text_and_no_pattern(words: str) -> None:
    text = f"One {words} two"
    page = laid_out(Article((Paragraph(text),)), (), 40)
    assert page.find(words) == [Match(0, 4, 4 + len(words))]


odd_letters = st.text("kKKsSſiIİıßaA é\t\n.漢", max_size=12)


@given(texts=st.lists(odd_letters, max_size=8), words=odd_letters)
def test_a_search_finds_what_going_through_every_paragraph_finds(texts: list[str], words: str) -> None:
    page = laid_out(Article(tuple(map(Paragraph, texts))), (), 20)
    parts = words.split()
    pattern = re.compile(r"\s+".join(map(re.escape, parts)) if parts else re.escape(words), re.IGNORECASE)
    places = [
        (number, *found.span()) for number in range(len(texts)) for found in pattern.finditer(page.text.shown(number))
    ]
    assert [tuple(match) for match in page.find(words)] == places


def test_a_match_over_a_break_stands_on_both_lines() -> None:
    page = settled(laid_out(Article((Paragraph("one two three four"),)), (), 9))
    (match,) = page.find("two three")
    assert page.lines_of(match) == range(2)


def test_a_page_keeps_to_the_paragraph_even_when_claims_are_out_of_order() -> None:
    claims = tuple(replace(claim) for claim in reversed(FERRY.claims))
    page = settled(laid_out(FERRY.article, claims, 72))
    assert list(page.roll.in_paragraph(1)) == [4, 3]
