"""Warnings: what a reader should look at."""

from __future__ import annotations

import pytest

from tuifact.cleaning import clean


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            "In Z @@ rich , the caf @@ was full .",
            "2 characters cannot be known, for what stood there was lost: \ufffd.",
        ),
        ("##45678 It was @ @ @ @ @ @ @ @ @ @ late , he said .", "The corpus left words out in 1 place: […]."),
        ('"The ferry is late, he said.', "In 1 place a quotation mark has no partner: “The ferry is late, he said.”."),
        ("“Late, he said.\n\nThe end.", "In 1 place a quotation mark has no partner: “Late, he said.”."),
        ("„Spät, sagte er.", "In 1 place a quotation mark has no partner: “Spät, sagte er.”."),
        ("The \x1b[31mferry.", "In 1 paragraph characters that command a terminal are not obeyed."),
        ("The \u202eferry.", "In 1 paragraph characters that command a terminal are not obeyed."),
        ("The fer\u00adry\u200b.", "2 invisible characters left out."),
        ("The fer&#173;ry&#8203;.", "2 invisible characters left out."),
        ("##45678 It was @  @  @  @ late , he said .", "The corpus left words out in 1 place: […]."),
        ("See p\u0430ypal.com for it.", "In 1 place a word mixes the letters of two alphabets: “p\u0430ypal.com”."),
        ("The ferry \ud800 sank.", "1 character is half a pair: \ufffd."),
    ],
)
def test_doubts_are_told(text: str, warning: str) -> None:
    assert warning in clean(text).warnings


@pytest.mark.parametrize(
    "text",
    [
        'He said: "It is late."',
        '"It is late.\n\n"It is very late," he said.',
        "“It is late.\n\n“It is very late,” he said.",
        "The plank is 6'2\" long.",
        "The ferry’s name, he said.",
        "„Spät“, sagte er. « Tard », dit-il.",
        "Паром IT-компании затонул.",
        "\ufeffThe ferry was late.",
        "The ferry was late , he said .",
        "@@ is what they write.",
    ],
)
def test_nothing_is_told_where_nothing_is_in_doubt(text: str) -> None:
    assert clean(text).warnings == ()


def test_a_mask_that_may_be_two_things_is_told_with_its_neighbours() -> None:
    warnings = clean("The port bought cranes @@@ big things of steel and rust everybody wanted ,@@@ he said .").warnings
    assert any("“cranes … big”" in warning for warning in warnings)


def test_a_warning_names_three_places_and_counts_the_rest() -> None:
    text = "\n\n".join(f'Sentence {number} has a mark" of its own.' for number in range(5))
    (warning,) = clean(text).warnings
    assert warning.startswith("In 5 places")
    assert warning.endswith(" and 2 more.")


def test_a_quotation_that_goes_on_lacks_no_partner_but_the_last_one_does() -> None:
    (warning,) = clean("“One.\n\n“Two.\n\n“Three, he said.").warnings
    assert warning.startswith("In 1 place a quotation mark has no partner: “Three")
