"""Everything a checker can do to a library, as acts to be done in any order: each is told by its name and a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from tuifact.errors import TuifactError
from tuifact.library import Library
from tuifact.model import Claim, Confidence, Evidence, Kind, Question, Stance, Status, Wording

Each = TypeVar("Each")
Act = Callable[[Library, Random], object]
PEOPLE = ("ana", "ben", "cleo")


def claim_in(library: Library, random: Random, *, dropped: bool = False) -> Claim:
    """One of the claims that are there, or of those set aside."""
    return one_of(library.claims(dropped=dropped), random)


def source_in(library: Library, random: Random) -> Evidence:
    """One of the sources."""
    return one_of([source for claim in library.sourced_claims() for source in claim.evidence], random)


def question_in(library: Library, random: Random) -> Question:
    """One of the questions."""
    return one_of(library.questions(), random)


def one_of(found: Sequence[Each], random: Random) -> Each:
    """Any of these. Raises `TuifactError` when there is none: then there is nothing to do."""
    if not found:
        raise TuifactError("nothing is there")
    return random.choice(found)


def mark(library: Library, random: Random) -> None:
    status, words = random.choice(list(Status)), random.choice((Wording(), Wording(rating="Mixed", verdict="So.")))
    library.mark(claim_in(library, random).id, status, by=random.choice(PEOPLE), **words)


def mark_many(library: Library, random: Random) -> None:
    status = random.choice(list(Status))
    library.mark_many([(claim_in(library, random).id, status) for _ in range(3)], by=random.choice(PEOPLE))


def write(library: Library, random: Random) -> None:
    claims = [claim_in(library, random).id for _ in range(2)]
    words, clear = Wording(confidence=Confidence.LOW, note="Seen."), random.choice(((), ("rating", "verdict")))
    library.write_verdict(claims, by=random.choice(PEOPLE), clear=clear, **words)


def note(library: Library, random: Random) -> None:
    library.write_note(claim_in(library, random).id, random.choice(("", "A note.")), internal=random.random() < 0.5)


def adopt(library: Library, random: Random) -> None:
    status = random.choice((None, Status.VERIFIED, Status.DISPUTED))
    source = Evidence("https://theirs.example/", "Theirs")
    library.adopt(claim_in(library, random).id, status, "claim 3f2a, dan", [source], by="ana", verdict="Theirs.")


def dismiss(library: Library, random: Random) -> None:
    library.dismiss(claim_in(library, random).id, f"check:{random.randrange(2)}", "Its words.", by="ana")


def add(library: Library, random: Random) -> None:
    article = one_of(library.articles(), random).id
    number = random.randrange(len(library.article(article).paragraphs))
    start = random.randrange(20)
    library.add_claim(article, number, start, start + random.randrange(30), by="ben")


def edit(library: Library, random: Random) -> None:
    claim = claim_in(library, random)
    if random.random() < 0.5:
        library.edit_claim(claim.id, speaker=random.choice(("", "Ida")), kind=random.choice((None, Kind.STATISTIC)))
    else:
        library.edit_claim(claim.id, start=claim.start + random.randrange(5), end=claim.end - random.randrange(5))


def split(library: Library, random: Random) -> None:
    claim = claim_in(library, random)
    library.split_claim(claim.id, [random.randrange(1, len(claim.text) + 1)], by="ben")


def merge(library: Library, random: Random) -> None:
    library.merge_claims([claim_in(library, random).id for _ in range(2)], by="ben")


def drop(library: Library, random: Random) -> None:
    library.drop_claim(claim_in(library, random).id, by="ana")


def restore(library: Library, random: Random) -> None:
    library.restore_claim(claim_in(library, random, dropped=True).id, by="ana")


def drop_article(library: Library, random: Random) -> None:
    library.drop(one_of(library.articles(), random).id, by="ana")


def bring_back(library: Library, random: Random) -> None:
    library.restore(one_of(library.articles(dropped=True), random).id, by="ana")


def attach(library: Library, random: Random) -> None:
    source = Evidence(f"https://a.example/{random.randrange(3)}", "A page")
    library.add_evidence(claim_in(library, random).id, source, by=random.choice(PEOPLE))


def change_source(library: Library, random: Random) -> None:
    source = source_in(library, random)
    library.edit_evidence(source.id, replace(source, quote=random.choice(("", "Its words")), stance=Stance.REFUTES))


def remove_source(library: Library, random: Random) -> None:
    library.remove_evidence(source_in(library, random).id)


def ask(library: Library, random: Random) -> None:
    claim, words = claim_in(library, random), f"Why {random.randrange(3)}?"
    library.ask(claim.id, "Ida", words, asked=random.random() < 0.5, by=random.choice(PEOPLE))


def put_question(library: Library, random: Random) -> None:
    library.put_question(question_in(library, random).id)


def answer(library: Library, random: Random) -> None:
    library.answer(question_in(library, random).id, random.choice(("", "Because.")))


def remove_question(library: Library, random: Random) -> None:
    library.remove_question(question_in(library, random).id)


def sign(library: Library, random: Random) -> None:
    library.sign([claim_in(library, random).id], by=random.choice(PEOPLE))


def withdraw(library: Library, random: Random) -> None:
    library.withdraw([claim_in(library, random).id], by=random.choice(PEOPLE))


ACTS: tuple[Act, ...] = (
    mark, mark, mark_many, write, note, adopt, dismiss, add, edit, split, merge, drop, restore, attach, change_source,
    remove_source, ask, put_question, answer, remove_question, sign, sign, withdraw,
    drop_article, bring_back, bring_back,
)  # fmt: skip

acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 1 << 30)), min_size=5, max_size=25)


def do(library: Library, act: Act, number: int) -> bool:
    """Do this, as the number says; whether it could be done."""
    try:
        act(library, Random(number))
    except TuifactError:
        return False
    return True
