"""What was repaired: every change, named, in its place, and nothing else."""

from __future__ import annotations

import pickle

import pytest
from cleaning_damage import DAMAGES, articles, layers, mixtures
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cleaning_properties import soups

from texts import BRIDGE, MANGLED
from tuifact.cleaning import clean
from tuifact.model.article import Article

texts = st.one_of(soups, articles, mixtures, layers, *(articles.map(damage) for damage in DAMAGES.values()))


def decoded(article: Article) -> str:
    return article.original.data.decode(article.original.encoding)


def replay(article: Article) -> list[str]:
    """The paragraphs as the original with the repairs made to it."""
    text, repairs = decoded(article), article.repairs
    replayed = []
    for start, end in (paragraph.span for paragraph in article.paragraphs):
        made, at = "", start
        for repair in repairs:
            if start <= repair.span[0] and repair.span[1] <= end:
                made += text[at : repair.span[0]] + repair.after
                at = repair.span[1]
        replayed.append(made + text[at:end])
    return replayed


@given(texts)
@settings(max_examples=50, deadline=None)
def test_the_original_with_its_repairs_is_the_cleaned_text(text: str) -> None:
    article = clean(text)
    assert replay(article) == [paragraph.text for paragraph in article.paragraphs]


@given(texts)
@settings(max_examples=40, deadline=None)
def test_repairs_are_ordered_named_and_quote_the_original(text: str) -> None:
    article = clean(text)
    original, at = decoded(article), 0
    for repair in article.repairs:
        assert at <= repair.span[0] <= repair.span[1] <= len(original)
        assert repair.before == original[slice(*repair.span)] != repair.after
        assert repair.fix
        at = repair.span[1]


@given(articles)
@settings(max_examples=25, deadline=None)
def test_clean_text_has_no_repairs(text: str) -> None:
    assert clean(text).repairs == ()


@pytest.mark.parametrize(
    ("text", "fix", "before", "after"),
    [
        ("The ferry was late , he said .", "space before punctuation", " ,", ","),
        ("It cost $ 1 . 5 billion .", "split number", "$ 1 . 5", "$1.5"),
        ("They ( the crew ) left .", "space after an opening mark", "( ", "("),
        ("He didn ' t go , he said .", "split contraction", "didn ' t", "didn't"),
        ("A well - known quay , he said .", "split compound", "well - known", "well-known"),
        ("A well @-@ known quay , he said .", "joining mark", "well @-@ known", "well-known"),
        ("The port @@@ s budget , he said .", "masked character", "port @@@ s", "port’s"),
        ("In Z @@ rich he said .", "lost character", "Z @@ rich", "Z\ufffdrich"),
        ("They left at 5 p . m . on Friday .", "split abbreviation", "p . m .", "p.m."),
        ("See www . example . com , he said .", "split address", "www . example . com ,", "www.example.com,"),
        ("The caf&eacute; is full.", "character reference", "caf&eacute;", "café"),
        ("The cafÃ© is full.", "misread UTF-8", "cafÃ©", "café"),
        ("The oﬃce is full.", "ligature", "oﬃce", "office"),
        ("The fer\u00adry is full.", "hidden character", "fer\u00adry", "ferry"),
        ("The \x1b[31mferry is full.", "control character", "\x1b", "␛"),
        ("Late .\n& nbsp ;\nVery late .", "paragraph mark", "& nbsp ;", ""),
        ("The -LRB- late one -RRB- , he said .", "bracket name + space after an opening mark", "-LRB- ", "("),
        ("They are gon na go , he said .", "halved word", "gon na", "gonna"),
        ("The dis@@ til@@ lery is full .", "word pieces", "dis@@ til@@ lery", "distillery"),
        ("##45678 The ferry is full .", "number of the corpus", "##45678 ", ""),
        ("<p>The <b>ferry</b> is full.</p>", "markup", "<b>ferry</b>", "ferry"),
        ("The **ferry** is [full](http://a.example).\n\n# End", "Markdown mark", "**ferry**", "ferry"),
    ],
)  # fmt: skip
def test_a_repair_is_named_by_what_it_repairs(text: str, fix: str, before: str, after: str) -> None:
    found = [(repair.fix, repair.before, repair.after) for repair in clean(text).repairs]
    assert (fix, before, after) in found


def test_a_mangled_article_is_explained() -> None:
    fixes = {repair.fix for repair in clean(MANGLED).repairs}
    assert {"space before punctuation", "joining mark", "split number"} <= fixes


def test_an_article_without_damage_has_nothing_to_explain() -> None:
    assert clean(BRIDGE).repairs == ()


def test_bytes_and_their_text_have_the_same_repairs() -> None:
    assert clean(MANGLED.encode()).repairs == clean(MANGLED).repairs


def test_places_count_characters_of_any_encoding() -> None:
    article = clean("Das Café , sagte er .".encode("utf-16"))
    assert [(repair.span, repair.before) for repair in article.repairs] == [((8, 10), " ,"), ((19, 21), " .")]


def test_places_behind_a_byte_order_mark_fit_the_text_as_given() -> None:
    text = "\ufeffLate , he said ."
    repair = next(repair for repair in clean(text).repairs if repair.before == " ,")
    assert text[slice(*repair.span)] == " ,"


def test_an_article_travels_between_processes_with_its_repairs() -> None:
    article = clean(MANGLED)
    assert pickle.loads(pickle.dumps(article)).repairs == article.repairs
