"""How do words become vectors that carry meaning?

Any sentence-transformers model by its folder or hub name, run by its own library; also the built-in one, as what `fast.py` is
measured by. Takes text, gives unit vectors, on the processor alone. Opening a model that is here never asks the network.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import contextmanager
from contextlib import nullcontext
from copy import deepcopy
from functools import cached_property
from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np
import torch
from huggingface_hub import snapshot_download
from numpy.typing import NDArray
from safetensors import SafetensorError
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize
from sentence_transformers.sentence_transformer.modules import Pooling
from sentence_transformers.sentence_transformer.modules import Transformer
from transformers import PreTrainedTokenizerFast
from transformers.utils import logging as transformers_logging

from index.embedding.built_in import BUILT_IN
from index.embedding.built_in import built_in_folder
from index.embedding.built_in import weights_hash
from index.errors import ModelFilesError
from index.manifest import ModelIdentity
from index.ports import Vectors
from index.word_vectors import WordVectors
from index.word_vectors import no_words

_OTHER_FORMATS = ["*.onnx", "*.h5", "*.msgpack", "*.ot", "*.gguf", "onnx/*", "openvino/*", "coreml/*"]

# About 4,000 tokens: enough for the matrix units to be busy, little enough to stay in the cache. Half the processor time of
# batches of 16, measured on 400 texts of 20 to 200 words.
_BATCH_CHARACTERS = 20_000

_QUESTIONS = 32
"""Questions whose vectors are kept: the same one is asked for its words, and again for its answer."""


class SentenceTransformerEmbedder:
    """An `Embedder` over a sentence-transformers model; raises `ModelFilesError` when it cannot be opened as it should be."""

    def __init__(self, model: str) -> None:
        folder = _folder_of(model)
        weights = weights_hash(model, folder)
        self._model = _loaded(model, folder)
        self._identity = ModelIdentity(model, weights, self._model.get_embedding_dimension() or 0)
        self._plain = _is_plain(self._model)
        self._one_at_a_time = Lock()
        self._questions = lru_cache(maxsize=_QUESTIONS)(self._read_question)
        processor = torch.cpu.get_capabilities()
        self._half = bool(processor.get("avx512_bf16") or processor.get("amx_bf16"))

    @property
    def identity(self) -> ModelIdentity:
        """Return the name it was opened by, the SHA-256 of its weights, and the length of its vectors."""
        return self._identity

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row a text, in order; equal texts are embedded once.

        Half precision where the processor has it: 500 passages of real minutes took a third of the processor time, with cosines
        of at least 0.9999 to full precision and the same passages found. On other processors full precision is quicker.
        """
        rows = np.zeros((len(texts), self._identity.dimension), dtype=np.float32)
        places: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            places.setdefault(text, []).append(place)
        for batch in _batches(places):
            for text, vector in zip(batch, self._encoded(batch), strict=True):
                rows[places[text]] = vector
        _give_memory_back()
        return rows

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector.

        In full precision, which for one short text is quicker (12 ms against 18), and on one thread: two wait for each other
        as soon as the machine has other work (30 ms against 300, measured with six jobs on two cores).
        """
        return self._questions(text)[0]

    def embed_query_words(self, text: str) -> WordVectors:
        """Return what the model said of each word of a question before it made one vector of them all.

        None of a model of another build than the built-in one: it may do more with a question than can be followed here.
        """
        return self._questions(text)[1]

    def embed_passage_words(self, text: str, at_most: int) -> WordVectors:
        """Return what the model says of each word, or piece of a word, cut off after `at_most`; on one thread, as a question."""
        if not self._plain:
            return no_words(self._identity.dimension)
        with self._one_at_a_time:
            return self._read(self._for_words, text, at_most)[1]

    def _read_question(self, text: str) -> tuple[NDArray[np.float32], WordVectors]:
        with self._one_at_a_time:
            if self._plain:
                # as the library's own encode_query, with the same result, except that the words are kept
                return self._read(self._model, text, self._model.max_seq_length)
            with _one_thread():
                row: NDArray[np.float32] = _unit(self._model.encode_query([text], show_progress_bar=False))[0]
        return row, no_words(self._identity.dimension)

    def _read(self, model: SentenceTransformer, text: str, at_most: int | None) -> tuple[NDArray[np.float32], WordVectors]:
        """Return the vector of a text and those of its words."""
        read = model.tokenizer(text, truncation=True, max_length=at_most, return_offsets_mapping=True)
        places = np.array(read.pop("offset_mapping"), dtype=np.int64)
        with _one_thread(), torch.inference_mode():
            said = model({name: torch.tensor([numbers]) for name, numbers in read.items()})
        # what stands for no letters are the marks at both ends
        held = places[:, 1] > places[:, 0]
        rows = _unit(said["token_embeddings"][0].float().numpy()[held])
        whole = _unit(said["sentence_embedding"].float().numpy())[0]
        return whole, WordVectors(places[held, 0], places[held, 1], rows)

    @cached_property
    def _for_words(self) -> SentenceTransformer:
        """The model in half precision where the processor has it: cast once, not at every call, a passage takes half the time."""
        return deepcopy(self._model).to(torch.bfloat16) if self._half else self._model

    def _encoded(self, batch: Sequence[str]) -> Vectors:
        # The tokenizer keeps state between calls: two threads inside it at once raise "Already borrowed".
        with self._one_at_a_time, torch.autocast("cpu", dtype=torch.bfloat16) if self._half else nullcontext():
            return _unit(self._model.encode_document(list(batch), batch_size=len(batch), show_progress_bar=False))


def _is_plain(model: SentenceTransformer) -> bool:
    """Return whether a model is a transformer, a mean and no more, told nothing beside the text, and says where words stand."""
    parts = all(isinstance(part, Transformer | Pooling | Normalize) for part in model)
    told = bool(model.prompts.get("query")) or model.default_prompt_name is not None
    return parts and not told and isinstance(model.tokenizer, PreTrainedTokenizerFast)


def _batches(texts: dict[str, list[int]]) -> Iterator[list[str]]:
    """Yield texts of like length together, longest first, so that little is computed on padding."""
    batch: list[str] = []
    for text in sorted(texts, key=lambda text: (-len(text), text)):
        if batch and (len(batch) + 1) * len(batch[0]) > _BATCH_CHARACTERS:
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


def _give_memory_back() -> None:
    """Ask the C library to return freed memory: batches of many shapes leave holes, and 45,000 passages grew to 4 GB without it.

    Only glibc has the call; others need none.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


@contextmanager
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _unit(vectors: object) -> Vectors:
    rows = np.asarray(vectors, dtype=np.float32)
    lengths: NDArray[np.float32] = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / lengths


def _folder_of(model: str) -> Path:
    if model == BUILT_IN:
        return built_in_folder()
    if Path(model).is_dir():
        return Path(model)
    try:
        return Path(snapshot_download(model, ignore_patterns=_OTHER_FORMATS))
    except (OSError, ValueError) as error:
        raise ModelFilesError(model, "it is neither built in, nor a folder here, nor could it be had from the hub") from error


def _loaded(model: str, folder: Path) -> SentenceTransformer:
    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call] # a bar is for programs, this is a part of one
    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
        raise ModelFilesError(model, f"its files cannot be read: {error}") from error
