"""What cleaning costs: speed beside two peers, growth on nasty repeats, memory.

Run by `python benchmarks/cleaning.py`. The text is made here, in the state tokenising corpora hand it on. Peers
(sacremoses' detokenizer, ftfy) are measured in the same rounds when they can be imported; each undoes only a part of
the damage, and ftfy next to nothing of what plain ASCII suffers. Growth 1.0 is linear.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

from tuifact.cleaning import clean

ROUNDS = 5
SENTENCES = (
    "The port of ward_{0} spent $ 1 . {1} billion on [ the ] bridge in 20{1:02} , 3 % more than before .",
    "& quot ; We didn ' t know ,& quot ; said Ida Holm , who had led the well - known harbour for {0} years .",
    "The council @@@ s budget ( of May {1} , 2019 ) holds 4 , {0} euros for quays , cranes and the captains .",
    "Few had believed it would open : the steel came late , the U . S . crews left , and nobody paid .",
    "“ It isn ’ t safe ,” he wrote — twice — of the cafÃ© at quay {1} , which holds {0} people .",
    "The council met on Monday evening in the old hall by the quay and agreed after {1} hours of talk to let the "
    "owners of ward_{0} pay for the repair of the bridge over the next ten years .",
    "Nobody in the harbour had seen the letter before it was read out , and the few who had heard of it thought that "
    "it was about the lease of the {0} berths rather than the money that the city had lent them in 19{1:02} .",
    "What the engineers had built in the spring was taken down in the autumn because the river had risen twice since "
    "then and the ground under the {1} pillars could no longer hold the weight of {0} cars a day .",
)
"""About as many marks as news has: one token in six."""

REPEATS = {
    "& quot ;": ("& quot ; ", 75_000),
    "blanks": (" ", 100_000),
    "one word": ("abcdefghij", 25_000),
    "@@@": ("@@@ ", 50_000),
    "brackets": ("( ", 50_000),
    "apostrophes": ("' ", 50_000),
    "stops": (". ", 50_000),
    "hyphens": ("- ", 50_000),
    "ampersands": ("&", 50_000),
    "addresses": ("http : // a . com / ", 20_000),
    "handles": ("@ ", 50_000),
    "<p>": ("<p>", 20_000),
    "open tags": ("</p><b ", 10_000),
    "open attributes": ("</p><a href='", 10_000),
    "open comments": ("</p><!--", 10_000),
    "mail quotes": ("> a\n", 20_000),
    "bars": ("|", 50_000),
    "underscores": ("_", 50_000),
    "stars": ("**a ", 50_000),
    "misread UTF-8": ("â€", 50_000),
    "broken lines": ("some words that wrap at fif-\n", 10_000),
    "posts": ("& mdash ; A (@ b )\n", 5_000),
}
"""What is repeated, and how often in the smaller of two texts."""

Work = Callable[[str], object]


def make_text(sentences: int, seed: int = 1) -> str:
    """Paragraphs of a few sentences, none like another."""
    chance = random.Random(seed)
    made = [
        chance.choice(SENTENCES).format(chance.randrange(100, 999), chance.randrange(1, 29)) for _ in range(sentences)
    ]
    return "\n& nbsp ;\n".join(" ".join(made[start : start + 4]) for start in range(0, sentences, 4))


def find_tools() -> dict[str, Work]:
    """Cleaning, and the peers that are installed."""
    tools: dict[str, Work] = {"tuifact": lambda text: clean(text).text}
    with suppress(ImportError):
        moses = import_module("sacremoses").MosesDetokenizer("en")
        tools["sacremoses"] = lambda text: [moses.detokenize(line.split()) for line in text.split("\n")]
    with suppress(ImportError):
        tools["ftfy"] = import_module("ftfy").fix_text
    return tools


def seconds(work: Work, texts: list[str]) -> float:
    """Time of this process for one pass."""
    gc.collect()
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def compare(texts: list[str]) -> dict[str, list[float]]:
    """Seconds a round, for each tool, in interleaved rounds."""
    taken: dict[str, list[float]] = {}
    tools = find_tools()
    for turn in range(ROUNDS):
        fresh = [text + "\n" * (turn + 1) for text in texts]
        for name, work in tools.items():
            taken.setdefault(name, []).append(seconds(work, fresh))
    return taken


def growth(unit: str, count: int) -> tuple[float, float]:
    """Time on twice the text by twice the time on the text (the best of a few rounds), and seconds of the larger."""
    small, large = (f"Start {unit * times}end." for times in (count, 2 * count))
    ratios, times = [], []
    for turn in range(ROUNDS):
        half = seconds(clean, [small + "\n" * turn, small + "\n" * (turn + ROUNDS)])
        times.append(seconds(clean, [large + "\n" * turn]))
        ratios.append(times[-1] / half)
    return min(ratios), statistics.median(times)


def peak_memory(text: str) -> float:
    """The most memory that cleaning holds at a time, by the size of the text as it came."""
    data = text.encode()
    tracemalloc.start()
    clean(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / len(data)


def print_speed() -> None:
    """MB a second on short records and on one document, and how many times as fast as each peer, also on the mean."""
    sets = {"1,000 records": [make_text(4, seed) for seed in range(1000)], "a document": [make_text(12_000)]}
    ratios: dict[str, list[float]] = {}
    print("MB/s             MB  " + "".join(f"{name:>12}" for name in find_tools()) + "   times as fast as")
    for name, texts in sets.items():
        size = sum(len(text.encode()) for text in texts) / 1e6
        taken = compare(texts)
        speeds = "".join(f"{size / statistics.median(times):>12.1f}" for times in taken.values())
        own = taken.pop("tuifact")
        for peer, times in taken.items():
            ratios.setdefault(peer, []).append(statistics.median(p / t for p, t in zip(times, own, strict=True)))
        told = "   ".join(f"{peer} {found[-1]:.2f}" for peer, found in ratios.items()) or "no peer installed"
        print(f"{name:<14}  {size:>4.1f} {speeds}   {told}")
    if ratios:
        width = 21 + 12 * (len(ratios) + 1)
        print(f"{'mean of the two':<{width}}" + "   ".join(f"{p} {statistics.mean(r):.2f}" for p, r in ratios.items()))


def main() -> None:
    """Measure and print three small tables."""
    print(f"medians of {ROUNDS} rounds, time of this process\n")
    print_speed()
    print("\nrepeated           growth   ms")
    for name, (unit, count) in REPEATS.items():
        ratio, taken = growth(unit, count)
        print(f"{name:<17}  {ratio:>6.2f}  {taken * 1000:>6.0f}")
    print("\npeak memory by size of the input")
    for name, text in {
        "a document": make_text(9_000),
        "blanks": " " * 1_000_000,
        "masks": "@@@ " * 250_000,
        "short lines": "one of many short lines of text\n\n" * 20_000,
    }.items():
        print(f"{name:<17}  {peak_memory(text):>6.1f}")


if __name__ == "__main__":
    main()
