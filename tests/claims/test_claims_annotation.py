"""Annotation: every sentence with its place, kind, worth and reasons. All texts written for this."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuifact.claims import annotate, find_claims
from tuifact.model import Article, Band, Kind, Paragraph, Post

POST = Post("Ana Ruiz", "@anaruiz", date(2021, 5, 4))
ARTICLE = Article(
    (
        Paragraph("Bridge cost tripled to 3 million in 2020", "heading"),
        Paragraph("The city spent $1.5 billion on the bridge in 2019. It will cost more, Ana Ruiz said."),
        Paragraph("The bridge was closed on Monday and 40 people had to leave.", "post", POST),
        Paragraph("— Ana Ruiz (@anaruiz) May 4, 2021", "post", POST),
        Paragraph("She told The Harbour Post."),
    )
)


def test_headings_bylines_and_bare_attributions_claim_nothing() -> None:
    by_text = {sentence.text: sentence for sentence in annotate(ARTICLE)}
    for text in (
        "Bridge cost tripled to 3 million in 2020",
        "— Ana Ruiz (@anaruiz) May 4, 2021",
        "She told The Harbour Post.",
    ):
        assert by_text[text].worth == 0.0
        assert by_text[text].band is Band.NOT_CHECKABLE
        assert by_text[text].reasons == ()
    assert by_text["She told The Harbour Post."].speaker == "Ana Ruiz"


def test_what_begins_is_no_bare_attribution() -> None:
    (sentence,) = annotate(Article((Paragraph("The trial began on Monday."),)))
    assert (sentence.speaker, sentence.worth > 0) == (None, True)


def test_predictions_and_opinions_say_so_among_their_reasons() -> None:
    sentences = annotate(Article((Paragraph("The bridge will fall in May. The council should resign."),)))
    assert [(sentence.kind, sentence.reasons[-1]) for sentence in sentences] == [
        (Kind.PREDICTION, "prediction"),
        (Kind.OPINION, "opinion"),
    ]


def test_what_is_worth_a_check_is_told_by_what_speaks_for_it() -> None:
    text = "The city will spend 1.5 billion euros on 12 bridges by 2030, according to the mayor, Anna Bell."
    (sentence,) = annotate(Article((Paragraph(text),)))
    assert (sentence.kind, sentence.band is Band.NOT_CHECKABLE) == (Kind.PREDICTION, False)
    assert "number" in sentence.reasons
    assert "prediction" not in sentence.reasons


def test_what_is_mostly_quotation_is_a_quote() -> None:
    (sentence,) = annotate(Article((Paragraph("“Nobody told us anything,” Tom Okafor said."),)))
    assert (sentence.kind, sentence.speaker) == (Kind.QUOTE, "Tom Okafor")


def test_an_empty_article_has_no_sentences() -> None:
    assert annotate(Article()) == ()
    assert annotate(Article((Paragraph(""), Paragraph(" \n")))) == ()


def test_asking_again_gives_the_same() -> None:
    assert annotate(ARTICLE) == annotate(ARTICLE)


@pytest.mark.parametrize("rules_only", [True, False])
def test_claims_are_annotated_sentences(rules_only: bool) -> None:
    places = {(s.paragraph, s.start, s.end, s.text) for s in annotate(ARTICLE, rules_only=rules_only)}
    claims = find_claims(ARTICLE, rules_only=rules_only)
    assert claims
    assert {(claim.paragraph, claim.start, claim.end, claim.text) for claim in claims} <= places


ODD = st.sampled_from(
    ["\x00", "\ud800", "12%", "He said", '"', "“", "…", "港。", "أ؟", "\n", "🙂", "Mr. Lee told", "will"]
)


@settings(max_examples=60)
@given(st.lists(st.lists(st.one_of(ODD, st.text(max_size=8)), max_size=15).map(" ".join), max_size=4))
def test_every_sentence_stands_where_it_says(texts: list[str]) -> None:
    article = Article(tuple(Paragraph(text) for text in texts))
    at: tuple[int, int] = (-1, 0)
    for sentence in annotate(article):
        text = texts[sentence.paragraph]
        assert text[sentence.start : sentence.end] == sentence.text
        assert at <= (sentence.paragraph, sentence.start)
        assert 0 <= sentence.worth <= 1
        at = (sentence.paragraph, sentence.end)
