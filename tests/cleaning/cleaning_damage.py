"""Sentences made for the tests, and what tokenising corpora do to them."""

from __future__ import annotations

import re
import textwrap
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


def mask_bytes(text: str) -> str:
    """Each byte beyond ASCII as a mask."""
    return re.sub(r"[^\x00-\x7f]", lambda match: "@" * len(match[0].encode()), text)


def name_brackets(text: str) -> str:
    """As in the Penn Treebank: names for brackets, two backticks or apostrophes for quotation marks."""
    quoted = re.sub(r'"([^"]*)"', r"`` \1 ''", text)
    return part_marks(quoted.replace("(", "-LRB- ").replace(")", " -RRB-"))


def join_at_signs(text: str) -> str:
    """Hyphens between `@`, apostrophes and quotation marks as references cut off their words."""
    escaped = re.sub(r"(?<=\w)-(?=\w)", " @-@ ", part_marks(text))
    return re.sub(" *'", " &apos;", escaped).replace('"', "&quot;")


def cut_words(text: str) -> str:
    """Long words in pieces that end in two `@`."""
    return re.sub(r"\b([A-Za-z]{3})([a-z]{4,})\b", r"\1@@ \2", part_marks(text))


def number(text: str) -> str:
    """With a number of the corpus, and words left out."""
    return f"##4711234 {part_marks(text).replace(' the ', ' @ @ @ @ @ @ @ @ @ @ ', 1)}"


def name_twice(text: str) -> str:
    """References escaped a second time."""
    return name_references(text).replace("&", "&amp;")


def hide(text: str) -> str:
    """Characters that nobody sees, as references."""
    return text.replace("e", "e&#8203;", 2).replace("port", "po&#173;rt")


def misread(text: str) -> str:
    """UTF-8 read as Windows-1252."""
    return text.replace("'", "’").encode().decode("cp1252")


def wrap(text: str) -> str:
    """Lines as wide as a column."""
    return "\n".join(textwrap.wrap(text, 60, break_on_hyphens=False))


def mark_up(text: str) -> str:
    """A paragraph of a page."""
    return f"<p>{text.replace('&', '&amp;')}</p>"


def stress(text: str) -> str:
    """A paragraph of Markdown."""
    return f"**{text[:6].strip()}** {text[6:]} [Now](https://a.example/b)"


def quote(text: str) -> str:
    """A line that a mail quotes."""
    return f"> {text}"


MORE_DAMAGES: dict[str, Callable[[str], str]] = {
    **DAMAGES,
    "nothing": str,
    "bytes masked": mask_bytes,
    "Penn": name_brackets,
    "at signs": join_at_signs,
    "word pieces": cut_words,
    "corpus": number,
    "references of references": name_twice,
    "hidden": hide,
    "misread": misread,
}
"""What may happen to a text before or after something else does."""

FORMS: dict[str, Callable[[str], str]] = {"page": mark_up, "Markdown": stress, "mail": quote, "column": wrap}
"""What a paragraph may be set as."""

mixtures = st.builds(
    lambda made, end: end.join(made),
    st.lists(
        st.builds(
            lambda text, damage: damage(text), paragraphs, st.sampled_from([*MORE_DAMAGES.values(), *FORMS.values()])
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(("\n\n", "\n")),
)
"""Texts of paragraphs that suffered in different ways."""

layers = st.builds(
    lambda text, first, second: "\n\n".join(second(first(part)) for part in text.split("\n\n")),
    articles,
    st.sampled_from([*MORE_DAMAGES.values()]),
    st.sampled_from([*MORE_DAMAGES.values()]),
)
"""Texts that suffered in two ways, one after the other."""
