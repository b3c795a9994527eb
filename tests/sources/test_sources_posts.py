"""Archives of posts: each post an article, its words and author found wherever the archive keeps them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from receiving import good, receive, texts, unfolded, words, written

from tuifact.model import Original

TWEET = {
    "full_text": "We sold 900 tickets & more.",
    "created_at": "Tue May 04 10:00:00 +0000 2021",
    "lang": "en",
    "user": {"name": "Harbour Ferry", "screen_name": "harbourferry"},
}


def test_an_archive_is_cut_into_its_posts(tmp_path: Path) -> None:
    posts = [{"tweet": {"full_text": text, "id_str": str(n)}} for n, text in enumerate(("One – 1.", "Two."))]
    data = "window.YTD.tweets.part0 = " + json.dumps(posts, indent=1, ensure_ascii=False)
    items = [good(item) for item in receive(written(tmp_path, "tweets.js", data))]
    assert [item.given.text for item in items] == ["One – 1.", "Two."]
    assert [json.loads(item.data) for item in items] == posts
    assert all(item.data.decode() in data for item in items)
    assert items[1].source.endswith("tweets.js#2")


def test_the_author_signs_the_post(tmp_path: Path) -> None:
    (item,) = receive(written(tmp_path, "a.json", json.dumps([TWEET])))
    post = good(item)
    assert post.given.text == "We sold 900 tickets & more.\n— Harbour Ferry (@harbourferry) May 4, 2021"
    assert (post.given.byline, post.given.published, post.given.language) == ("Harbour Ferry", date(2021, 5, 4), "en")


@pytest.mark.parametrize(
    ("archive", "expected"),
    [
        ({"data": [{"text": "A post."}]}, ["A post."]),
        ({"orderedItems": [{"object": {"content": "<p>A toot</p>"}}, {"type": "Announce"}]}, ["<p>A toot</p>", "!"]),
        ({"html": "<blockquote class='twitter-tweet'><p>A</p></blockquote>", "author_name": "Ann"}, ["<blockquote"]),
        ([{"title": "A row", "text": "Its text."}], ["Its text."]),
        ({"full_text": "Alone."}, ["Alone."]),
        ({"text": "Alone.", "title": "A row"}, ["Alone."]),
        ([], ["!"]),
        (3, ["!"]),
    ],
)
def test_archives_of_many_makes_are_read(tmp_path: Path, archive: object, expected: list[str]) -> None:
    found = texts(written(tmp_path, "a.json", json.dumps(archive)))
    assert len(found) == len(expected)
    assert all(text.startswith(start) for text, start in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    "data", ["[" * 100_000, '{"full_text": ' * 50_000, "[1, ", '{"data": [{"text": "a"}', "", "\x00"]
)
def test_what_is_no_json_is_refused(tmp_path: Path, data: str) -> None:
    assert all(text.startswith("! ") for text in texts(written(tmp_path, "a.json", data)))


def test_the_words_are_found_again(tmp_path: Path) -> None:
    (item,) = receive(written(tmp_path, "a.json", json.dumps([TWEET])))
    post = good(item)
    assert words(unfolded(Original(post.data, post.source, "", post.media_type))) == post.given.text
