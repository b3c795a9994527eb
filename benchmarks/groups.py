"""What stands on the one page, group by group; `all.py` prints it."""

from __future__ import annotations

import html
import json
import math
import re
import sqlite3
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import first_frame
import reader
from measuring import Figure, LeftOut, Work, in_turns, milliseconds, ratio

import claims as claims_benchmark
import cleaning as cleaning_benchmark
import library as library_benchmark
import matching as matching_benchmark
import reports as reports_benchmark
from tuifact.claims import annotate, worth
from tuifact.cleaning import clean
from tuifact.desk import Desk
from tuifact.matching import ClaimIndex
from tuifact.reports import choose_report


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is done."""

    rounds: int
    texts: int
    claims: int


FULL, QUICK = Scale(rounds=7, texts=400, claims=20_000), Scale(rounds=3, texts=100, claims=4_000)


def measure_first_frame(scale: Scale) -> Iterator[Figure]:
    """From the start of the program to a frame with text in it."""
    if not first_frame.can_measure():
        raise LeftOut("the scheduler does not tell of CPU time")
    seen = first_frame.measure(scale.rounds)
    bare = seen.pop("bare Textual app")
    for name, times in seen.items():
        yield Figure("first frame", name, "bare Textual app", ratio(times, bare), f"{min(times):.0f} ms")


def measure_reader(scale: Scale) -> Iterable[Figure]:
    """Keys."""
    return reader.figures(max(3, scale.rounds - 2))


def measure_cleaning(scale: Scale) -> Iterator[Figure]:
    """Beside the least that could be called cleaning: entities, one form of Unicode, blanks."""

    def tidy(text: str) -> str:
        return re.sub(r"[ \t]+", " ", unicodedata.normalize("NFC", html.unescape(text)))

    text, double = (cleaning_benchmark.make_text(scale.texts * 8 * factor) for factor in (1, 2))
    works = {
        "ours": lambda: clean(text),
        "tidy": lambda: [tidy(text) for _ in range(10)],
        "double": lambda: clean(double),
    }
    taken = in_turns(works, scale.rounds)
    speed = f"{len(text) / 1e6 / min(taken['ours']):.1f} MB/s"
    yield Figure("cleaning", "a document", "10 × unescape, NFC, blanks", ratio(taken["ours"], taken["tidy"]), speed)
    yield from _growth("cleaning", "twice the document", taken["double"], taken["ours"], 2)


def measure_worth(scale: Scale) -> Iterator[Figure]:
    """Beside hardly any work for each word."""
    made = claims_benchmark.sentences(1, scale.texts * 8)
    texts = [clean(" ".join(made[: len(made) // part]), media_type="text/plain") for part in (2, 1)]
    works: dict[str, Work] = {
        "ours": lambda: [worth(sentence) for sentence in made],
        "bare": lambda: [claims_benchmark.bare(sentence) for sentence in made for _ in range(10)],
        "half": lambda: annotate(texts[0]),
        "whole": lambda: annotate(texts[1]),
    }
    taken = in_turns(works, scale.rounds)
    speed = f"{len(made) / min(taken['ours']):,.0f} sentences/s"
    yield Figure("worth", "a sentence", "10 × checksum of its words", ratio(taken["ours"], taken["bare"]), speed)
    yield from _growth("worth", "twice the article", taken["whole"], taken["half"], 2)


def measure_matching(scale: Scale) -> Iterator[Figure]:
    """Building an index and searching it, beside the full-text search of SQLite."""
    if not matching_benchmark.has_fts5():
        raise LeftOut("this SQLite has no FTS5")
    made = matching_benchmark.made_claims(scale.claims)
    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as scratch:
        folder = Path(scratch)
        index = matching_benchmark.ours(made, folder / "index")
        fts5 = matching_benchmark.fts5(made, folder / "fts5.db")
        asked = [text for _, text in made[:: max(1, len(made) // 40)]]
        works: dict[str, Work] = {
            "build": lambda: ClaimIndex().extend(made),
            "build fts5": lambda: _fts5_in_memory(made),
            "build half": lambda: ClaimIndex().extend(made[: len(made) // 2]),
            "search": lambda: [index(text) for text in asked],
            "search fts5": lambda: [fts5(text) for text in asked],
        }
        taken = in_turns(works, scale.rounds)
    for act, remark in (("build", ""), ("search", milliseconds(taken["search"], len(asked)))):
        name = f"{act}, {scale.claims:,} claims"
        yield Figure("matching", name, "SQLite FTS5", ratio(taken[act], taken[f"{act} fts5"]), remark)
    yield from _growth("matching", "build twice the claims", taken["build"], taken["build half"], 2)


def measure_library(scale: Scale) -> Iterator[Figure]:
    """A verdict on the disk, beside sqlite3 and TinyDB, and filling as it grows; waiting is not counted."""
    small, large, each = scale.claims // 4, scale.claims, library_benchmark.BLOCK
    turn, made = count(), count()

    def marks(mark: library_benchmark.Mark, times: int) -> Work:
        return lambda: [mark(next(turn)) for _ in range(times)]

    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as place, ExitStack() as closing:
        scratch = Path(place)

        def fill(claims: int) -> Path:
            folder = scratch / f"library-{next(made)}"
            library_benchmark.fill(folder, claims)
            return folder

        ours = library_benchmark.library_marks(fill(large), closing)
        sqlite = library_benchmark.sqlite_marks(scratch / "claims.sqlite", large, closing)
        tinydb = library_benchmark.tinydb_marks(scratch / "tinydb.json", large, closing)
        # TinyDB writes all it has at every mark: one of them is enough.
        works = {"ours": marks(ours, each), "sqlite3": marks(sqlite, each), "TinyDB": marks(tinydb, 1)}
        taken = in_turns(works, 3 * scale.rounds)
        taken["TinyDB"] = [each * seconds for seconds in taken["TinyDB"]]
        filled = in_turns({"small": lambda: fill(small), "large": lambda: fill(large)}, 2)
    # What a flush costs the processor is a matter of the file system; TinyDB is far slower than any change of ours.
    for peer, allowed in (("sqlite3", 3.0), ("TinyDB", math.inf)):
        name, remark = f"mark, {large:,} claims", milliseconds(taken["ours"], each)
        yield Figure("library", name, peer, ratio(taken["ours"], taken[peer]), remark, allowed=allowed)
    yield from _growth("library", f"fill {large:,} claims", filled["large"], filled["small"], large // small)


def measure_import(scale: Scale) -> Iterator[Figure]:
    """A corpus into a library, beside cleaning its texts and finding their claims alone."""
    texts = [cleaning_benchmark.make_text(8, seed) for seed in range(scale.texts)]
    with tempfile.TemporaryDirectory(prefix="tuifact-benchmark-") as made:
        scratch = Path(made)
        for name, share in (("half", texts[: len(texts) // 2]), ("whole", texts)):
            lines = "".join(json.dumps({"text": text}) + "\n" for text in share)
            (scratch / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        turn = iter(range(1_000))

        def take_in(name: str) -> None:
            with Desk(scratch / f"library-{next(turn)}") as desk:
                assert all(one.error is None for one in desk.import_sources([str(scratch / f"{name}.jsonl")]))

        works: dict[str, Work] = {
            "ours": lambda: take_in("whole"),
            "parts": lambda: [annotate(clean(text)) for text in texts],
            "half": lambda: take_in("half"),
        }
        taken = in_turns(works, scale.rounds)
    speed = f"{len(texts) / min(taken['ours']):,.0f} articles/s"
    yield Figure("import", f"{len(texts)} articles", "clean and annotate", ratio(taken["ours"], taken["parts"]), speed)
    yield from _growth("import", "twice the articles", taken["ours"], taken["half"], 2)


def measure_export(scale: Scale) -> Iterator[Figure]:
    """The report of many articles, beside writing their claims as JSON."""
    dossiers = list(reports_benchmark.stream(scale.texts, 20))
    report = choose_report("markdown")

    def as_json() -> int:
        return sum(
            len(json.dumps([claim.text, claim.status, claim.note, claim.by]))
            for one in dossiers
            for claim in one.claims
        )

    works: dict[str, Work] = {
        "ours": lambda: sum(map(len, report.pieces(dossiers))),
        "json": lambda: [as_json() for _ in range(10)],
        "half": lambda: sum(map(len, report.pieces(dossiers[: len(dossiers) // 2]))),
    }
    taken = in_turns(works, scale.rounds)
    speed = f"{len(dossiers) / min(taken['ours']):,.0f} articles/s"
    yield Figure("export", f"{len(dossiers)} articles", "10 × json.dumps", ratio(taken["ours"], taken["json"]), speed)
    yield from _growth("export", "twice the articles", taken["ours"], taken["half"], 2)


GROUPS: Mapping[str, Callable[[Scale], Iterable[Figure]]] = {
    "first frame": measure_first_frame,
    "reader": measure_reader,
    "library": measure_library,
    "cleaning": measure_cleaning,
    "worth": measure_worth,
    "matching": measure_matching,
    "import": measure_import,
    "export": measure_export,
}
"""What measures each group, by its name on the page."""


def _growth(group: str, name: str, more: Sequence[float], less: Sequence[float], times: int) -> Iterator[Figure]:
    yield Figure(group, name, "that, each", ratio(list(more), list(less)) / times, growth=True)


def _fts5_in_memory(made: Sequence[tuple[str, str]]) -> None:
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table claim using fts5(id unindexed, text, tokenize='porter unicode61')")
    base.executemany("insert into claim values (?, ?)", made)
    base.close()
