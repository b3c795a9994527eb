"""What reports cost: time an article, and how it grows with the number of articles and of claims.

Run by `python benchmarks/reports.py`. Ratios of 1.0 mean linear; the input is made here.
"""

from __future__ import annotations

import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator

from tuifact.model import (
    Action,
    Article,
    ArticleSummary,
    Claim,
    Dossier,
    Event,
    Kind,
    Original,
    Paragraph,
    Status,
    Tally,
)
from tuifact.reports import choose_text

RUNS = 5
SENTENCE = "The council of ward_{0} spent $1.5 million on [the] bridge in 20{1:02}, 3 % more than | before."


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


def median_seconds(work: Callable[[], object]) -> float:
    """The median of several runs, in seconds of this process's time."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def render_seconds(form: str, articles: int, claims: int = 20) -> float:
    """Seconds to render, the making of the dossiers not counted."""
    report = choose_text(form)
    dossiers = list(stream(articles, claims))
    return median_seconds(lambda: sum(map(len, report.render(dossiers))))


def peak_bytes(form: str, articles: int) -> int:
    """The most memory rendering holds at a time when articles come and go, in bytes."""
    tracemalloc.start()
    sum(map(len, choose_text(form).render(stream(articles, 20))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def main() -> None:
    """Measure and print a small table."""
    print(f"medians of {RUNS} runs; growth 1.0 is linear\n")
    print("format      articles/s   µs a claim   growth ×10 articles   growth ×10 claims   memory ×10 articles")
    for form in ("markdown", "json"):
        few, many = render_seconds(form, 100), render_seconds(form, 1000)
        short, long = render_seconds(form, 10, 200), render_seconds(form, 10, 2000)
        memory = peak_bytes(form, 200) / peak_bytes(form, 20)
        print(
            f"{form:<10}  {1000 / many:>10,.0f}   {many / 20_000 * 1e6:>10.1f}   {many / few / 10:>19.2f}"
            f"   {long / short / 10:>17.2f}   {memory:>19.2f}"
        )


if __name__ == "__main__":
    main()
