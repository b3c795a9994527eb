"""Each rule of check-worthiness: where it holds, and where it must not."""

from __future__ import annotations

import pytest

from tuifact.claims.rules import RULES, is_english, rules_that_hold, score_rules
from tuifact.claims.words import GROUPED, LONGEST, YEAR, read_words

CASES = [
    ("number", "Seven ships left the port.", "The ships left the port."),
    ("number", "The 7 ships left the port.", "No ship left the port."),
    ("percentage", "It grew by 7%.", "It grew a lot."),
    ("percentage", "Seven percent of them left.", "They left the percussion class."),
    ("money", "They paid €20 for it.", "They paid in kind."),
    ("large number", "Thousands of fans came.", "Some fans came."),
    ("comparison", "There were fewer ships than in May.", "There were ships in May."),
    ("superlative", "It is the longest bridge.", "They protest in the forest."),
    ("past event", "The council closed the school.", "It is hundred of us in the United States."),
    ("past event", "The thief ran.", "The thief runs."),
    ("several figures", "It was 4 to 3.", "It was 4 to nothing."),
    ("public act", "He was elected.", "He was elated."),
    ("named source", "According to documents, it rained.", "It rained."),
    ("reported speech", "Smith said it rained.", "Smith was wet."),
    ("cause", "It fell because of rust.", "It fell and broke."),
    ("date", "It rained on Monday.", "It rained at once."),
    ("date", "It rained in May.", "It may rain."),
    ("year", "It rained in 2015.", "It rained 3015 times."),
    ("names", "They met in Paris.", "They met in town."),
    ("names", "They met Anna.", "Now I say that I'm well."),
    ("quantity", "Many came.", "Anna came."),
    ("about others", "They came.", "Anna came."),
    ("state of affairs", "Anna has come.", "Anna came."),
    ("negation", "Anna didn't come.", "Anna came."),
    ("speaking for a group", "We came.", "Anna came."),
    ("prediction", "Anna will come.", "Anna came."),
    ("address", "You came.", "Anna came."),
    ("hedge", "Anna may come.", "Anna came in May 2015."),
    ("opinion", "Anna is wonderful.", "Anna is here."),
    ("opinion", "They think so.", "They met at the think tank."),
    ("disclosure", "She will reveal who paid.", "She will ask who paid."),
    ("wrongdoing or secret", "They were bribed.", "They were paid."),
    ("allegation", "I will publish the secret contract.", "I will publish the contract."),
    ("allegation", "Emails show that he lied.", "He lied."),
    ("own act", "I have never raised a fee.", "She never raised a fee."),
    ("own act", "We also voted for it.", "We were there when they voted for it."),
    ("announced act", "We are going to publicly release it.", "We are going to talk about it."),
    ("announced act", "The bank will open a branch.", "The bank opens a branch."),
    ("terms of a policy", "The bill requires two doctors.", "The job requires two doctors."),
    ("lofty words", "Our journey is long.", "Our bridge is long."),
    ("first person", "I came.", "Anna came by the i24 bus."),
    ("first person", "“Nobody but me came.”", "Anna wrote: “I came.”"),
    ("greeting", "Thank you.", "Anna came."),
    ("question", "Did Anna come?", "Anna asked who came."),
    ("question", "“Did Anna come?”", "“Did Anna come?” he asked."),
    ("date line", "Updated Monday, 4 May 2015", "It rained on Monday, 4 May 2015."),
    ("credit", "First published by the Harbour Post.", "The Harbour Post published it first."),
    ("credit", "(Photo: Anna Lund)", "A photo shows Anna Lund."),
    ("no full sentence", "Anna at the harbour", "Anna was at the harbour."),
    ("no verb", "Anna at the old harbour", "Anna sits at the harbour."),
    ("fragment", "Anna came.", "Anna came to the harbour on a horse."),
]


def reasons(sentence: str) -> set[str]:
    """The rules that hold."""
    return {rule.reason for rule in rules_that_hold(read_words(sentence))}


@pytest.mark.parametrize(("reason", "holding", "other"), CASES)
def test_a_rule_holds_where_it_should_and_not_elsewhere(reason: str, holding: str, other: str) -> None:
    assert reason in reasons(holding)
    assert reason not in reasons(other)


def test_more_names_weigh_more() -> None:
    one, several = (read_words(text) for text in ("They met Anna Bell.", "They met Anna Bell in Paris."))
    assert score_rules(rules_that_hold(several), one) > score_rules(rules_that_hold(one), one)


def test_every_rule_has_a_case() -> None:
    assert {rule.reason for rule in RULES} == {reason for reason, _, _ in CASES}


def test_every_rule_weighs_something_and_speaks_plainly() -> None:
    for rule in RULES:
        assert 0 < abs(rule.weight) <= 4
        assert rule.reason == rule.reason.lower().strip()


def test_the_table_goes_from_the_strongest_for_to_the_strongest_against() -> None:
    weights = [rule.weight for rule in RULES]
    assert weights == sorted(weights, reverse=True)


def test_rules_add_up() -> None:
    words = read_words("Seven ships left Hull in 2015.")
    holding = rules_that_hold(words)
    alone = score_rules([], words)
    assert score_rules(holding, words) == pytest.approx(alone + sum(rule.weight for rule in holding))


@pytest.mark.parametrize(
    ("sentence", "english"),
    [
        ("The ships left the harbour before the storm came.", True),
        ("Too short.", True),
        ("", True),
        ("Die Schiffe haben den Hafen vor dem Sturm verlassen.", False),
        ("Les navires ont quitté le port avant la tempête.", False),
        ("Корабли вышли из порта до начала бури.", False),
        ("船は嵐の前に港を出た。", False),
    ],
)
def test_english_is_told_by_its_small_words(sentence: str, english: bool) -> None:
    assert is_english(read_words(sentence)) is english


def test_rules_for_english_keep_out_of_other_languages() -> None:
    assert reasons("Er war am Mittwoch der einzige Zeuge, so steht es fest.").isdisjoint({"past event", "no verb"})


def test_figures_are_read_by_their_shape() -> None:
    assert read_words("In 2015, 9 of 1,200 (0.7%) of 55 at 10:30").folded == [
        *("in", YEAR, "#0", "of", GROUPED, "(", GROUPED, "%", ")", "of", "#00", "at", GROUPED)
    ]


def test_words_are_read_up_to_a_length() -> None:
    assert len(read_words("ab " * LONGEST).text) == LONGEST
