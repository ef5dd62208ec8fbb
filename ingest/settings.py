"""How is a folder ingested?

The write path's own table, `[ingest]`, of minutebook.toml. Which model and which archive stand in `[archive]`, on the ground floor.
"""

from __future__ import annotations

from pydantic import Field

from index.settings import Settings


class IngestSettings(Settings):
    """`passage_words`: the longest passage, in words: 180 words stay within the 256 tokens that the default model reads.

    `batch`: how many passages are embedded at a time.
    """

    passage_words: int = Field(default=180, ge=40, le=400)
    batch: int = Field(default=256, ge=1, le=4096)
