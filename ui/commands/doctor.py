"""`minutebook doctor`: what must be mended before this can work?

Runs one small check after another, each a function that gives a finding: what was looked at, how bad it is, and what to do. Mends
nothing and changes nothing; the exit code is 1 where a finding is an error.
"""

from __future__ import annotations

import re
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import asdict
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from index.errors import ArchiveError
from index.errors import MissingArchiveError
from index.local.reader import verify
from index.opening import open_archive
from index.opening import open_embedder
from ui.output import print_json
from ui.ports import API_PORT
from ui.ports import PAGE_PORT
from ui.ports import is_free
from ui.progress import spinner
from ui.sentences import safe
from ui.settings import all_tables
from ui.settings import archive_settings

OLDEST_PYTHON = (3, 11)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSERS = Path.home() / ".cache" / "ms-playwright"
_NAME = re.compile(r"[A-Za-z0-9._-]+")


class Severity(StrEnum):
    """How bad it is. A warning is something to know; an error keeps Minutebook from working."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: `remedy` says what to do, and is empty where nothing need be done."""

    check: str
    severity: Severity
    message: str
    remedy: str = ""


def doctor(given: Namespace) -> int:
    """Run every check and print the findings."""
    with spinner("Looking"):
        findings = [check(given) for check in CHECKS]
    if given.json:
        print_json([asdict(finding) for finding in findings])
    else:
        print(safe("\n".join(_lines(findings))))
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def check_python(_given: Namespace) -> Finding:
    """Is this Python new enough?"""
    version = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info < OLDEST_PYTHON:
        return Finding("python", Severity.ERROR, f"Python {version} is too old", "install Python 3.11 or newer, then `make sync`")
    return Finding("python", Severity.OK, f"Python {version}")


def check_packages(_given: Namespace) -> Finding:
    """Is everything installed that Minutebook needs?"""
    try:
        needed = metadata.requires("minutebook") or []
    except metadata.PackageNotFoundError:
        return Finding("packages", Severity.WARNING, "Minutebook runs without being installed", "run `make sync`")
    missing = sorted(name for name in map(_required_name, needed) if name and not _installed(name))
    if missing:
        return Finding("packages", Severity.ERROR, f"not installed: {', '.join(missing)}", "run `make sync`")
    return Finding("packages", Severity.OK, f"all {len(needed)} packages are installed")


def check_settings(given: Namespace) -> Finding:
    """Can the settings be understood?"""
    try:
        all_tables(given)
    except ArchiveError as error:
        return Finding("settings", Severity.ERROR, str(error), "mend minutebook.toml or the environment (MINUTEBOOK_*)")
    return Finding("settings", Severity.OK, "the settings are in order")


def check_model(given: Namespace) -> Finding:
    """Can the model be opened, and are its weights the bytes that they should be?"""
    try:
        identity = open_embedder(archive_settings(given).model).identity
    except ArchiveError as error:
        return Finding("model", Severity.ERROR, str(error), "run `make sync`")
    return Finding("model", Severity.OK, f"{identity.name} gives {identity.dimension} numbers, weights {identity.weights[:12]}")


def check_archive(given: Namespace) -> Finding:
    """Is there an archive that this release can read?"""
    try:
        archive = open_archive(archive_settings(given).address)
    except MissingArchiveError as error:
        return Finding("archive", Severity.WARNING, str(error), "run `minutebook ingest FOLDER`")
    except ArchiveError as error:
        return Finding("archive", Severity.ERROR, str(error), "run `minutebook ingest FOLDER --rebuild`")
    counts = archive.manifest.counts
    return Finding("archive", Severity.OK, f"generation {archive.manifest.generation} holds {counts.documents} documents")


def check_files(given: Namespace) -> Finding:
    """Are the archive's files the bytes that were committed?"""
    scheme, _, place = _address(given).partition(":")
    if scheme != "file":
        return Finding("files", Severity.OK, f"the archive {scheme}: has no files to compare")
    try:
        changed = verify(Path(place))
    except ArchiveError as error:
        return Finding("files", Severity.WARNING, f"not compared: {error}")
    if changed:
        remedy = "run `minutebook ingest FOLDER --rebuild`"
        return Finding("files", Severity.ERROR, f"not as committed: {', '.join(changed)}", remedy)
    return Finding("files", Severity.OK, "every file is as it was committed")


def check_ports(_given: Namespace) -> Finding:
    """Are the usual ports free?"""
    taken = [str(port) for port in (API_PORT, PAGE_PORT) if not is_free(port)]
    if taken:
        return Finding("ports", Severity.WARNING, f"in use: {', '.join(taken)}", "`minutebook up` takes free ones instead")
    return Finding("ports", Severity.OK, f"{API_PORT} and {PAGE_PORT} are free")


def check_chromium(_given: Namespace) -> Finding:
    """Is there a browser for the page's own tests?"""
    if any(shutil.which(name) for name in CHROMIUM) or any(BROWSERS.glob("chromium*")):
        return Finding("chromium", Severity.OK, "Chromium is there for the page's tests")
    return Finding("chromium", Severity.OK, "no Chromium; only the page's own tests would need it (`make browser`)")


CHECKS: tuple[Callable[[Namespace], Finding], ...] = (
    check_python,
    check_packages,
    check_settings,
    check_model,
    check_archive,
    check_files,
    check_ports,
    check_chromium,
)


def _address(given: Namespace) -> str:
    try:
        return archive_settings(given).address
    except ArchiveError:
        return ":"  # said by `check_settings`; here there is nothing to look at


def _required_name(requirement: str) -> str:
    found = _NAME.match(requirement)
    return found.group() if found and "extra ==" not in requirement else ""


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _lines(findings: Iterable[Finding]) -> Iterable[str]:
    for finding in findings:
        yield f"{finding.severity.value:8}{finding.check}: {finding.message}"
        if finding.remedy:
            yield f"{'':8}{finding.remedy}"
