"""Where does the record of what was left out stand on the disk?

In `PLACE/left-out.json`, beside the generations and not in one: it is also written where an ingest changed nothing, and no hash of
the manifest speaks of it. Takes the folder of an archive and a record, gives the record; replaces it whole.
"""

from __future__ import annotations

import os
from pathlib import Path

from index.left_out import LeftOut
from index.left_out import from_json

_NAME = "left-out.json"


def keep(place: Path, left_out: LeftOut) -> None:
    """Write the record, in one step; raises `OSError`."""
    aside = place / f"{_NAME}.new"
    with aside.open("w", encoding="utf-8") as file:
        file.write(left_out.to_json())
        file.flush()
        os.fsync(file.fileno())
    aside.replace(place / _NAME)


def kept(place: Path) -> LeftOut | None:
    """Return the record, `None` where there is none that can be read."""
    try:
        return from_json((place / _NAME).read_bytes())
    except OSError:
        return None
