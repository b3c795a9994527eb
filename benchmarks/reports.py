"""What reports cost: time an article, and how it grows with the number of articles and of claims.

Run by `python benchmarks/reports.py`. Ratios of 1.0 mean linear. Two parts: rendering alone, from dossiers made here,
and the whole way out of a library that was filled here, with everything that gathers a dossier. Times are of this
process's CPU, the least of a few runs; memory is the most that Python held at a time.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

from tuifact.desk import Desk, Wanted
from tuifact.model import (
    Action,
    Article,
    ArticleSummary,
    Claim,
    Dossier,
    Event,
    Evidence,
    Kind,
    Original,
    Paragraph,
    Status,
    Tally,
)
from tuifact.reports import choose_report

RUNS = 3
TEXTS = ("markdown", "html", "claimreview", "csv", "json")
SENTENCE = "The council of ward_{0} spent $1.5 million on [the] bridge in 20{1:02}, 3 % more than | before."
SOURCE = Evidence("https://records.example/17", "Record 17", "City archive", "It cost 1.5 million.", "p. 14")
FEW, MANY = 100, 1000
WHO = ("The council", "Mr. Lind", "The port authority", "Dr. Amina Osei")


def make_dossier(number: int, claims: int = 20) -> Dossier:
    """An article of so many claims, two a paragraph, half of them checked."""
    texts = [SENTENCE.format(number, place % 100) for place in range(claims)]
    paragraphs = tuple(Paragraph(" ".join(texts[start : start + 2])) for start in range(0, claims, 2))
    statuses = [tuple(Status)[place % 3] if place % 2 else Status.UNVERIFIED for place in range(claims)]
    found = tuple(
        Claim(
            text=text,
            paragraph=place // 2,
            start=(place % 2) * (len(texts[place - 1]) + 1),
            end=(place % 2) * (len(texts[place - 1]) + 1) + len(text),
            speaker="Ida Holm" if place % 3 else None,
            kind=Kind.STATISTIC,
            reasons=("number", "comparison"),
            id=f"{number}-{place}",
            status=status,
            note="The ledger of 2019, p. 14, has the same figure.\nSo has the audit." if place % 2 else "",
            by="ana" if place % 2 else "",
            at="2020-03-04T14:05:59.120Z" if place % 2 else "",
            evidence=(SOURCE,) if place % 2 else (),
        )
        for place, (text, status) in enumerate(zip(texts, statuses, strict=True))
    )
    history = tuple(
        Event(claim.id, str(number), Action.MARKED, "ana", claim.at, Status.UNVERIFIED, claim.status, "", 1)
        for claim in found
        if claim.by
    )
    tally = Tally.of(statuses)
    title = f"Ward {number} and its bridge"
    article = Article(paragraphs, title, original=Original(b"", "ward.txt", "2020-03-04T08:30:00Z"))
    summary = ArticleSummary(str(number), title, "Mara Lind", None, "en", "ward.txt", "0" * 64, "", (), tally)
    return Dossier(summary, article, found, history)


def stream(articles: int, claims: int) -> Iterator[Dossier]:
    """Dossiers made one at a time, as a library hands them out."""
    return (make_dossier(number, claims) for number in range(articles))


def least_seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The least of several runs, in seconds of this process's time."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def peak_bytes(work: Callable[[], object]) -> int:
    """The most memory held at a time, in bytes."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def rendering(form: str) -> str:
    """A line of the first table."""
    report = choose_report(form)

    def render(articles: int, claims: int) -> float:
        dossiers = list(stream(articles, claims))
        return least_seconds(lambda: sum(map(len, report.pieces(dossiers))))

    few, many = render(FEW, 20), render(MANY, 20)
    short, long = render(10, 200), render(10, 2000)

    def hold(articles: int) -> int:
        return peak_bytes(lambda: sum(map(len, report.pieces(stream(articles, 20)))))

    return (
        f"{form:<12}  {MANY / many:>10,.0f}   {many / MANY / 20 * 1e6:>10.1f}   {many / few / 10:>19.2f}"
        f"   {long / short / 10:>17.2f}   {hold(200) / hold(20):>19.2f}"
    )


def fill(desk: Desk, folder: Path, articles: int) -> None:
    """Put so many articles of ten claims into a library, half of them decided."""
    folder.mkdir()
    pick = random.Random(articles)
    for number in range(articles):
        lines = [f"Ward {number} and its bridge", ""]
        for _ in range(5):
            told = [
                f"{pick.choice(WHO)} sold {pick.randrange(99999)} homes in ward {pick.randrange(9999)} in 20{year}."
                for year in (11, 17)
            ]
            lines += [" ".join([*told, "I think that this is a lovely place."]), ""]
        (folder / f"{number:05}.txt").write_text("\n".join(lines), encoding="utf-8")
    for _ in desk.import_sources([str(folder)]):
        pass
    chosen = [claim.id for claim in desk.claims()[::2]]
    for start in range(0, len(chosen), 100):
        desk.mark(chosen[start : start + 100], tuple(Status)[start // 100 % 2], by="ana", note="Seen in the ledger.")


def out_of_the_library(scratch: Path) -> Iterator[str]:
    """The second table: every text form out of a library of few articles and of many."""
    seconds: dict[tuple[str, int], float] = {}
    for articles in (FEW, MANY):
        with Desk(scratch / f"library-{articles}") as desk:
            fill(desk, scratch / f"texts-{articles}", articles)
            desk.dossier(desk.choose_articles()[0])
            for form in TEXTS:

                def export(form: str = form, desk: Desk = desk) -> int:
                    return sum(map(len, desk.report_pieces((), Wanted(form))))

                seconds[form, articles] = least_seconds(export, 1)
    for form in TEXTS:
        few, many = seconds[form, FEW], seconds[form, MANY]
        yield f"{form:<12}  {many / MANY * 1e3:>14.1f}   {many / few / 10:>19.2f}"


def main() -> None:
    """Measure and print two tables; with `--render` only the first, which takes a fraction of the time."""
    print(f"rendering alone; the least of {RUNS} runs, growth 1.0 is linear\n")
    print("format        articles/s   µs a claim   growth ×10 articles   growth ×10 claims   memory ×10 articles")
    for form in TEXTS:
        print(rendering(form))
    if "--render" in sys.argv:
        return
    print(f"\nout of a library of {FEW} and of {MANY} articles, ten claims each, everything gathered\n")
    print("format        ms an article   growth ×10 articles")
    with tempfile.TemporaryDirectory() as scratch:
        for line in out_of_the_library(Path(scratch)):
            print(line)


if __name__ == "__main__":
    main()
