"""What is stated about one file of a folder?

Takes the folder and a path below it, gives what its sidecars state, as one text, just as it went into the file's fingerprint, so
that somebody else can tell whether a file is still the one that was read. Reads only the `minutes.toml` files on the way to it.
"""

from __future__ import annotations

from pathlib import Path
from pathlib import PurePosixPath

from ingest.errors import SidecarError
from ingest.facts import Facts
from ingest.facts import canonical
from ingest.sidecar import SIDECAR
from ingest.sidecar import Sidecar
from ingest.sidecar import facts_for
from ingest.sidecar import parse_sidecar


def stated_text(folder: Path, path: str) -> str:
    """Return what is stated about the file at a path below the folder, empty where nothing is.

    A sidecar that cannot be read states nothing: the fingerprint then differs, which is what whoever asks must know. What flags
    stated when the folder was ingested is not known here.
    """
    sidecars = {str(above): found for above in PurePosixPath(path).parents if (found := _sidecar(folder, above)) is not None}
    return canonical(facts_for(path, sidecars, Facts()))


def _sidecar(folder: Path, above: PurePosixPath) -> Sidecar | None:
    try:
        return parse_sidecar(str(above / SIDECAR), (folder / above / SIDECAR).read_bytes())
    except (OSError, SidecarError):
        return None
