"""Feeds: each entry an article, its bytes as they stand in the feed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from receiving import good, receive, texts, unfolded, words, written

from tuifact.errors import SourceError
from tuifact.model import Original

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="d" xmlns:content="c" xmlns:media="m"><channel><title>Desk</title>
<item><title>Fares &amp; ferries</title><link>https://ferry.example/a?b=1&amp;c=2</link>
<dc:creator>Maren Holt</dc:creator>
<pubDate>Fri, 02 Apr 2021 10:00:00 +0000</pubDate><media:title>A picture</media:title><description>Short</description>
<content:encoded><![CDATA[<p>It cost 5&nbsp;million &amp; more.</p>]]></content:encoded></item>
<item><title>Größe&nbsp;zählt</title><guid isPermaLink="false">x7</guid>
<description>&lt;p&gt;Zwölf Prozent.&lt;/p&gt;</description></item>
<item><title>No words</title><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><author><name>Nobody</name></author>
<entry><title type="text">Fares</title><link rel="self" href="https://ferry.example/self"/>
<link href="https://ferry.example/a"/><author><name>Maren Holt</name></author><author><name>Ann Bell</name></author>
<published>2021-04-02T10:00:00Z</published><updated>2022-01-01T00:00:00Z</updated>
<content type="xhtml"><div><p>A <b>bold</b> &amp; big &lt;claim&gt;.</p></div></content></entry></feed>"""


def test_entries_bring_text_and_facts(tmp_path: Path) -> None:
    path = written(tmp_path, "a.xml", RSS)
    first, second, third = receive(path)
    one = good(first)
    assert one.source == "https://ferry.example/a?b=1&c=2"
    assert one.given.text == "<p>It cost 5&nbsp;million &amp; more.</p>"
    assert (one.given.title, one.given.byline) == ("Fares & ferries", "Maren Holt")
    assert (one.given.published, one.given.media_type) == (date(2021, 4, 2), "text/html")
    assert (good(second).source, good(second).given.title) == (f"{path}#2", "Größe zählt")
    assert str(third) == f"{path}#3: has no words (import the page it links to)"


def test_atom_is_read_with_markup_inside(tmp_path: Path) -> None:
    (item,) = receive(written(tmp_path, "a.atom", ATOM))
    entry = good(item)
    assert entry.given.text == "<div><p>A <b>bold</b> &amp; big &lt;claim>.</p></div>"
    assert (entry.source, entry.given.byline) == ("https://ferry.example/a", "Maren Holt, Ann Bell")
    assert entry.given.published == date(2021, 4, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_original_is_the_entry_itself(tmp_path: Path, encoding: str) -> None:
    data = RSS.replace('"utf-8"', f'"{encoding}"').encode(encoding)
    _, second, _ = receive(written(tmp_path, "a.xml", data))
    entry = good(second)
    assert entry.data.startswith(b"<item><title>Gr")
    assert entry.data.endswith(b"</item>")
    kept = Original(entry.data, entry.source, "", entry.media_type, entry.encoding)
    assert words(unfolded(kept)) == entry.given.text == "<p>Zwölf Prozent.</p>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ('<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><item>&b;</item></rss>', "defines entities"),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item>&x;</item></rss>', "defines entities"),
        ("<rss><channel>" + "<x>" * 100_000, "is nested deeper than"),
        ("<rss><channel/></rss>", "is no feed"),
        ("<rss><item>", "is no well-formed XML"),
        ('<?xml version="1.0" encoding="klingon"?><rss/>', "is"),
    ],
)
def test_hostile_feeds_are_refused_with_the_reason(tmp_path: Path, data: str, reason: str) -> None:
    (text,) = texts(written(tmp_path, "a.rss", data))
    assert text.startswith("! ")
    assert reason in text


def test_titles_are_harmless(tmp_path: Path) -> None:
    item = "<item><title>A &amp;#7; \u202eB</title><link>vbscript:x</link><description>words</description></item>"
    (found,) = receive(written(tmp_path, "a.rss", f"<rss>{item}</rss>"))
    assert good(found).given.title == "A &#7; B"
    assert good(found).source.endswith("a.rss#1")


PIECES = st.sampled_from(
    [
        "<item>",
        "</item>",
        "<entry>",
        "</entry>",
        "<link/>",
        "<link>",
        "</link>",
        "<content>",
        "&nbsp;",
        "x",
        "</content>",
        "<![CDATA[",
        "]]>",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=20).map("".join) | st.text("<>&;/item \x00é", max_size=60))
def test_hostile_feeds_are_only_ever_refused(tmp_path: Path, inside: str) -> None:
    for item in receive(written(tmp_path, "a.rss", f"<rss>{inside}</rss>")):
        assert isinstance(item, Original | SourceError)
