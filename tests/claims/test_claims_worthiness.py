"""What a sentence is worth: order, reasons, bands, odd texts, other languages, with and without the trained weights."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuifact.claims import worth
from tuifact.claims.bands import CHECK_FIRST, CHECKABLE, band_of
from tuifact.claims.manner import score_manner
from tuifact.claims.words import read_words
from tuifact.claims.worthiness import assess
from tuifact.model.claim import Band

WORTHY = [
    "The unemployment rate fell to 4.1 percent in March, the labour ministry said.",
    "At least 31 people were killed when a ferry sank off the coast on Tuesday.",
    "The council voted 9 to 4 to close the library on Mill Street.",
    "According to the audit, the hospital paid $2.4 million more than it had reported.",
    "Exports to Norway have doubled since 2016.",
    "The company sold 12,000 fewer cars last year than the year before.",
    "Two men were arrested in Leeds after police found the stolen paintings.",
    "Wages in the south are the lowest in the country, a survey by the union found.",
    "The dam was built by a Swiss firm between 1961 and 1966.",
    "Rovers beat Athletic 3-1 on Saturday to go top of the table.",
    "Rainfall in August was 60% below the average of the past thirty years.",
]
UNWORTHY = [
    "Thank you all so much for coming tonight.",
    "What would you do?",
    "I think we can do better.",
    "Let me be very clear.",
    "Good morning, everyone!",
    "Please remember to vote.",
    "I hope so.",
    "And that is what I believe in my heart.",
    "Why not?",
    "A view of the harbour",
]
DISCLOSURES = [
    "Soon I will disclose which senators took bribes from the mine owners.",
    "Next week I'll expose who ordered the illegal wiretaps on the harbour union.",
    "We are about to reveal emails between the minister and the lobbyists of Norfleet.",
    "The former clerk says she will reveal how the votes in Ashby were rigged.",
    "Stay tuned: on Friday we leak the covert payments of Blue Line to the port authority.",
    "In a few days I am publishing documents on the arms sold to the militia in Tarn.",
]
"""What is only announced, and yet says that something was done."""
TEASERS = [
    "Soon I am going to tell you a secret.",
    "I will reveal my favourite recipe tomorrow.",
    "I'm going to show you something.",
    "Tonight we are going to have fun.",
]
ODD = ["", " ", "\n", "\0", "\ud800", "...", "?!", "🙂", "½", "1", "a", "—", "٣", "’", "a\0b 4%", "\udfff 5 percent"]

BOTH = pytest.mark.parametrize("rules_only", [False, True], ids=["model", "rules"])


@BOTH
@pytest.mark.parametrize("worthy", WORTHY)
def test_what_can_be_checked_is_above_the_cut(worthy: str, rules_only: bool) -> None:
    assert worth(worthy, rules_only=rules_only) >= CHECKABLE


@BOTH
@pytest.mark.parametrize("unworthy", UNWORTHY)
def test_what_cannot_be_checked_is_below_the_cut(unworthy: str, rules_only: bool) -> None:
    assert worth(unworthy, rules_only=rules_only) < CHECKABLE


@BOTH
@pytest.mark.parametrize("disclosure", DISCLOSURES)
def test_an_announced_disclosure_can_be_checked(disclosure: str, rules_only: bool) -> None:
    assert worth(disclosure, rules_only=rules_only) >= CHECKABLE


@BOTH
@pytest.mark.parametrize("teaser", TEASERS)
def test_an_announcement_that_says_nothing_cannot(teaser: str, rules_only: bool) -> None:
    assert worth(teaser, rules_only=rules_only) < CHECKABLE


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("The fire destroyed 14 homes in Ashby.", "The fire was terrible."),
        ("Crime fell by 8 percent last year.", "Crime is something we should all worry about."),
        ("He paid no income tax between 2009 and 2012.", "Would he pay his taxes?"),
        ("The minister resigned on Friday.", "The minister should resign."),
        ("She was fined £400 for speeding.", "I love driving fast."),
    ],
)
def test_a_fact_is_worth_more_than_an_opinion_about_it(more: str, less: str) -> None:
    assert worth(more) > worth(less)


@BOTH
@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_has_a_worth_from_0_to_1_and_keeps_it(rules_only: bool, text: str) -> None:
    first = worth(text, rules_only=rules_only)
    assert 0 <= first <= 1
    assert worth(text, rules_only=rules_only) == first


@BOTH
@pytest.mark.parametrize("odd", ODD, ids=ascii)
def test_odd_texts_have_a_worth(odd: str, rules_only: bool) -> None:
    assert 0 <= worth(odd, rules_only=rules_only) <= 1


@pytest.mark.parametrize("text", ["", " \n", "...", "?!", "🙂", "12", "№ 5"], ids=ascii)
def test_without_words_there_is_nothing_to_check(text: str) -> None:
    assert worth(text) == 0
    assert assess(text).reasons == ()


@BOTH
@pytest.mark.parametrize("unit", ["a", "a ", "5", "ed ", "word, ", "Name ", "的", "\0", "'a", "9."], ids=ascii)
def test_a_million_characters_are_one_sentence_too(unit: str, rules_only: bool) -> None:
    assert 0 <= worth(unit * (1_000_000 // len(unit)), rules_only=rules_only) <= 1


@BOTH
def test_white_space_around_a_sentence_and_its_kind_of_apostrophe_do_not_matter(rules_only: bool) -> None:
    plain = "The city's budget grew by 3% and nobody hadn't noticed."
    same = f"\n  {plain.replace(chr(39), '’')}\t"
    assert worth(same, rules_only=rules_only) == worth(plain, rules_only=rules_only)


@pytest.mark.parametrize(
    ("sentence", "reasons"),
    [
        ("Rents rose 4.5 percent.", {"percentage", "number", "past event", "comparison"}),
        ("The tower cost $30 million.", {"money", "number", "large number", "past event"}),
        ("According to a survey the river is dry.", {"named source"}),
        ("The bridge collapsed because of the flood.", {"cause", "past event"}),
        ("It is the oldest school in Wales.", {"superlative", "names"}),
        ("The mayor of Oslo, Kari Lie, said so.", {"names", "reported speech"}),
        ("Parliament passed the law on Monday.", {"public act", "date", "names"}),
    ],
)
def test_reasons_say_what_speaks_for_a_check(sentence: str, reasons: set[str]) -> None:
    assert reasons <= set(assess(sentence).reasons)


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        ("Is that true?", "question"),
        ("I would never say that.", "first person"),
        ("That is a terrible idea.", "opinion"),
        ("It might rain.", "hedge"),
        ("The bank will open a branch.", "prediction"),
        ("Thank you.", "greeting"),
        ("The old harbour", "no verb"),
        ("Not now.", "fragment"),
    ],
)
def test_doubts_say_what_speaks_against_one(sentence: str, doubt: str) -> None:
    assert doubt in assess(sentence).doubts
    assert doubt not in assess(sentence).reasons


def test_reasons_are_named_once_and_do_not_depend_on_the_weights() -> None:
    sentence = "Two of the 5 dams, 60% of the total, were closed in 2015."
    assessed = assess(sentence)
    assert len(set(assessed.reasons)) == len(assessed.reasons)
    assert assess(sentence, rules_only=True).reasons == assessed.reasons
    assert assess(sentence).worth == worth(sentence)


@pytest.mark.parametrize(
    ("stated", "asked"),
    [
        (
            "Die Arbeitslosigkeit sank im März auf 4,1 %, teilte das Ministerium in Berlin mit.",
            "Wer soll das denn am Ende alles bezahlen?",
        ),
        (
            "Le chômage a reculé de 2,3 % en 2019, selon le ministère du Travail.",
            "Que voulez-vous que je vous dise encore ce soir ?",
        ),
        ("2019年の失業率は4.1%に下がった。", "それは本当ですか？"),
        ("В 2019 году завод в Твери продал 12 000 машин за 3 млн €.", "Что же мы будем делать с этим дальше?"),
        (
            "El paro bajó un 5 % en Sevilla durante 2018, según el ayuntamiento.",
            "¿Y ahora qué vamos a hacer todos?",
        ),
    ],
)
def test_figures_count_in_every_language(stated: str, asked: str) -> None:
    assert worth(stated) >= CHECKABLE > worth(asked)
    assert "number" in assess(stated).reasons


@pytest.mark.parametrize(
    "plain", ["Das Haus am See gehört der alten Frau Huber.", "Nous aimons beaucoup la ville de Lyon."]
)
def test_a_name_alone_is_not_enough_in_another_language(plain: str) -> None:
    assert worth(plain) < CHECKABLE


def test_the_weights_do_not_speak_for_other_languages() -> None:
    sentence = "Das Werk in Köln verkaufte 2018 rund 12.000 Wagen weniger als im Jahr davor."
    assert worth(sentence) == worth(sentence, rules_only=True)


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (0.0, Band.NOT_CHECKABLE),
        (CHECKABLE - 1e-9, Band.NOT_CHECKABLE),
        (CHECKABLE, Band.CHECKABLE),
        (CHECK_FIRST - 1e-9, Band.CHECKABLE),
        (CHECK_FIRST, Band.FIRST),
        (1.0, Band.FIRST),
    ],
)
def test_bands_begin_where_they_say(value: float, band: Band) -> None:
    assert band_of(value) is band


def test_strong_claims_are_checked_first() -> None:
    assert sum(band_of(worth(sentence)) is Band.FIRST for sentence in WORTHY) >= len(WORTHY) // 2


@pytest.mark.parametrize(
    ("prepared", "talk"),
    [
        ("The administration has strengthened environmental inspections.", "And they've got it done, that's it."),
        ("The school will open in the autumn.", "Well, the school's open and that's that."),
    ],
)
def test_prepared_text_is_told_from_talk(prepared: str, talk: str) -> None:
    assert score_manner(read_words(prepared)) > 0 > score_manner(read_words(talk))


@pytest.mark.parametrize("rules_only", [False, True])
@pytest.mark.parametrize(
    "furniture",
    [
        "Tuesday, 12 March 2019",
        "First published by the Harbour Post.",
        "Photo: Ana Lund / archive",
        "Read more: five things to know about the vote",
        "Additional reporting by Bo Lund.",
    ],
)
def test_what_stands_around_an_article_is_no_claim(furniture: str, rules_only: bool) -> None:
    assert worth(furniture, rules_only=rules_only) < CHECKABLE


@given(st.text())
def test_any_text_has_a_manner(text: str) -> None:
    assert -2 < score_manner(read_words(text)) < 2
