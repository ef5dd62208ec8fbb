"""Archives that released formats wrote: opened for ever, or refused by name."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.embedding.hashing import HashingEmbedder
from index.errors import NamesNotNotedError
from index.errors import RollsNotKeptError
from index.ids import text_digest
from index.local.files import CATALOGUE
from index.local.files import folder_of
from index.local.files import publish
from index.local.files import read_manifest
from index.local.files import settle
from index.local.reader import verify
from index.manifest import FORMAT
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Filters
from index.passages import indexed_text
from index.ports import Archive
from index.ports import Coverage
from index.ports import NameHeld
from index.ports import NameListing
from index.records import Outcome
from index.records import Tally
from index.records import Vote
from index.rolls import Role
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


def test_an_archive_of_format_1_says_that_it_has_no_names_and_knows_no_words() -> None:
    archive = open_archive(f"file:{HERE / 'v1' / 'archive'}")
    asked = Filters(people=("Keller",))
    ask: list[Callable[[], object]] = [
        lambda: archive.catalogue.select(asked),
        lambda: archive.register.items(asked, 0, None, decided=False),
        lambda: archive.register.facets(asked),
    ]
    for one in ask:
        with pytest.raises(NamesNotNotedError, match="built before names were noted: run `minutebook ingest"):
            one()
    assert archive.vocabulary.similar("comittee", 5) == ()


def test_an_archive_of_format_2_has_names_and_words() -> None:
    archive = open_archive(f"file:{HERE / 'v2' / 'archive'}")
    everything = archive.catalogue.select(Filters())
    for name in ("Keller", "Cllr Tom Ruddle"):
        assert archive.catalogue.select(Filters(people=(name,))) == everything
    assert archive.catalogue.select(Filters(people=("Nobody",))).chunk_ids == ()
    assert archive.vocabulary.similar("comittee", 5) == ("committee",)


@pytest.mark.parametrize("older", ["v1", "v2"])
def test_an_archive_of_formats_1_and_2_says_that_it_lists_no_votes_and_people(older: str) -> None:
    rolls = open_archive(f"file:{HERE / older / 'archive'}").rolls
    ask: list[Callable[[], object]] = [
        lambda: rolls.votes(Filters(), 0, None, member=None, recorded=False),
        lambda: rolls.names("Keller", Filters(), 0, None),
        lambda: rolls.mentions("Councillor P. Keller", Role.MOVED, Filters(), 0, None),
    ]
    for one in ask:
        with pytest.raises(RollsNotKeptError, match="built before votes and people were listed: run `minutebook ingest"):
            one()


def require_the_rolls(archive: Archive, *, moved: bool) -> None:
    """Look for the vote, and for whom the records name."""
    (limb_id,) = archive.rolls.votes(Filters(outcomes=(Outcome.LOST,)), 0, None, member=None, recorded=False).limb_ids
    assert limb_id.endswith("-l01")
    assert archive.rolls.votes(Filters(), 0, None, member=None, recorded=True).total == 0
    keller = NameHeld("Councillor P. Keller", {Role.MOVED: 1}, ("Aldermere Borough Council",))
    assert archive.rolls.names("Keller", Filters(), 0, None) == (NameListing((keller,), 1) if moved else NameListing((), 0))
    (mention,) = archive.rolls.mentions("Councillor T. Ruddle", Role.SPOKE, Filters(), 0, None).mentions if moved else (None,)
    assert mention is None or (mention.item_id, mention.place) == (limb_id.rpartition("-")[0], 0)


def test_an_archive_of_format_3_lists_votes_and_people() -> None:
    require_the_rolls(open_archive(f"file:{HERE / 'v3' / 'archive'}"), moved=True)


@pytest.mark.parametrize("older", ["v1", "v2"])
def test_an_older_archive_lists_votes_and_people_once_it_is_written_on(older: str, tmp_path: Path) -> None:
    """Also of a document that was not read again; that of format 1 names nobody in its records."""
    shutil.copytree(HERE / older / "archive", tmp_path / "archive")
    address = f"file:{tmp_path / 'archive'}"
    for _ in range(2):
        begin_archive(address, HashingEmbedder().identity, "1").commit("2024-05-06T07:08:09Z")
        require_the_rolls(open_archive(address), moved=older == "v2")


@pytest.mark.parametrize("older", ["v1", "v2"])
def test_vectors_kept_before_there_were_parts_are_not_handed_back_but_stay_where_nothing_is_read_again(
    older: str, tmp_path: Path
) -> None:
    shutil.copytree(HERE / older / "archive", tmp_path / "archive")
    before = open_archive(f"file:{tmp_path / 'archive'}")
    question = HashingEmbedder().embed_query("a shared Chief Executive")
    ranking = before.dense.search(question, 5, None)
    (page,) = before.catalogue.pages(
        [(chunk.spans[0].document_id, 1) for chunk in before.catalogue.chunks([ranking[0].chunk_id])]
    ).values()
    texts = [
        indexed_text(chunk, {(page.document_id, 1): page}) for chunk in before.catalogue.chunks([one.chunk_id for one in ranking])
    ]
    writer = begin_archive(f"file:{tmp_path / 'archive'}", HashingEmbedder().identity, "1")
    assert writer.vectors([text_digest(text) for text in texts]) == {}
    writer.commit("2024-05-06T07:08:09Z")
    assert open_archive(f"file:{tmp_path / 'archive'}").dense.search(question, 5, None) == ranking


def test_an_archive_of_format_1_has_names_and_words_once_it_is_written_on(tmp_path: Path) -> None:
    """Also of a document that was not read again, as far as its records name anybody: this one names nobody."""
    shutil.copytree(HERE / "v1" / "archive", tmp_path / "archive")
    address = f"file:{tmp_path / 'archive'}"
    begin_archive(address, HashingEmbedder().identity, "1").commit("2024-05-06T07:08:09Z")
    archive = open_archive(address)
    assert archive.manifest.format == FORMAT
    assert archive.catalogue.select(Filters(people=("Keller",))).chunk_ids == ()
    assert archive.vocabulary.similar("comittee", 5) == ("committee",)


def test_a_document_kept_from_format_1_has_its_movers_noted(tmp_path: Path) -> None:
    address = f"file:{tmp_path / 'archive'}"
    written(tmp_path / "archive")
    made_older(tmp_path / "archive")
    with pytest.raises(NamesNotNotedError):
        open_archive(address).catalogue.select(Filters(people=("Keller",)))
    begin_archive(address, HashingEmbedder().identity, "1").commit("2024-05-06T07:08:09Z")
    archive = open_archive(address)
    assert archive.catalogue.select(Filters(people=("Keller",))) == archive.catalogue.select(Filters())
    assert archive.vocabulary.similar("comittee", 5) == ("committee",)


def written(place: Path) -> Path:
    """Write the archive of this format anew."""
    command = [sys.executable, str(HERE / "write_archive.py"), str(place)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(HERE.parents[1])})
    return place


def made_older(place: Path) -> None:
    """Take from an archive what format 1 did not have."""
    manifest = read_manifest(place)
    folder = folder_of(place, manifest.generation)
    with closing(sqlite3.connect(folder / CATALOGUE)) as catalogue:
        catalogue.executescript("DROP TABLE people; DROP TABLE vocabulary; DROP TABLE votes; DROP TABLE printed; VACUUM;")
    files, sizes = settle(folder)
    publish(place, replace(manifest, format=1, files=files, sizes=sizes))


def test_an_archive_of_each_format_can_be_written_on(place: Path, tmp_path: Path) -> None:
    shutil.copytree(place, tmp_path / "archive")
    address = f"file:{tmp_path / 'archive'}"
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    assert [len(known.fingerprint) for known in writer.known().values()] == [64]
    writer.commit("2024-05-06T07:08:09Z")
    require_the_lost_motion(open_archive(address))


def test_the_script_still_writes_the_archive_of_this_format(tmp_path: Path) -> None:
    """The day this fails without a new format number, an older release could not read what this one writes."""
    place = written(tmp_path / "archive")
    require_the_lost_motion(open_archive(f"file:{place}"))
    kept, anew = (open_archive(f"file:{where}") for where in (HERE / f"v{FORMAT}" / "archive", place))
    assert kept.catalogue.select(Filters()) == anew.catalogue.select(Filters())
    assert kept.manifest.counts == anew.manifest.counts
