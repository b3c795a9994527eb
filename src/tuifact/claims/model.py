"""The trained part of check-worthiness: what a linear model learned beyond the rules.

It was trained on the ClaimBuster sentences beside the rules, so that the two add up (see `training/worthiness.py` and
`docs/model-card.md`).

The file `worthiness.bin`: 12 bytes of header, little endian — the magic `TFW1`, the CRC-32 of all that follows, the
scale as a float32 — then 2**17 weights of a signed byte each.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from io import FileIO
from struct import Struct
from zlib import crc32

from tuifact.claims.ngrams import BITS, features
from tuifact.claims.words import Words
from tuifact.errors import TuifactError

WEIGHTS = __file__.rpartition("model.py")[0] + "worthiness.bin"
"""Path of the weights that travel with the package; a string, since pathlib takes longer to import than all this."""

_MAGIC = b"TFW1"
_START = Struct("<4sI")
_SCALE = Struct("<f")
_HEADER = _START.size + _SCALE.size


class Model:
    """A linear model over hashed features: `2**BITS` weights in signed bytes, and the logits that one step is worth."""

    __slots__ = ("scale", "weights")

    def __init__(self, weights: memoryview, scale: float) -> None:
        self.weights = weights
        self.scale = scale

    def score(self, words: Words, reasons: Iterable[str]) -> float:
        """What the model adds to the rules, in logits; `reasons` are those of the rules that hold, each once."""
        weight = self.weights.__getitem__
        return self.scale * sum(value * sum(map(weight, places)) for places, value in features(words, reasons))

    def packed(self) -> bytes:
        """The file that `unpacked` reads."""
        body = _SCALE.pack(self.scale) + self.weights.tobytes()
        return _START.pack(_MAGIC, crc32(body)) + body


def unpacked(data: bytes, source: str = "the weights") -> Model:
    """The model in these bytes; `source` names them in the error raised when they are damaged (TuifactError)."""
    if len(data) != _HEADER + (1 << BITS):
        raise _damaged(source, f"{len(data)} bytes long instead of {_HEADER + (1 << BITS)}")
    magic, checksum = _START.unpack_from(data)
    if magic != _MAGIC:
        raise _damaged(source, "not a file of weights")
    if crc32(data[_START.size :]) != checksum:
        raise _damaged(source, "its checksum does not fit")
    (scale,) = _SCALE.unpack_from(data, _START.size)
    return Model(memoryview(data)[_HEADER:].cast("b"), scale)


def read_model(path: str = WEIGHTS) -> Model:
    """The model in a file; TuifactError when it is missing or damaged."""
    try:
        with FileIO(path) as file:
            return unpacked(file.readall(), path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TuifactError(f"{path}: the weights cannot be read: {reason}", _HINT) from error


@lru_cache(maxsize=1)
def own_model() -> Model:
    """The model that travels with the package, read once; TuifactError when it is missing or damaged."""
    return read_model()


_HINT = "install tuifact again, or go on with --rules-only"


def _damaged(source: str, reason: str) -> TuifactError:
    return TuifactError(f"{source}: the weights are damaged: {reason}", _HINT)
