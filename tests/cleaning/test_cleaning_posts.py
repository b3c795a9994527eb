"""Embedded posts and the kinds of paragraphs."""

from __future__ import annotations

from datetime import date

import pytest

from tuifact.cleaning import clean
from tuifact.model.article import Post

MASKED = (
    "He wrote this on Monday .\n& nbsp ;\nSoon the # ferry will sail . pic . twitter . com / aB3dE5\n"
    "Thank you , @ idaholm ! # Harbour\n& mdash ; Jo Berg (@ jo_berg ) December 13 , 2020\n& nbsp ;\nNobody answered ."
)


def test_a_post_has_author_handle_day_links_and_hashtags() -> None:
    article = clean(MASKED)
    post = Post("Jo Berg", "@jo_berg", date(2020, 12, 13), ("pic.twitter.com/aB3dE5",), ("#ferry", "#Harbour"))
    assert [paragraph.post for paragraph in article.paragraphs] == [None, post, post, post, None]
    assert [paragraph.kind for paragraph in article.paragraphs] == ["prose", "post", "post", "post", "prose"]
    assert article.paragraphs[3].text == "— Jo Berg (@jo_berg) December 13, 2020"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("— Jo Berg (@jo_berg) December 13, 2020", date(2020, 12, 13)),
        ("— Jo Berg (@jo_berg) 13 Dec 2020", date(2020, 12, 13)),
        ("-- Jo Berg (@jo_berg)", None),
        ("– Jo Berg (@jo_berg) · December 32, 2020", None),
    ],
)
def test_attributions_are_read_in_several_forms(line: str, day: date | None) -> None:
    post = clean(f"The ferry sails.\n{line}").paragraphs[-1].post
    assert post is not None
    assert (post.author, post.handle, post.published) == ("Jo Berg", "@jo_berg", day)


@pytest.mark.parametrize("line", ["Jo Berg (@jo_berg) wrote so.", "— Jo Berg, 2020", "He (@jo_berg) left."])
def test_other_lines_make_no_post(line: str) -> None:
    assert all(paragraph.post is None for paragraph in clean(f"The ferry sails.\n{line}").paragraphs)


def test_an_embedded_post_of_a_page_is_one_post() -> None:
    article = clean(
        '<p>He wrote:</p><blockquote class="twitter-tweet"><p>The <a href="#">#ferry</a> sails.</p>'
        "&mdash; Jo Berg (@jo_berg) <a>December 13, 2020</a></blockquote><p>Nobody answered.</p>",
        "text/html",
    )
    assert [paragraph.kind for paragraph in article.paragraphs] == ["prose", "post", "post", "prose"]
    assert article.paragraphs[1].post is article.paragraphs[2].post


def test_items_beside_each_other_are_a_list_and_one_alone_is_not() -> None:
    kinds = [
        p.kind
        for p in clean("What he said.\n\n- first thing\n\n- second thing\n\nThe end.\n\n- So he left.").paragraphs
    ]
    assert kinds == ["prose", "list", "list", "prose", "prose"]


def test_markup_tells_the_kind() -> None:
    page = "<h2>Head</h2><p>Text.</p><blockquote><p>Quoted.</p></blockquote><ul><li>Item</li></ul>"
    assert [p.kind for p in clean(page, "text/html").paragraphs] == ["heading", "prose", "quote", "list"]
