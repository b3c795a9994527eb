"""Who speaks: tables of sentences, small articles, and what must hold for any text. All texts written for this."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuifact.claims import annotate
from tuifact.model import Article, Paragraph, Post


def speakers(*paragraphs: str | Paragraph) -> list[str | None]:
    """The speaker of every sentence of an article of these paragraphs."""
    made = tuple(part if isinstance(part, Paragraph) else Paragraph(part) for part in paragraphs)
    return [sentence.speaker for sentence in annotate(Article(made), rules_only=True)]


def test_surnames_mean_the_full_name_seen_before() -> None:
    assert speakers("Engineer Tom Okafor left.", "Okafor said it was late.", "It was late, Mr. Okafor said.") == [
        None,
        "Tom Okafor",
        "Tom Okafor",
    ]


def test_a_pronoun_is_the_last_person_to_speak_and_keeps_its_sex() -> None:
    found = speakers(
        "Tom Okafor said the bridge was unsafe.",
        "He added that it was old.",
        "Mayor Ana Ruiz said trade would suffer.",
        "She added that jobs depend on it.",
        "He said that was no reason.",
    )
    assert found == ["Tom Okafor", "Tom Okafor", "Ana Ruiz", "Ana Ruiz", "Tom Okafor"]


def test_who_is_told_does_not_speak() -> None:
    assert speakers("Tom Okafor left.", '"It is old," he told The Harbour Post.') == [None, "Tom Okafor"]


def test_it_is_the_body_spoken_of() -> None:
    assert speakers("The shipping company Blue Line lost two contracts.", "It said the closure cost $40,000.") == [
        None,
        "Blue Line",
    ]


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    assert speakers('"We found cracks. Nobody was hurt," Tom Okafor said. "We will reopen. It is safe."') == (
        ["Tom Okafor"] * 4
    )


def test_an_open_quotation_carries_on_over_paragraphs() -> None:
    found = speakers(
        'Mayor Ana Ruiz called the closure "a disaster for trade":',
        '"Ships cannot pass. Two hundred jobs depend on them.',
        '"And nobody asked us."',
        "The bridge stayed closed.",
    )
    assert found == ["Ana Ruiz"] * 4 + [None]


def test_a_quotation_whose_speaker_is_named_at_its_end() -> None:
    found = speakers('"Both ports are closed. Nobody works.', '"They will open again," Ana Ruiz said.')
    assert found == ["Ana Ruiz"] * 3


def test_a_quotation_that_lacks_its_end_takes_no_other_sentence() -> None:
    assert speakers('"Now is the time, Ana Ruiz said.', "The bridge opened in 1990.") == ["Ana Ruiz", None]


def test_a_quotation_without_attribution_goes_on_from_the_paragraph_before() -> None:
    assert speakers("Ana Ruiz said ships could not pass.", '"Two hundred jobs depend on them."') == ["Ana Ruiz"] * 2


def test_what_somebody_does_beside_a_quotation_names_him() -> None:
    assert speakers("Mayor Ana Ruiz spoke on Monday.", '"That is false." Ruiz shook her head.') == [
        None,
        "Ana Ruiz",
        None,
    ]


@pytest.mark.parametrize("byline", ["— Pavel Novak, baker", "- Pavel Novak", "– Pavel Novak, Port Lorne"])
def test_a_byline_behind_a_quotation(byline: str) -> None:
    assert speakers(f'"Nobody tells us anything." {byline}')[0] == "Pavel Novak"


def test_a_post_is_its_author_s_and_his_handle_means_him() -> None:
    post = Post("Ana Ruiz", "@anaruiz", date(2021, 5, 4))
    found = speakers(
        Paragraph("The bridge is closed. We are sorry.", "post", post),
        Paragraph("— Ana Ruiz (@anaruiz) May 4, 2021", "post", post),
        Paragraph("“Ships cannot pass,” @anaruiz on why trade suffers.", "post", Post("Lorne News", "@lorne")),
        "@anaruiz said she was sorry.",
    )
    assert found == ["Ana Ruiz", "Ana Ruiz", None, "Ana Ruiz", "Ana Ruiz"]


def test_a_title_means_the_person_who_bears_it() -> None:
    found = speakers("Minister Bo Lind left.", "Minister Bo Lind said so.", "The minister said no.")
    assert found == [None, "Bo Lind", "Bo Lind"]


def test_a_bare_attribution_gives_its_speaker_to_the_quotation_before_it() -> None:
    assert speakers("Tom Okafor left.", '"It is old."', "he told The Harbour Post.") == [None] + ["Tom Okafor"] * 2


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("„Wir sind fertig“, sagte Anna Weber.", "Anna Weber"),
        ("Laut Anna Weber ist der Hafen geschlossen.", "Anna Weber"),
        ("«Hemos terminado», dijo Ana Ruiz.", "Ana Ruiz"),
        ("Según Ana Ruiz, el puerto cerró.", "Ana Ruiz"),
    ],
)
def test_a_few_verbs_of_other_languages(sentence: str, speaker: str) -> None:
    assert speakers(sentence) == [speaker]


PARTS = st.sampled_from(
    "Lee|said|that|he|who|,|\"|“|”|'|told|according to|and|the|noting|:|—|Mr.|of|@lee|was|\x00|\ud800|١٢|港。|\n|as|"
    "saying|quoted|in the words of|put it|promised to|is sure".split("|")
)


@settings(max_examples=60)
@given(st.lists(st.one_of(PARTS, st.text(max_size=6)), max_size=40).map(" ".join), st.booleans())
def test_any_text_has_a_speaker_or_none(text: str, heading: bool) -> None:
    paragraphs = (Paragraph(text, "heading" if heading else "prose"), Paragraph(text), Paragraph('"' + text))
    for sentence in annotate(Article(paragraphs), rules_only=True):
        assert sentence.speaker is None or sentence.speaker.strip()


@pytest.mark.parametrize(
    "text",
    [
        "said " * 5_000,
        "Lee, who " * 5_000 + "said.",
        '"a ' * 10_000,
        "'a " * 10_000,
        "A, said " * 5_000,
        "and said " * 5_000,
        "A" * 50_000,
        "Aa " * 12_000 + "said.",
        "according to " * 5_000,
        "’" * 50_000,
        "as saying " * 5_000,
    ],
    ids=lambda text: text[:9],
)
def test_long_monotonous_texts_are_read_to_their_end(text: str) -> None:
    assert len(speakers(text, text)) >= 1


def test_an_interview_printed_in_turns_gives_each_his_own() -> None:
    found = speakers(
        "Ledger: When did you learn of the leak?",
        "Ana Ruiz: In June, when an auditor called me. The minister said he knew nothing.",
        "Ledger: And then?",
        "Ruiz: We closed the valve.",
    )
    assert found == ["Ledger", "Ana Ruiz", "minister", "Ledger", "Ana Ruiz"]


def test_a_list_with_colons_is_no_interview() -> None:
    assert set(speakers("Prices: 4 crowns a head.", "Opening Hours: daily from nine to five.")) == {None}
    assert set(speakers("Q: How many people work here?", "A: About four hundred.")) == {None}
