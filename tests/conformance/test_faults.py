"""What the archive on disk must survive: cut-off runs, damaged files, a full disk, folders that cannot be written.

Each fault is a real one: child processes that end in the middle of a write, bytes cut from real files, a limit on file size.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from index.embedding.hashing import HashingEmbedder
from index.errors import DamagedArchiveError
from index.errors import MissingArchiveError
from index.errors import UnknownFormatError
from index.errors import UnwritableArchiveError
from index.local.reader import verify
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Filters
from index.ports import Archive
from index.ports import Deposit

Invent = Callable[..., Deposit]

MODEL = HashingEmbedder().identity
NOW = "2024-01-02T03:04:05Z"

CHILD = """
import os
import sys
from pathlib import Path
sys.path[:0] = [os.getcwd(), "tests/conformance"]
import index.local.writer as writing
from conftest import invent_deposit
from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive

def stop(*arguments, **named):
    os._exit(9)

writer = begin_archive("file:" + sys.argv[1], HashingEmbedder().identity, "1")
if sys.argv[2] in vars(writing):
    setattr(writing, sys.argv[2], stop)
for number in range(5):
    writer.put(invent_deposit(f"new/{number}.pdf", "The swimming pool", f"Item {number}"))
    print("put", flush=True)
if sys.argv[2] == "put":
    stop()
writer.commit("2024-01-02T03:04:05Z")
print("committed", flush=True)
"""
"""Puts five documents and commits; ends without warning where the named step of the writer would begin."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "Mïnutes – draft (1) #2 %41?x=y"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, invent: Invent) -> Path:
    """Commit an archive of one document, for the tests to copy and harm."""
    place = tmp_path_factory.mktemp("template") / "archive"
    writer = begin_archive(f"file:{place}", MODEL, "1")
    writer.put(invent("old.pdf", "The leisure centre"))
    writer.commit(NOW)
    return place


@pytest.fixture
def old(place: Path, template: Path) -> Archive:
    """Lay an archive of one document at the place and open it."""
    shutil.copytree(template, place)
    return open_archive(f"file:{place}")


def ended(place: Path, stop_at: str) -> int:
    """Run the child to its end and return how it ended."""
    command = [sys.executable, "-c", CHILD, str(place), stop_at]
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode


def generations(place: Path) -> list[str]:
    return sorted(path.name for path in (place / "generations").iterdir())


def answers(place: Path) -> tuple[int, bool, bool]:
    """Return how many documents there are, and whether the old and the new ones are found in both legs."""
    archive = open_archive(f"file:{place}")
    assert verify(place) == ()
    chunks = archive.manifest.counts.chunks
    assert len(archive.dense.search(HashingEmbedder().embed_query("pool"), 100, None)) == chunks
    assert len(archive.catalogue.select(Filters()).chunk_ids) == chunks
    found = [bool(archive.lexical.search([token], 100, None)) for token in ("leisur", "swim")]
    return archive.manifest.counts.documents, found[0], found[1]


@pytest.mark.parametrize("stop_at", ["put", "settle", "publish"])
def test_a_run_that_ends_before_the_commit_leaves_the_old_archive(old: Archive, place: Path, stop_at: str) -> None:
    assert ended(place, stop_at) == 9
    assert generations(place) == ["1", "2"]
    assert answers(place) == (1, True, False)
    assert open_archive(f"file:{place}").manifest == old.manifest
    assert ended(place, "nowhere") == 0
    assert answers(place) == (1 + 5, True, True)


@pytest.mark.usefixtures("old")
def test_a_run_that_ends_after_the_commit_has_committed(place: Path) -> None:
    assert ended(place, "sweep") == 9
    assert answers(place) == (1 + 5, True, True)
    begin_archive(f"file:{place}", MODEL, "1").abandon()


@pytest.mark.usefixtures("old")
@pytest.mark.parametrize("lines", [1, 3, 5])
def test_a_killed_run_leaves_the_old_archive_or_the_new_one(place: Path, lines: int) -> None:
    """After the fifth line the kill falls somewhere within the commit."""
    command = [sys.executable, "-c", CHILD, str(place), "nowhere"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert [running.stdout.readline() for _ in range(lines)] == ["put\n"] * lines
        running.send_signal(signal.SIGKILL)
    assert running.returncode == -signal.SIGKILL
    assert answers(place) in {(1, True, False), (1 + 5, True, True)}
    assert ended(place, "nowhere") == 0
    assert answers(place) == (1 + 5, True, True)


def test_a_first_run_that_is_cut_off_leaves_no_archive(place: Path) -> None:
    assert ended(place, "publish") == 9
    with pytest.raises(MissingArchiveError):
        open_archive(f"file:{place}")
    assert ended(place, "nowhere") == 0
    assert answers(place) == (5, False, True)
    assert generations(place) == ["1"]


@pytest.mark.usefixtures("old")
def test_only_the_generation_that_counts_is_kept(place: Path) -> None:
    """The one before it may hold what was removed because it is not open."""
    for _ in range(3):
        begin_archive(f"file:{place}", MODEL, "1").commit(NOW)
    assert generations(place) == ["4"]


FILES = [
    "catalogue.sqlite",
    "dense.faiss",
    "coarse.faiss",
    "coarse.json",
    "meta.json",
    ".managed.json",
    ".term",
    ".idx",
    ".pos",
    ".store",
    ".fast",
    ".fieldnorm",
]


def cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize("ending", FILES)
@pytest.mark.parametrize("harm", [cut_in_half, empty, flip, Path.unlink])
@pytest.mark.usefixtures("old")
def test_a_damaged_file_is_found_at_opening_and_named(place: Path, ending: str, harm: Callable[[Path], None]) -> None:
    (path,) = (path for path in (place / "generations" / "1").rglob("*") if path.name.endswith(ending))
    harm(path)
    with pytest.raises(DamagedArchiveError, match=r"damaged \(.*--rebuild"):
        open_archive(f"file:{place}")
    with pytest.raises(DamagedArchiveError):
        begin_archive(f"file:{place}", MODEL, "1")
    assert verify(place) == (path.relative_to(place / "generations" / "1").as_posix(),)


@pytest.mark.usefixtures("old")
def test_a_damaged_archive_can_be_rebuilt_and_is_then_whole(place: Path, invent: Invent) -> None:
    cut_in_half(place / "generations" / "1" / "dense.faiss")
    writer = begin_archive(f"file:{place}", MODEL, "1", rebuild=True)
    writer.put(invent("new.pdf", "The swimming pool"))
    writer.commit(NOW)
    assert answers(place) == (1, False, True)


@pytest.mark.parametrize("ending", ["catalogue.sqlite", "dense.faiss", "coarse.faiss", "coarse.json", ".term", ".idx", "meta.json"])
@pytest.mark.usefixtures("old")
def test_a_file_that_was_broken_before_it_was_hashed_is_still_called_damage(place: Path, ending: str) -> None:
    """Each engine refuses in its own words; whoever opens an archive hears one kind of error."""
    (path,) = (path for path in (place / "generations" / "1").rglob("*") if path.name.endswith(ending))
    cut_in_half(path)
    manifest = json.loads((place / "manifest.json").read_text())
    del manifest["files"][path.relative_to(place / "generations" / "1").as_posix()]
    (place / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(DamagedArchiveError):
        open_archive(f"file:{place}").catalogue.select(Filters())


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", DamagedArchiveError),
        ("{", DamagedArchiveError),
        ("[]", UnknownFormatError),
        ('{"format": 99}', UnknownFormatError),
        ('{"format": 1, "text_version": 0}', UnknownFormatError),
        ('{"format": 1, "text_version": 1, "shards": 3}', DamagedArchiveError),
        ('{"format": 1, "text_version": 1}', DamagedArchiveError),
    ],
)
@pytest.mark.usefixtures("old")
def test_a_manifest_that_is_not_understood_is_refused_and_can_be_rebuilt(place: Path, text: str, error: type[Exception]) -> None:
    (place / "manifest.json").write_text(text)
    with pytest.raises(error):
        open_archive(f"file:{place}")
    with pytest.raises(error):
        begin_archive(f"file:{place}", MODEL, "1")
    begin_archive(f"file:{place}", MODEL, "1", rebuild=True).commit(NOW)
    assert answers(place) == (0, False, False)


def test_a_manifest_that_is_not_text_is_damage(old: Archive, place: Path) -> None:
    (place / "manifest.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DamagedArchiveError):
        open_archive(f"file:{place}")
    assert old.register.coverage(Filters()).meetings == 1


FULL_DISK = """
import os
import resource
import sys
sys.path[:0] = [os.getcwd(), "tests/conformance"]
from conftest import invent_deposit
from index.embedding.hashing import HashingEmbedder
from index.errors import UnwritableArchiveError
from index.opening import begin_archive

writer = begin_archive("file:" + sys.argv[1], HashingEmbedder().identity, "1")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
for number in range(40):
    try:
        writer.put(invent_deposit(f"new/{number}.pdf", *(f"The swimming pool {number} {line} " * 40 for line in range(20))))
    except UnwritableArchiveError:
        continue
try:
    writer.commit("2024-01-02T03:04:05Z")
except UnwritableArchiveError as error:
    print(error)
    writer.abandon()
else:
    sys.exit("committed with too little room")
"""
"""Puts about 3 MB into an archive whose files may not grow beyond a limit, as on a full disk."""


@pytest.mark.usefixtures("old")
@pytest.mark.parametrize("room", [120_000, 400_000, 1_500_000])
def test_a_full_disk_is_reported_and_costs_nothing_that_was_committed(place: Path, room: int, invent: Invent) -> None:
    command = [sys.executable, "-c", FULL_DISK, str(place), str(room)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert "could not be written" in run.stdout
    assert generations(place) == ["1"]
    assert answers(place) == (1, True, False)
    writer = begin_archive(f"file:{place}", MODEL, "1")
    writer.put(invent("new.pdf", "The swimming pool"))
    writer.commit(NOW)
    assert answers(place) == (2, True, True)


@pytest.mark.usefixtures("old")
def test_whichever_write_the_disk_refuses_the_old_archive_or_the_new_one_is_whole(
    place: Path, invent: Invent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first, second, third ... of the calls that force bytes to the disk fails, until a commit needs fewer."""
    fsync = os.fsync
    for allowed in count():
        calls = iter(range(allowed))

        def failing(descriptor: int, calls: Iterator[int] = calls) -> None:
            if next(calls, None) is None:
                raise OSError(errno.EIO, "Input/output error")
            fsync(descriptor)

        writer = begin_archive(f"file:{place}", MODEL, "1")
        writer.put(invent("new.pdf", "The swimming pool"))
        before = open_archive(f"file:{place}").manifest.generation
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", failing)
            try:
                writer.commit(NOW)
            except UnwritableArchiveError:
                writer.abandon()
            else:
                break
        assert answers(place) in {(1, True, False), (2, True, True)}
        assert open_archive(f"file:{place}").manifest.generation - before in {0, 1}
    assert allowed > 10
    assert answers(place) == (2, True, True)


def test_a_place_that_cannot_be_a_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableArchiveError, match="could not be written"):
        begin_archive(f"file:{tmp_path / 'file' / 'archive'}", MODEL, "1")
    with pytest.raises(MissingArchiveError):
        open_archive(f"file:{tmp_path / 'file'}")


def test_reading_leaves_no_trace(old: Archive, place: Path) -> None:
    """An archive may lie in a folder that the reader may not write: nothing is made, locked or touched in it."""
    before = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    archive = open_archive(f"file:{place}")
    assert archive.lexical.search(["leisur"], 5, None) == old.lexical.search(["leisur"], 5, None)
    assert archive.register.facets(Filters()) == old.register.facets(Filters())
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == before


def test_removed_words_are_in_no_file_of_the_archive(place: Path, invent: Invent) -> None:
    """An item that turns out to be exempt must not be left in free pages of the catalogue."""
    canary = "Quillwhistle"
    writer = begin_archive(f"file:{place}", MODEL, "1")
    for number in range(20):
        writer.put(invent(f"{number}.pdf", f"{canary} {number} " * 200))
    writer.commit(NOW)
    assert canary.lower().encode() in stored(place)
    writer = begin_archive(f"file:{place}", MODEL, "1")
    for known in writer.known().values():
        writer.remove(known.document_id)
    writer.put(invent("kept.pdf", "The library"))
    writer.commit(NOW)
    assert canary.lower().encode() not in stored(place)


def stored(place: Path) -> bytes:
    """Every byte of the archive, letters small."""
    return b"".join(path.read_bytes().lower() for path in sorted(place.rglob("*")) if path.is_file())


def test_open_archives_close_their_files_when_they_go(old: Archive, place: Path) -> None:
    def held() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    before = held()
    for _ in range(20):
        assert open_archive(f"file:{place}").manifest == old.manifest
    assert held() <= before + 8
