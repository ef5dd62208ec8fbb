"""Archives that released formats wrote: opened for ever, or refused by name."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from index.embedding.hashing import HashingEmbedder
from index.local.reader import verify
from index.manifest import FORMAT
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Filters
from index.ports import Archive
from index.ports import Coverage
from index.records import Outcome
from index.records import Tally
from index.records import Vote
from index.sources import Origin
from index.text import tokens

HERE = Path(__file__).parent
WRITTEN = sorted(HERE.glob("v*/archive"))


@pytest.fixture(params=WRITTEN, ids=[path.parent.name for path in WRITTEN])
def place(request: pytest.FixtureRequest) -> Path:
    return Path(str(request.param))


def require_the_lost_motion(archive: Archive) -> None:
    """Look at the one document by every way in: filters, both legs, lists, records."""
    lost = archive.catalogue.select(Filters(outcomes=(Outcome.LOST,), since=date(2020, 9, 2), until=date(2020, 9, 2)))
    question = "a shared Chief Executive be appointed"
    for ranking in (
        archive.lexical.search(tokens(question), 10, lost),
        archive.lexical.phrase(tokens(question), 10, lost),
        archive.dense.search(HashingEmbedder().embed_query(question), 10, lost),
    ):
        assert sorted(scored.chunk_id for scored in ranking) == list(lost.chunk_ids)
    decision = next(chunk for chunk in archive.catalogue.chunks(lost.chunk_ids) if chunk.limb_id)
    key = (decision.spans[0].document_id, decision.spans[0].page)
    assert archive.catalogue.pages([key])[key].quote(decision.spans[0]) == "That a shared Chief Executive be appointed."
    (meeting,) = archive.catalogue.meetings(archive.register.meeting_ids(key[0]))
    limb = meeting.items[0].limbs[0]
    assert limb.vote is not None
    assert limb.vote == Vote("(2:8)", limb.vote.span, Tally(2, 8))
    assert (meeting.date.value, meeting.date.origin) == (date(2020, 9, 2), Origin.PRINTED)
    assert archive.catalogue.documents([key[0]])[0].path == "shared-services/2020-09-02 Minutes.txt"


def test_the_format_of_this_release_has_an_archive_here() -> None:
    assert HERE / f"v{FORMAT}" / "archive" in WRITTEN


def test_an_archive_of_each_format_opens_and_answers(place: Path) -> None:
    assert verify(place) == ()
    archive = open_archive(f"file:{place}")
    require_the_lost_motion(archive)
    joint = ("Shared Services Joint Committee",)
    day = date(2020, 9, 2)
    assert archive.register.coverage(Filters()) == Coverage(1, 0, joint, ("Aldermere Borough Council",), day, day)
    assert archive.manifest.counts.withheld == 1


def test_an_archive_of_each_format_can_be_written_on(place: Path, tmp_path: Path) -> None:
    shutil.copytree(place, tmp_path / "archive")
    address = f"file:{tmp_path / 'archive'}"
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    assert [len(known.fingerprint) for known in writer.known().values()] == [64]
    writer.commit("2024-05-06T07:08:09Z")
    require_the_lost_motion(open_archive(address))


def test_the_script_still_writes_the_archive_of_this_format(tmp_path: Path) -> None:
    """The day this fails without a new format number, an older release could not read what this one writes."""
    place = tmp_path / "archive"
    command = [sys.executable, str(HERE / "write_archive.py"), str(place)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(HERE.parents[1])})
    require_the_lost_motion(open_archive(f"file:{place}"))
    kept, written = (open_archive(f"file:{where}") for where in (HERE / f"v{FORMAT}" / "archive", place))
    assert kept.catalogue.select(Filters()) == written.catalogue.select(Filters())
    assert kept.manifest.counts == written.manifest.counts
