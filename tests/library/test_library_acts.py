"""What must hold whatever is done in whatever order: all of it can be taken back, and no claim loses its words."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_acts import ACTS, Act, acts, do
from library_stock import article_of, dossier_of, opened, town

from tuifact.library import Library, examine
from tuifact.model import Article

Done = list[tuple[Act, int]]
few = settings(max_examples=15, deadline=None)


def standing(library: Library) -> dict[str, object]:
    """How everything stands; how often it was changed is left out."""
    return {
        claim.id: (replace(claim, rev=0), claim.review, library.questions(claim.id), library.dismissed(claim.id))
        for claim in library.claims()
    }


@few
@given(acts)
def test_everything_can_be_taken_back_and_done_again(done: Done) -> None:
    with TemporaryDirectory() as folder, opened(Path(folder)) as one, opened(Path(folder)) as other:
        one.add_many([town(1), town(2)])
        before = standing(one)
        for number, act in enumerate(done):
            do((one, other)[number % 2], *act)
        after = standing(other)
        count = 0
        while other.undo():
            count += 1
        assert standing(one) == before
        while one.redo():
            count -= 1
        assert standing(other) == after
        assert count == 0


@few
@given(acts)
def test_another_library_takes_over_how_everything_stands(done: Done) -> None:
    with TemporaryDirectory() as folder, opened(Path(folder, "1")) as theirs, opened(Path(folder, "2")) as ours:
        article = theirs.add(town(1))
        for act in done:
            do(theirs, *act)
            theirs.undo() if act[1] % 7 == 0 else None
        ours.take_over([dossier_of(theirs, article)])
        assert ours.claims(article) == theirs.claims(article)
        kept = {claim.id for claim in ours.claims(article)}
        assert set(ours.questions()) == {one for one in theirs.questions() if one.claim in kept}


SENTENCES = ("The bridge has 12 arches.", "Rents fell by 3 percent.", "Rents fell by 4 percent.", "Nobody said so.")
versions = st.permutations(SENTENCES).map(
    lambda parts: article_of(*parts[:2], " ".join(parts[2:]), source="https://a.example/")
)


@few
@given(st.lists(st.one_of(acts.map(lambda done: done[:3]), versions, st.sampled_from(["undo", "redo"])), max_size=20))
def test_every_claim_stands_where_its_words_are_or_nowhere(steps: list[Done | Article | str]) -> None:
    with TemporaryDirectory() as folder, opened(Path(folder)) as library:
        article = library.add(article_of(*SENTENCES, source="https://a.example/"))
        for step in steps:
            if isinstance(step, str):
                library.undo() if step == "undo" else library.redo()
            elif isinstance(step, Article):
                library.add(step)
            else:
                for act in step:
                    do(library, *act)
            paragraphs = library.article(article).paragraphs
            for claim in library.claims():
                words = paragraphs[claim.paragraph].text[claim.start : claim.end]
                assert words == (claim.text if claim.start < claim.end else "")


def import_another(library: Library, random: Random) -> None:
    library.add(town(random.randrange(3, 9)))


@few
@given(st.lists(st.tuples(st.sampled_from((*ACTS, import_another)), st.integers(0, 1 << 30)), max_size=20))
def test_a_disk_that_fails_at_any_write_changes_nothing(done: Done) -> None:
    failing, random, os_write = False, Random(len(done)), os.write

    def write(descriptor: int, data: bytes) -> int:
        if failing and random.random() < 0.3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        # A system may take a part alone.
        return os_write(descriptor, data[: random.randrange(1, len(data) + 1)])

    def flush(descriptor: int) -> None:
        if failing and random.random() < 0.3:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        with opened(Path(folder)) as one, opened(Path(folder)) as other:
            one.add_many([town(1), town(2)])
            patch.setattr("os.write", write)
            patch.setattr("tuifact.library.store.journal.flush", flush)
            patch.setattr("tuifact.library.store.files.flush", flush)
            for act in done:
                before = standing(one)
                failing = True
                could = do(one, *act)
                failing = False
                assert could or standing(one) == before
                assert standing(other) == standing(one)
            left = standing(one)
        with opened(Path(folder)) as again:
            assert standing(again) == left
        assert not [finding for finding in examine(Path(folder)).findings if finding.grave]
