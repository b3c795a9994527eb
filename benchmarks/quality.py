"""How well cleaning and matching do, on texts that travel with the program and on harm done to them here.

Run it with `python benchmarks/quality.py`. Words are counted: how many of a thousand are not as they should be, before
cleaning and after it. Nothing here was used to make the rules, but the sample articles were written by whoever wrote
them; expect a little less of other texts. Check-worthiness is measured in docs/model-card.md, on texts of others.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from matching import made_claims
from tuifact.claims import find_claims
from tuifact.cleaning import clean
from tuifact.matching import ClaimIndex, Match
from tuifact.paths import bundled

DISTRACTORS = 5_000
"""Made-up claims among which one is looked for."""

_WORDS = re.compile(r"\w+|[^\w\s]|\s+")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FIGURE = re.compile(rf"(?<![\d,.])\d[\d,]*(?:\.\d+)?\b(?! (?:{_MONTHS}))")
"""A figure that is no day of a month, as far as its month stands behind it."""


def samples() -> Iterator[tuple[str, bytes, str]]:
    """The sample articles: name, as received, and as they should be."""
    folder = bundled("sample_data")
    for path in sorted(folder.glob("0*")):
        yield (
            path.name,
            path.read_bytes(),
            (folder / "expected" / f"{path.stem}.txt").read_text(encoding="utf-8").strip(),
        )


def wrong(text: str, wanted: str) -> float:
    """How many words, marks and blanks of a thousand differ."""
    ours, theirs = _WORDS.findall(text), _WORDS.findall(wanted)
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return 1000 * sum(max(b - a, d - c) for name, a, b, c, d in steps if name != "equal") / max(1, len(theirs))


def parted(text: str) -> str:
    """Blanks around every mark, as tokenisers leave them."""
    return re.sub(r" *([^\w\s]) *", r" \1 ", text).replace(" \n", "\n")


def referenced(text: str) -> str:
    """Quotation marks and ampersands as character references, parted as in corpora."""
    return text.replace("&", "& amp ;").replace('"', "& quot ;").replace("’", "& rsquo ;")


def misread(text: str) -> str:
    """UTF-8 read as Windows-1252; bytes that it has no character for stay what they are, as browsers do it."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8"))


def wrapped(text: str) -> str:
    """Hard line ends, some long words divided at them, as copied from a PDF; what has lines of its own keeps them."""
    return "\n\n".join(part if "\n" in part else "\n".join(_lines(part)) for part in text.split("\n\n"))


def _lines(paragraph: str) -> Iterator[str]:
    made = ""
    for word in paragraph.split(" "):
        if len(made) + len(word) < 68:
            made += (" " if made else "") + word
        elif word.isalpha() and word.islower() and len(word) > 8:
            yield f"{made} {word[:4]}-"
            made = word[4:]
        else:
            yield made
            made = word
    yield made


HARMS: dict[str, Callable[[str], str]] = {
    "nothing (must stay)": lambda text: text,
    "parted marks": parted,
    "parted references": referenced,
    "UTF-8 as Windows-1252": misread,
    "line ends of a PDF": wrapped,
}


def measure_cleaning() -> None:
    """The samples as they are received, and the clean ones with harm done to them."""
    print("cleaning: wrong of 1,000 words   before    after")
    for name, received, wanted in samples():
        print(f"  {name:<29}{wrong(received.decode(), wanted):>8.1f} {wrong(clean(received).text, wanted):>8.1f}")
    texts = [wanted for _, _, wanted in samples()]
    for name, harm in HARMS.items():
        before = [wrong(harm(text), text) for text in texts]
        after = [wrong(clean(harm(text), media_type="text/plain").text, text) for text in texts]
        print(f"  {name:<29}{sum(before) / len(texts):>8.1f} {sum(after) / len(texts):>8.1f}")


def sample_claims() -> list[str]:
    """The claims of the sample articles that have a figure."""
    found = [claim.text for _, received, _ in samples() for claim in find_claims(clean(received))]
    return [text for text in found if _FIGURE.search(text) and len(text.split()) > 7]


def retold(text: str, chance: random.Random) -> str:
    """The same claim in another frame, without one of its small words."""
    frame = chance.choice(
        ("It is reported that {}", "According to the paper, {}", "Did you know? {}", "{} Is that so?")
    )
    words = [word for word in text.split() if word.lower() not in ("the", "a", "an")]
    return frame.format(" ".join(words))


def with_other_figure(text: str, chance: random.Random) -> str:
    """The same claim with its first figure another one, by more than rounding: a year some years before."""

    def other(found: re.Match[str]) -> str:
        if re.fullmatch("1[5-9][0-9]{2}|20[0-3][0-9]", found[0]):
            return str(int(found[0]) - chance.randrange(3, 60))
        figure = float(found[0].replace(",", "")) * chance.choice((1.5, 2, 3, 10))
        return f"{figure:,.1f}" if "." in found[0] else f"{round(figure + 0.5):,}"

    return _FIGURE.sub(other, text, count=1)


def measure_matching() -> None:
    """Each claim retold, and each with another figure, looked for among claims of other things."""
    claims = sample_claims()
    index = ClaimIndex()
    index.extend(made_claims(DISTRACTORS))
    index.extend([(f"sample-{number}", text) for number, text in enumerate(claims)])
    chance = random.Random(6)
    print(f"\nmatching: {len(claims)} claims among {len(claims) + DISTRACTORS:,}   found first   named so")
    for name, change, relation in (
        ("retold: the same", retold, "same"),
        ("another figure: differs", with_other_figure, "differs"),
    ):
        answers = [index.search(change(text, chance), limit=1) for text in claims]
        print(f"  {name:<36}{_share(answers, '')} {_share(answers, relation):>10}")
    unknown = [index.search(text, limit=1) for _, text in made_claims(DISTRACTORS + 200)[-200:]]
    same = sum(bool(found) and found[0].relation == "same" for found in unknown)
    print(f"  {'200 other claims: wrongly the same':<36}{same:>11}")


def _share(answers: Sequence[Sequence[Match]], relation: str) -> str:
    right = [
        bool(found) and found[0].id == f"sample-{number}" and relation in ("", found[0].relation)
        for number, found in enumerate(answers)
    ]
    return f"{100 * sum(right) / len(right):>9.0f} %"


if __name__ == "__main__":
    measure_cleaning()
    measure_matching()
