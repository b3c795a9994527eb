"""Pages: the article without what stands around it, and what the page says of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from receiving import good, receive, unfolded, written

from loopback import PAGE
from tuifact.cleaning import clean
from tuifact.errors import SourceError
from tuifact.model import Original
from tuifact.sources import pages
from tuifact.sources.pages import make_harmless, read_facts


def data_page(*objects: object) -> str:
    """A page with JSON-LD."""
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in objects)
    return f'<html lang="de-AT"><head>{scripts}<link rel="canonical" href="https://a.example/b"></head><body></body></html>'


def test_json_ld_comes_first() -> None:
    article = {
        "@type": ["NewsArticle"],
        "headline": "Fares &amp; ferries",
        "author": [{"name": "Maren Holt"}, {"name": "Ann Bell"}],
        "datePublished": "2021-04-02T23:00:00-05:00",
    }
    for page in (data_page({"@type": "Organization"}, article), data_page({"@graph": [{"@type": "WebSite"}, article]})):
        facts = read_facts(page.replace("<head>", '<head><meta name="author" content="Nobody">'))
        assert (facts.title, facts.byline) == ("Fares & ferries", "Maren Holt, Ann Bell")
        assert (facts.published, facts.language, facts.url) == (date(2021, 4, 2), "de", "https://a.example/b")


def test_meta_and_marks_beside_the_title_come_next() -> None:
    facts = read_facts(
        '<meta content="Fares" property="og:title"><a rel="author" href="/m"> Maren Holt </a>'
        '<time datetime="2021-04-02">'
    )
    assert (facts.title, facts.byline, facts.published) == ("Fares", "Maren Holt", date(2021, 4, 2))
    assert read_facts('<meta property="article:author" content="https://social.example/m">').byline == ""


@pytest.mark.parametrize(
    "data", ["{", "[" * 100_000, "null", "[1, 2]", '{"@graph": 7}', '{"@type": "Article", "headline": 5}']
)
def test_broken_json_ld_is_passed_over(data: str) -> None:
    assert read_facts(f'<script type="application/ld+json">{data}</script>').title == ""


def test_the_article_is_found_without_what_stands_around_it(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (item,) = receive(written(tmp_path, "a.html", PAGE))
    text = good(item).given.text or ""
    assert "4,711" in text
    assert "Home" not in text
    kept = Original(good(item).data, "a.html", "", good(item).media_type, good(item).encoding)
    assert good(unfolded(kept)).given.text == text


@pytest.mark.parametrize(
    "control", [b"&#11;", b"&#x1b;", b"&#xFFFE;", b"&#xD800;", b"\x0b", b"\xef\xbf\xbe", b"&#9999999;"]
)
def test_a_control_character_does_not_empty_the_page(tmp_path: Path, control: bytes) -> None:
    pytest.importorskip("trafilatura")
    (item,) = receive(written(tmp_path, "a.html", PAGE.replace(b"Fares rose", control + b"Fares rose")))
    assert "Fares rose" in (good(item).given.text or "")


def test_a_page_with_impossible_elements_is_read(tmp_path: Path) -> None:
    data = b"<html" + PAGE[:-150]
    (item,) = receive(written(tmp_path, "a.html", data))
    assert "4,711" in (good(item).given.text or data.decode())


def test_harmless_references_stay() -> None:
    assert make_harmless("&#8211;&#x2014; &#10;a&amp;#27;") == "&#8211;&#x2014; &#10;a&amp;#27;"


def test_a_fragment_is_left_as_it_is(tmp_path: Path) -> None:
    embed = b'<blockquote class="twitter-tweet"><p>900 tickets</p>&mdash; Ferry (@ferry)</blockquote>'
    (item,) = receive(written(tmp_path, "a.html", embed))
    assert (good(item).given.text, good(item).media_type) == (None, "text/html")


def test_without_the_reader_pages_are_left_to_cleaning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "find_spec", lambda _: None)
    pages.has_reader.cache_clear()
    (item,) = receive(written(tmp_path, "a.html", PAGE))
    read = unfolded(Original(PAGE, "a.html", "", "text/html; reader=trafilatura"))
    pages.has_reader.cache_clear()
    assert (good(item).given.text, good(item).given.byline, good(item).media_type) == (None, "Maren Holt", "text/html")
    assert isinstance(read, SourceError)
    assert "'web'" in str(read)


def test_pages_are_read_in_the_encoding_they_name(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1251"><meta name="author" content="Мария"></head></html>'
    (item,) = receive(written(tmp_path, "a.html", page.encode("cp1251")))
    assert (good(item).given.byline, good(item).encoding) == ("Мария", "cp1251")


@settings(max_examples=40, deadline=None)
@given(st.text("<>/=\"' metalinkscrptyon&#;x0\x00é", max_size=200))
def test_hostile_pages_are_only_ever_read(text: str) -> None:
    assert isinstance(unfolded(Original(text.encode(), "a.html", "", "text/html")), Original)
    page = f"<html><body><article>{text}<p>{'It rained for days. ' * 20}{text}</p></article></body></html>"
    assert isinstance(unfolded(Original(page.encode(), "a.html", "", "text/html; reader=trafilatura")), Original)


def test_hostile_pages_take_time_in_proportion() -> None:
    for piece in (
        "<meta ",
        "<script ld+json",
        "<html ",
        "<a rel=author",
        '<link rel="',
        "<time ",
        "<title>",
        "<h1>",
        "&#",
        "<meta a='",
    ):
        assert read_facts(piece * 20_000).title == ""


@pytest.mark.parametrize(
    ("beside", "left_out"),
    [
        ('<div class="subscribe-form"><form><input name="a"><p>The letter comes on {}.</p></form></div>', True),
        ('<div id="newsletter"><p>The letter comes on {}.</p><input name="a"></div>', True),
        ('<div class="cookiemsg"><p>This site keeps crumbs of {}.</p></div>', True),
        ('<div class="page"><div class="sf_comment"><p>Well said on {}, says one.</p></div></div>', True),
        ('<ul id="comments-list"><li>Well said on {}, says one.</li></ul>', True),
        ('<div class="subscribers-only"><p>The ferry sank on {}, the port says.</p></div>', False),
    ],
)
def test_what_stands_beside_by_its_own_name_is_left_out(tmp_path: Path, beside: str, left_out: bool) -> None:
    pytest.importorskip("trafilatura")
    # So short an article makes the reader take the page as a whole.
    page = (
        "<html><body><h1>Ferry fares</h1><p>The port said that fares would rise by 12 percent in spring 2022.</p>"
        f"<p>It last raised them in 2017, by 4 percent.</p>{beside.format('a Tuesday in May')}</body></html>"
    )
    (item,) = receive(written(tmp_path, "a.html", page))
    text = good(item).given.text or ""
    assert "12 percent" in text
    assert ("Tuesday in May" not in text) is left_out


def test_an_article_is_not_left_out_whatever_it_is_called(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.replace(b"<article>", b'<article class="comment cookie newsletter"><input name="a">')
    assert page != PAGE
    for wrapped in (page, page.replace(b"<body>", b'<body class="cookies comments">')):
        (item,) = receive(written(tmp_path, "a.html", wrapped))
        assert "4,711" in (good(item).given.text or "")


@pytest.mark.parametrize(
    "meta",
    [
        '<meta name="publishdate" content="2021-04-02">',
        '<meta name="article_date_original" content="Friday, April 2, 2021, 12:06 PM">',
        '<meta name="cXenseParse:recs:publishtime" content="2021-04-02T10:01:00.000Z">',
        '<meta property="og:published_time" content="2021/04/02">',
    ],
)
def test_a_day_is_known_by_many_names(meta: str) -> None:
    assert read_facts(f"<html><head>{meta}</head><body></body></html>").published == date(2021, 4, 2)


def test_a_row_of_values_on_a_page_is_a_line(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    table = (
        b"<table><tr><th>Year</th><th>Passengers</th></tr><tr><td>2019</td><td>31,200</td></tr>"
        b"<tr><td>2021</td><td>40,311</td></tr></table></article>"
    )
    (item,) = receive(written(tmp_path, "a.html", PAGE.replace(b"</article>", table)))
    found = [" ".join(part.text.split()) for part in clean(good(item).given.text or "", "text/html").paragraphs]
    assert found[-3:] == ["Year | Passengers", "2019 | 31,200", "2021 | 40,311"]
