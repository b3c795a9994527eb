"""What holds for every text: nothing invented, nothing moved, nothing raised."""

from __future__ import annotations

import re

import pytest
from cleaning_damage import DAMAGES, articles, layers, mixtures
from hypothesis import given, settings
from hypothesis import strategies as st

from tuifact.cleaning import clean
from tuifact.errors import CleaningError
from tuifact.model.article import Article

PIECES = (
    "the ferry said Holt million don d' l' ’t éé gon na can not p m a.m. 1 204 90s U . S , ; : ! ? ( ) [ ] / * ** > | "
    "\" ' ’ “ ” ‘ « » „ - -- — – ... … `` '' # ## _ ~ $ % & € £ @ @@ @@@ @@@@ @-@ @,@ .@@@ ,@@@ .\" ,\" ). ), s t n't "
    "'s & quot ; & nbsp ; &amp; &#8217; &lt; &gt; www com org pic twitter http : / / -LRB- -RRB- \\/ ##45678 ﬁ Ã© â€™ "
    "а аb = <p> </p> <b> </b> ![a](b) [x](http://y) `code` By . PUBLISHED: @highlight ^ ° +"
).split(" ")
SPACES = ("\n", "\n\n", "\t", "\r\n", "\u00a0", "\u200b", "\u00ad", "\ufeff", "\x00", "\x1b[31m", "\ud800", "\u202e")

soups = st.builds(
    lambda pieces, glue: glue.join(pieces),
    st.lists(st.sampled_from([*PIECES, *SPACES]), max_size=25),
    st.sampled_from((" ", " ", "")),
)
texts = st.one_of(soups, articles, mixtures, layers, st.text(max_size=200))
few = settings(max_examples=30, deadline=None)


def spelling(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def spans_hold(article: Article, length: int) -> bool:
    ends = [0, *(end for paragraph in article.paragraphs for end in paragraph.span), length]
    return ends == sorted(ends)


@given(articles)
@few
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(text).text == text


@pytest.mark.parametrize("damage", DAMAGES)
@given(text=articles)
@few
def test_damage_is_undone(damage: str, text: str) -> None:
    wanted = text.replace("'", "’") if damage == "masks" else text
    assert clean(DAMAGES[damage](text)).text == wanted


@pytest.mark.parametrize("damage", DAMAGES)
@given(text=articles)
@few
def test_cleaning_twice_is_cleaning_once(damage: str, text: str) -> None:
    once = clean(DAMAGES[damage](text)).text
    assert clean(once).text == once


@given(st.one_of(mixtures, layers))
@settings(max_examples=150, deadline=None)
def test_cleaning_a_mixture_of_conventions_twice_is_cleaning_it_once(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@pytest.mark.parametrize("damage", ["runs parted", "marks parted"])
@given(text=articles)
@few
def test_letters_and_figures_never_change(damage: str, text: str) -> None:
    damaged = DAMAGES[damage](text)
    assert spelling(clean(damaged).text) == spelling(damaged)


@given(texts)
@settings(max_examples=50, deadline=None)
def test_spans_are_ordered_and_inside_the_original(text: str) -> None:
    assert spans_hold(clean(text), len(text))


@given(texts)
@settings(max_examples=50, deadline=None)
def test_the_text_is_its_paragraphs(text: str) -> None:
    article = clean(text)
    assert article.text == "\n\n".join(paragraph.text for paragraph in article.paragraphs)
    assert all(paragraph.text.strip() == paragraph.text != "" for paragraph in article.paragraphs)
    assert all((paragraph.kind == "post") == (paragraph.post is not None) for paragraph in article.paragraphs)


@given(texts)
@few
def test_the_same_text_gives_the_same_article(text: str) -> None:
    assert clean(text) == clean(text)


@given(texts)
@few
def test_the_result_can_be_written_and_shown(text: str) -> None:
    cleaned = clean(text).text
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]", cleaned)


@given(st.binary(max_size=300))
@settings(max_examples=50, deadline=None)
def test_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        article = clean(data)
    except CleaningError as error:
        told = str(error).splitlines()
    else:
        told = [article.original.encoding]
        assert spans_hold(article, len(data.decode(article.original.encoding, "replace")))
    assert len(told) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "& nbsp ;",
        "@@@",
        "@@",
        "@",
        '"\'"',
        "...",
        "( ( (",
        "<",
        "<p>",
        "</p>",
        "&",
        "#",
        "\ufeff",
        "\u200b",
    ],
)
def test_texts_of_hardly_anything_are_read(text: str) -> None:
    article = clean(text)
    assert len(article.paragraphs) <= 1
    assert spans_hold(article, len(text))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "& nbsp ;", "& nbsp ;\n& nbsp ;", "\ufeff", "\u200b", "<p></p>"])
def test_nothing_to_read_is_an_article_without_paragraphs(text: str) -> None:
    assert clean(text).paragraphs == ()
