"""How do words become vectors that carry meaning, in the time a person waits?

The built-in model run by OpenVINO: the vectors of `sentence_transformer.py`, to which tests hold them, in a third to a half of the
time, and open in a second instead of five, because torch is not loaded. Takes text, gives unit vectors, on the processor alone. Any
other model is opened by its own library.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.embedding.bert import ManyTogether
from index.embedding.bert import OneAtATime
from index.embedding.bert import has_half
from index.embedding.built_in import BUILT_IN
from index.embedding.built_in import built_in_folder
from index.embedding.built_in import weights_hash
from index.errors import ModelFilesError
from index.manifest import ModelIdentity
from index.ports import Vectors
from index.word_vectors import WordVectors

_QUESTIONS = 32
"""Questions whose vectors are kept: the same one is asked for its words, and again for its answer."""


class FastEmbedder:
    """An `Embedder` over the built-in model; raises `ModelFilesError` when it cannot be opened as it should be."""

    def __init__(self) -> None:
        self._folder = built_in_folder()
        weights = weights_hash(BUILT_IN, self._folder)
        try:
            self._tokenizer = _opened_tokenizer(self._folder)
            self._exactly = OneAtATime(self._folder, exact=True)
        except (OSError, ValueError, KeyError) as error:
            raise ModelFilesError(BUILT_IN, f"its files cannot be read: {error}") from error
        self._identity = ModelIdentity(BUILT_IN, weights, self._exactly.width)
        self._one_at_a_time = Lock()
        self._questions = lru_cache(maxsize=_QUESTIONS)(self._read_question)

    @property
    def identity(self) -> ModelIdentity:
        """Return the name it was opened by, the SHA-256 of its weights, and the length of its vectors."""
        return self._identity

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row a text, in order; equal texts are embedded once.

        In half precision where the processor has it: the same passages are found, with cosines of at least 0.999 to full precision.
        """
        places = {text: place for place, text in enumerate(sorted(set(texts), key=lambda text: (-len(text), text)))}
        if not places:
            return np.zeros((0, self._identity.dimension), dtype=np.float32)
        numbers = [encoding.ids for encoding in self._tokenizer.encode_batch(list(places))]
        with self._one_at_a_time:
            rows = _unit(self._together.means(numbers))
        return rows[[places[text] for text in texts]]

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector, in full precision."""
        return self._questions(text)[0]

    def embed_query_words(self, text: str) -> WordVectors:
        """Return what the model said of each word of a question before it made one vector of them all."""
        return self._questions(text)[1]

    def embed_passage_words(self, text: str, at_most: int) -> WordVectors:
        """Return what the model says of each word, or piece of a word, cut off after `at_most`."""
        return self._read(self._quickly, text, at_most)[1]

    def _read_question(self, text: str) -> tuple[NDArray[np.float32], WordVectors]:
        return self._read(self._exactly, text, None)

    def _read(self, model: OneAtATime, text: str, at_most: int | None) -> tuple[NDArray[np.float32], WordVectors]:
        """Return the vector of a text and those of its words."""
        read = self._tokenizer.encode(text)
        before = slice(None if at_most is None else at_most - 1)
        *numbers, end = read.ids
        *offsets, nowhere = read.offsets
        with self._one_at_a_time:
            said = model.read([*numbers[before], end])
        places = np.array([*offsets[before], nowhere], dtype=np.int64)
        # what stands for no letters are the marks at both ends
        held = places[:, 1] > places[:, 0]
        return _unit(said.mean(axis=0, keepdims=True))[0], WordVectors(places[held, 0], places[held, 1], _unit(said[held]))

    @cached_property
    def _quickly(self) -> OneAtATime:
        return OneAtATime(self._folder, exact=False) if has_half() else self._exactly

    @cached_property
    def _together(self) -> ManyTogether:
        return ManyTogether(self._folder)


def _opened_tokenizer(folder: Path) -> Tokenizer:
    """Return what cuts a text into the words that the model knows, as many as it was made to read."""
    read = json.loads((folder / "sentence_bert_config.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(read["max_seq_length"])
    return tokenizer


def _unit(rows: NDArray[np.float32]) -> Vectors:
    lengths: NDArray[np.float32] = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / lengths
