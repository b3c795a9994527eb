"""Sentences made for the tests, and what tokenising corpora do to them."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import strategies as st

WHO = ("The port", "Ida Holm", "The city council", "Mr. Holt", "A spokesman", "The harbour's owner", "The U.S. team")
DID = ("paid", "didn't want", "lost", "agreed to pay", "could not explain", "sold", "won't discuss")
WHAT = (
    "4,711 tickets",
    "3.5% of the fares",
    "$1.5 billion",
    "a well-known quay",
    "the ferry (built in 1880)",
    "the crew's wages",
    "a state-of-the-art crane",
    "12,000 euros, or 3% more",
    "the #Ferry project",
)
WHEN = (
    "",
    " in March 2021",
    " on Monday, May 4, 2021",
    " at 5:30 p.m. on Friday",
    " again; nobody knew why",
    " in 2019",
)

plain_sentences = st.builds(
    lambda who, did, what, when: f"{who} {did} {what}{when}.",
    *(st.sampled_from(choice) for choice in (WHO, DID, WHAT, WHEN)),
)
quotations = st.builds(
    lambda said, who: f'"{said[:-1]}," {who} said.', plain_sentences, st.sampled_from(("she", "Holt", "the mayor"))
)
paragraphs = st.lists(st.one_of(plain_sentences, quotations), min_size=1, max_size=4).map(" ".join)
articles = st.lists(paragraphs, min_size=1, max_size=4).map("\n\n".join)
"""Articles with nothing wrong in them; paragraphs end with a stop, so that none reads as a heading."""


def part_runs(text: str) -> str:
    """Blanks around every run of marks."""
    return re.sub(r" *([^\w\s]+) *", r" \1 ", text).replace(" \n", "\n").strip()


def part_marks(text: str) -> str:
    """Blanks around marks but not inside figures and words; contractions cut as in treebanks."""
    text = re.sub(r"(?<=\w)(n't|'s)\b", r" \1", text)
    text = re.sub(r'(["()%$;!?#])', r" \1 ", text)
    text = re.sub(r",(?!\d)", " , ", text)
    text = re.sub(r"\.(?=\s|$)(?<!Mr\.)(?<![A-Za-z]\.[A-Za-z]\.)", " . ", text)
    return re.sub(r" +", " ", text).replace(" \n", "\n").replace("\n ", "\n").strip()


def name_references(text: str) -> str:
    """Quotation marks and ampersands as character references."""
    return text.replace("&", "&amp;").replace('"', "&quot;")


def mask(text: str) -> str:
    """Runs parted, quotation marks as parted references, apostrophes as masks, references between paragraphs."""
    text = part_runs(text.replace("'", "’"))
    text = text.replace('"', "& quot ;").replace("’", "@@@")
    return text.replace("\n\n", "\n& nbsp ;\n")


DAMAGES: dict[str, Callable[[str], str]] = {
    "runs parted": part_runs,
    "marks parted": part_marks,
    "references": name_references,
    "masks": mask,
}
