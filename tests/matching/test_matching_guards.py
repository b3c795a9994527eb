"""What differs between two claims, kind by kind, with the reason a person reads; and pairs that must be left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuifact.matching import compare

DIFFERENT = [
    ("The bus carried 31 children.", "The bus carried 13 children.", "number: 31 → 13"),
    ("The fire killed 5 people.", "The fire killed fifty people.", "number: 5 → fifty"),
    ("The town planted 2 million trees.", "The town planted 2 billion trees.", "number: 2 million → 2 billion"),
    ("A quarter of the crop was lost.", "Three quarters of the crop was lost.", "number: A quarter → Three quarters"),
    (
        "Rents rose by 10 to 15 percent.",
        "Rents rose by 30 to 35 percent.",
        "number: 10 to 15 percent → 30 to 35 percent",
    ),
    ("More than 700 hens were stolen.", "More than 7,000 hens were stolen.", "number: 700 → 7,000"),
    ("The tunnel is 12 kilometres long.", "The tunnel is 12 metres long.", "unit: 12 kilometres → 12 metres"),
    ("The bridge cost 40 euros a day.", "The bridge cost 40 euros a month.", "rate: 40 euros → 40 euros"),
    ("The bridge cost 40 euros.", "The bridge cost 40 dollars.", "currency: 40 euros → 40 dollars"),
    ("The mill opened in 1987.", "The mill opened in 1997.", "date: 1987 → 1997"),
    ("The inquiry opens on 9 May.", "The inquiry opens on May 19.", "date: 9 May → May 19"),
    ("The photo was taken last Tuesday.", "The photo was taken last Sunday.", "date: last Tuesday → last Sunday"),
    ("Portugal closed its coal plant.", "Slovakia closed its coal plant.", "who or what: Portugal → Slovakia"),
    ("Mayor Ana Nunes closed the shelter.", "Mayor Ana Weiss closed the shelter.", "who or what: Nunes → Weiss"),
    ("There is zinc in the playground soil.", "There is lead in the playground soil.", "word: zinc → lead"),
    (
        "The lender disclosed the breach.",
        "The lender did not disclose the breach.",
        "negation: disclose → not disclose",
    ),
    ("The clerk never signed the deed.", "The clerk signed the deed.", "negation: not signed → signed"),
    ("Auditors found proof of bribery.", "Auditors found no proof of bribery.", "negation: proof → not proof"),
    ("Exports of milk increased in spring.", "Exports of milk decreased in spring.", "opposite: increased → decreased"),
    ("The merger will cost 400 jobs.", "The merger might cost 400 jobs.", "how sure: will → might"),
    ("All ferries to Vis were cancelled.", "Some ferries to Vis were cancelled.", "how much: All → Some"),
    (
        "Ecuador beat Uruguay in the final.",
        "Uruguay beat Ecuador in the final.",
        "roles: Ecuador … Uruguay → Uruguay … Ecuador",
    ),
    ("The van was hit by the train.", "The train was hit by the van.", "roles: van … train → train … van"),
    ("He was born in the 1960s.", "He was born in the 1970s.", "date: 1960s → 1970s"),
    ("The strike has ended.", "The strike is expected to end.", "how sure: has → expected"),
    ("The law has been repealed.", "The law has never been repealed.", "negation: repealed → not repealed"),
    ("The minister denied the bribe.", "The minister admitted the bribe.", "opposite: denied → admitted"),
    ("The dog bit the postman.", "The postman bit the dog.", "roles: dog … postman → postman … dog"),
    ("The nurse sued the clinic.", "The nurse was sued by the clinic.", "roles: by clinic, not to clinic"),
]

ALIKE = [
    ("Seventeen goats died on the pass.", "17 goats died on the pass."),
    ("A third of the ballots were wrong.", "One in three ballots was wrong."),
    ("The canal costs 1.4 billion pesos.", "The canal costs 1,400 million pesos."),
    ("The owner paid 2.97 million in tax.", "The owner paid about 3 million in tax."),
    ("The farm has more than 700 hens.", "The farm has 725 hens."),
    ("The trail is 25 kilometres long.", "The trail is 25 km long."),
    ("Two thirds of voters said no.", "66.7 percent of voters said no."),
    ("The city approved the dam on Tuesday.", "On Tuesday, the dam was approved by the city."),
    ("UN inspectors left Syria.", "United Nations inspectors left Syria."),
    ("The fire killed at least 30 people.", "The fire killed 30 people."),
    ("Half of the boats sank.", "50 percent of the boats sank."),
    ("The tower opened on 8 August 1969.", "The tower opened on August 8, 1969."),
    ("The curfew ended on 2022-01-15.", "The curfew ended on 15 January 2022."),
    ("The clerk never repaid the loan.", "The clerk has not paid back the loan."),
    ("A plumber found the Roman coins.", "The Roman coins were found by a plumber."),
    ("On Monday the mayor opened the pool.", "The mayor opened the pool on Monday."),
    ("The pool failed every test.", "The pool failed every test, a councillor said on the radio."),
    ("The pool didn't fail.", "The pool didn ' t fail ."),
    ("The EU approved the merger.", "The European Union approved the merger."),
    ("Tap water contains nitrate.", "SHARE: tap water contains nitrate!! — Jo (@jo_jo) July 1, 2021"),
    (
        "Loans rose since its doors opened, from 94,000 to 111,000 a year.",
        "Loans rose since doors opened, from 94,000 to 111,000 year.",
    ),
    ("Six boats sank in the harbour.", "Half a dozen boats sank in the harbour."),
    ("The canal costs half a million pesos.", "The canal costs 500,000 pesos."),
    (
        "The mayor took $21 million from a dredging firm.",
        "What did the mayor do for two years? Took from a dredging firm.",
    ),
    ("Less than a tenth of the gifts goes to the orphans.", "Less than a tenth of the gifts has gone to the orphans."),
    ("Members of the choir sang in the old mill all night.", "Never forget. The choir sang in the old mill all night."),
    ("A masked man robbed the bakery in Ambly.", "Breaking: this man robbed the bakery in Ambly."),
    ("She told the court that it was an arson attack.", "She told the court that no, it was an arson attack."),
    ("In Ambly six boats were stolen, they don't know.", "In Ambly six boats were stolen."),
    ("", ""),
]


@pytest.mark.parametrize(("stored", "asked", "reason"), DIFFERENT)
def test_the_difference_is_named(stored: str, asked: str, reason: str) -> None:
    assert reason in compare(stored, asked)


@pytest.mark.parametrize(("stored", "asked"), ALIKE)
def test_nothing_is_found_between_two_ways_to_say_one_thing(stored: str, asked: str) -> None:
    assert compare(stored, asked) == ()
    assert compare(asked, stored) == ()


def test_relative_days_are_read_by_the_day_they_were_said() -> None:
    """`yesterday` is the same day as a date, or another one, only when it is known when it was said."""
    stored, asked = "The dam broke on 3 May 2021.", "The dam broke yesterday."
    assert compare(stored, asked) == ()
    assert compare(stored, asked, asked_said=date(2021, 5, 4)) == ()
    assert compare(stored, asked, asked_said=date(2021, 5, 9)) == ("date: 3 May 2021 → yesterday",)


@pytest.mark.parametrize(
    ("asked", "differs"),
    [("The dam broke last year.", True), ("The dam broke in April.", True), ("The dam broke last month.", False)],
)
def test_parts_of_dates_are_held_against_each_other(asked: str, differs: bool) -> None:
    assert bool(compare("The dam broke in May 2021.", asked, asked_said=date(2021, 6, 9))) is differs


def test_a_denial_elsewhere_in_a_long_post_is_no_difference() -> None:
    post = (
        "I do not care what they say at the harbour office, nobody there ever listens to fishermen anyway. "
        "The old lighthouse on Vrh was sold to a hotel chain for a song, and my cousin saw the papers."
    )
    assert compare("The lighthouse on Vrh was sold to a hotel chain.", post) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(stored: str, asked: str) -> None:
    assert all("\n" not in reason for reason in compare(stored, asked))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from("the 5 5,000 1.2.3 a third in May 2020 not by was $ % . Uruguay km".split()), max_size=14)
)
def test_a_claim_never_differs_from_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert compare(text, text) == ()


@pytest.mark.xfail(reason="two words in the place of one, with another form of be, leave the claims too unlike")
def test_nobody_and_several_people_are_told_apart() -> None:
    assert compare("Nobody was hurt in the crash.", "Several people were hurt in the crash.")


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        (
            "Former mayor Jo Brzak says that the old mill has been sold.",
            "BREAKING: mayor Jo Brzak says the old mill is sold",
        ),
        ("We've spent six million on the mill by the river.", "Ambly has spent six million on the mill by the river."),
    ],
)
def test_what_is_shouted_and_who_is_meant_by_we_are_no_names(stored: str, asked: str) -> None:
    assert not [reason for reason in compare(stored, asked) if reason.startswith("who or what")]


@pytest.mark.parametrize(
    ("stored", "asked", "reasons"),
    [
        ("Unemployment fell to 4 percent in Ambly.", "Unemployment dropped to 4 percent in Ambly.", ()),
        ("The firm built a ferry for the village.", "The company built a ferry for the village.", ()),
        ("Wages fell by 4 percent in Ambly.", "Wages rose by 4 percent in Ambly.", ("opposite: fell → rose",)),
        ("His brother sold the ferry to the village.", "His sister sold the ferry to the village.", None),
    ],
)
def test_words_that_mean_the_same_are_no_change(stored: str, asked: str, reasons: tuple[str, ...] | None) -> None:
    found = compare(stored, asked)
    assert found == reasons if reasons is not None else found


def test_what_stands_behind_the_doer_is_not_taken_for_it() -> None:
    assert compare("Police shot a man in Kyoto.", "A man was shot by police in Kyoto.") == ()
    assert compare("Police shot a man in Kyoto.", "Police were shot by a man in Kyoto.") == (
        "roles: by man, not to man",
    )


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("Steel rose by 40 percent within a year.", "Steel did not rise by 40 percent within a year."),
        ("The mayor went to Vrh.", "The mayor did not go to Vrh."),
        ("The mayor resigned in May.", "The mayor did not resign in May."),
        ("Rents in Corwick rose by 40 percent.", "Rents in Corwick did not rise by 40 percent."),
        ("The ministry paid for the bridge.", "The ministry never paid for the bridge."),
    ],
)
def test_a_denied_verb_is_the_same_verb_in_another_form(stored: str, asked: str) -> None:
    assert any(why.startswith("negation") for why in compare(stored, asked))
