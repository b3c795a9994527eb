"""The extra `encoder`: a sentence encoder from a folder of the user's, run by onnxruntime; nothing is downloaded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from tuifact.matching.interface import Encoder, MatchingError
from tuifact.model.plain import plain_line

MODEL, TOKENS = "model.onnx", "tokenizer.json"
"""Files the folder must have, under the names that exports to ONNX give them."""

SENTENCE = "sentence_embedding"
"""The output with one vector a text, where an export has it; else its first output has one vector a token."""

_HINT = "name the folder of a sentence encoder exported to ONNX"

_LONGEST = 256
"""Tokens of a text; sentence encoders are trained on no more."""


def load_encoder(folder: Path) -> Encoder:
    """The encoder whose weights are in this folder (`model.onnx`, `tokenizer.json`).

    Raises `MatchingError` when a file is missing or cannot be used, or the extra is not installed.
    """
    missing = [name for name in (MODEL, TOKENS) if not (folder / name).is_file()]
    if missing:
        raise MatchingError(f"{folder} has no {' and no '.join(missing)}", _HINT)
    try:
        runtime, tokenizers = import_module("onnxruntime"), import_module("tokenizers")
    except ImportError as error:
        raise MatchingError(
            f"an encoder needs {error.name}, which is not installed", "pip install 'tuifact[encoder]'"
        ) from error
    return _OnnxEncoder(folder, runtime, tokenizers)


class _OnnxEncoder:
    """The vector of a text: the model's own where it gives one a text, else the mean of those of its tokens."""

    def __init__(self, folder: Path, runtime: Any, tokenizers: Any) -> None:  # noqa: ANN401 - optional modules
        model = folder / MODEL
        self._folder = folder
        self._faults: tuple[type[Exception], ...] = (OSError, ValueError, RuntimeError, *_errors_of(runtime))
        with self._telling():
            self._tokens = tokenizers.Tokenizer.from_buffer((folder / TOKENS).read_bytes())
            self._tokens.enable_truncation(_LONGEST)
            self._tokens.enable_padding()
            self._session = runtime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
            with model.open("rb") as file:
                self.name = f"{folder.name}-{hashlib.file_digest(file, 'sha256').hexdigest()[:12]}"
        self._inputs = {entry.name for entry in self._session.get_inputs()}
        outputs = [entry.name for entry in self._session.get_outputs()]
        self._output = SENTENCE if SENTENCE in outputs else outputs[0]
        self.encode(["A trial."])

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text. Raises `MatchingError` for a text that the model cannot take."""
        with self._telling():
            return self._encoded(texts)

    def _encoded(self, texts: Sequence[str]) -> list[list[float]]:
        numpy = import_module("numpy")
        encodings = self._tokens.encode_batch(list(texts))
        given = {
            "input_ids": [encoding.ids for encoding in encodings],
            "attention_mask": [encoding.attention_mask for encoding in encodings],
            "token_type_ids": [encoding.type_ids for encoding in encodings],
        }
        arrays = {name: numpy.array(rows, dtype=numpy.int64) for name, rows in given.items() if name in self._inputs}
        vectors = self._session.run([self._output], arrays)[0]
        if not isinstance(vectors, numpy.ndarray) or vectors.ndim not in (2, 3):
            raise ValueError(f"its output {self._output} is no vectors")
        if vectors.ndim == 3:
            mask = numpy.array(given["attention_mask"])[:, :, None]
            vectors = (vectors * mask).sum(1) / numpy.maximum(mask.sum(1), 1)
        made: list[list[float]] = vectors.tolist()
        return made

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What the two libraries raise, as `MatchingError`.

        For a text it cannot take apart tokenizers raises `Exception` itself, which has no narrower name: that very
        class is taken for its own, and every other error that is not named here goes on.
        """
        try:
            yield
        except Exception as error:
            if type(error) is not Exception and not isinstance(error, self._faults):
                raise
            reason = plain_line(" ".join(str(error).split()))
            raise MatchingError(f"the encoder in {self._folder} cannot be used: {reason}", _HINT) from error


def _errors_of(runtime: Any) -> tuple[type[Exception], ...]:  # noqa: ANN401 - an optional module
    """The errors of onnxruntime: one for each of its statuses, with no family but `Exception`."""
    named = vars(import_module(f"{runtime.__name__}.capi.onnxruntime_pybind11_state")).values()
    return tuple(one for one in named if isinstance(one, type) and issubclass(one, Exception))
