"""Sentences: tables of texts with their boundaries, written for this project, and what must hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tuifact.claims import split_sentences


def pieces(text: str) -> list[str]:
    """The sentences of a text as text."""
    return [text[start:end] for start, end in split_sentences(text)]


ENGLISH = [
    ["An auditor called me.", "Anna Lund moved on.", "The clerk fell ill.", "Tom Berg left."],
    ["The tide came early.", "Nobody had warned the port."],
    ["Dr. Lee met Mr. J. R. Moss at 3.15 p.m. on Monday.", "They talked."],
    ["It cost $1.5 million.", "The council paid 40 percent."],
    ["Fish Co. Ltd. of Port Lorne closed.", "It had 40 workers."],
    ["See No. 5 on p. 12 for the figures.", "They are old."],
    ["Is it true?", "No!", "Nobody knows…", "The end."],
    ['"We left at dawn.', "It was cold.", 'Nobody slept," said Ana Ruiz.'],
    ['"Where is it?" asked Lee.', "Nobody answered."],
    ['He said "no."', "She left."],
    ["“It is done,” he said.", "“We can go.”"],
    ["The U.S. economy grew.", "It had shrunk before."],
    ["He lives in the U.S.", "She does not."],
    ["Sales rose (see table 3.2) in May.", "They fell in June."],
    ["The report says so.[1][2]", "Others disagree.[3]"],
    ["Write to press@lorne.example or see www.lorne.example/news.html today.", "It is free."],
    ["St. Mary's Hospital is on Oak St. near the quay."],
    ["They sell boats, nets, ropes, etc. at the quay."],
    ["Version 2.0.1 is out.", "Version 3 is not."],
    ["She arrived on Jan. 5 and left on Feb. 7.", "He stayed."],
    ["The ship, built by Moss et al. in 1990, sank."],
]


@pytest.mark.parametrize("sentences", ENGLISH, ids=lambda sentences: sentences[0][:30])
def test_english(sentences: list[str]) -> None:
    assert pieces(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Der Hafen wurde am 3. Oktober geschlossen.", "Niemand war dort."],
        ["Die Kosten betragen z. B. 1,5 Mio. Euro im Jahr.", "Das ist viel."],
        ["Le port a fermé lundi.", "M. Moreau était là.", "Il n'a rien dit."],
        ["El puerto cerró el lunes.", "¿Quién lo sabía?", "La Sra. Ruiz no dijo nada."],
        ["Порт закрыли в 2020 г. из-за шторма.", "Никто не пострадал."],
        ["港口昨天关闭了。", "没有人受伤。"],
        ["港は昨日閉鎖された。", "「誰も知らなかった。」"],
        ["أغلق الميناء أمس.", "هل كان أحد هناك؟", "لا."],
        ["बंदरगाह कल बंद हुआ।", "कोई नहीं था।"],
        ["Το λιμάνι έκλεισε.", "Κανείς δεν ήταν εκεί."],
    ],
    ids=["de", "de-abbreviation", "fr", "es", "ru", "zh", "ja", "ar", "hi", "el"],
)
def test_other_languages(sentences: list[str]) -> None:
    joined = "".join(sentences) if sentences[0].endswith("。") else " ".join(sentences)
    assert pieces(joined) == sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour closed\nFerries cancelled", ["Harbour closed", "Ferries cancelled"]),
        ("The harbour was closed,\nand nobody knew.", ["The harbour was closed,\nand nobody knew."]),
        ("One line\n\nAnother line", ["One line", "Another line"]),
        ("A quay. Image: Ana Ruiz.", ["A quay.", "Image: Ana Ruiz."]),
        ("Ana Ruiz (aged 30) Port Lorne", ["Ana Ruiz (aged 30) Port Lorne"]),
        ("", []),
        (" \n\t ", []),
        ("12", ["12"]),
        ("...", ["..."]),
    ],
)
def test_lines_and_odd_ends(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


MARKS = st.sampled_from(
    [". ", "! ", '" ', "\n", "\n\n", "Mr. ", " A. ", "“", "”", "[1]", "(", ")", "…", "。", "\x00", "\ud800"]
)
TEXTS = st.lists(st.one_of(st.text(max_size=12), MARKS), max_size=25).map("".join)


@given(TEXTS)
@example("\ufeff.\u200b . \u2028")
def test_spans_cover_everything_but_white_space(text: str) -> None:
    spans = split_sentences(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert not any(text[edges[at] : edges[at + 1]].strip() for at in range(0, len(edges), 2))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 250_000,
        " " * 25_000,
        ". " * 75_000,
        "!" * 250_000,
        "aa.Aa " * 25_000,
        "\n" * 125_000,
        "a\n" * 50_000,
        '"' * 250_000,
        "[1]" * 75_000,
        ". [1] [2]" * 25_000,
        "Mr. " * 25_000,
        ". . . " * 25_000,
        "1) A " * 25_000,
        "(1) A " * 25_000,
        "Image: " * 25_000,
    ],
    ids=lambda text: repr(text[:9]),
)
def test_long_monotonous_texts_are_read_to_their_end(text: str) -> None:
    spans = split_sentences(text)
    assert sum(end - start for start, end in spans) <= len(text)
    assert (not spans) == (not text.strip())
