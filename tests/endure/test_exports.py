"""Exports on disks that fail and in processes that are killed: whole files or none, and no rest."""

from __future__ import annotations

import gc
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest

from a4s_gui.export.atomic import ExportError, atomic_write
from a4s_gui.export.pattern_writer import save_pattern
from a4s_gui.export.reading_writer import add_reading
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.session.settings_table import EXPORT_FOLDER
from a4s_gui.ui.core.session_file import SessionFile
from a4s_gui.ui.core.settings import Settings
from tests.commands.conftest import Cli, cli
from tests.endure.exporting import SUFFIXES, arguments, paths
from tests.endure.trials import SHARE, count
from tests.geometry.land_pattern.test_own_reading import READ

__all__ = ["cli"]

OLD = b"what was there"
_ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform != "linux", reason="about Linux's own ways"),
]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def mounted(folder: Path, options: str) -> Iterator[Path]:
    """Mount a file system of its own, in memory, for one test: the superuser's to do."""
    mount = ["/bin/mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
    if os.getuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["/bin/umount", str(folder)], check=True)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk that is full."""
    for folder in mounted(tmp_path, "size=64k"):
        for suffix in SUFFIXES:
            (folder / f"old.{suffix}").write_bytes(OLD)
        (folder / "settings.ini").write_text("[window]\ntheme=light\n", encoding="ascii")
        with (folder / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
            while ballast.write(bytes(4096)):
                pass
        yield folder


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk that can only be read."""
    for folder in mounted(tmp_path, "size=64k"):
        (folder / "old.svg").write_bytes(OLD)
        subprocess.run(["/bin/mount", "-o", "remount,ro", str(folder)], check=True)
        yield folder


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_full_disk_keeps_what_it_holds(cli: Cli, full_disk: Path, suffix: str) -> None:
    before = contents(full_disk)
    for path in (full_disk / f"new.{suffix}", full_disk / f"old.{suffix}"):
        ended = cli(*arguments(path))
        said = f"a4s-gui: {path}: the disk is full; free some space or choose another disk"
        assert (ended.status, ended.messages) == (1, [said])
    assert contents(full_disk) == before


def test_a_file_that_fits_in_part_only_is_none(full_disk: Path) -> None:
    os.truncate(full_disk / "ballast", (full_disk / "ballast").stat().st_size - 8192)
    before = contents(full_disk)
    for name in ("new", "old.svg"):
        with pytest.raises(ExportError, match="the disk is full"):
            atomic_write(full_disk / name, bytes(20_000))
    assert contents(full_disk) == before
    atomic_write(full_disk / "old.svg", bytes(4096))
    assert contents(full_disk) == before | {"old.svg": bytes(4096)}


def own_files(folder: Path, pattern: LandPattern) -> dict[str, Callable[[], object]]:
    """Return what writes each kind of the user's own files, other than exports, into a folder."""
    return {
        "mine.toml": lambda: save_pattern(PatternLibrary(folder), pattern, "mine"),
        "board-7.toml": lambda: add_reading(folder, READ),
    }


def test_a_full_disk_keeps_what_the_user_has(full_disk: Path, pattern: LandPattern) -> None:
    before = contents(full_disk)
    for name, write in own_files(full_disk, pattern).items():
        with pytest.raises(ExportError, match=f"{name}: the disk is full"):
            write()
    session = SessionFile(full_disk)
    assert not session.save("x" * 9000)
    assert "the disk is full" in session.message
    session.close("x" * 9000)
    kept = Settings(full_disk / "settings.ini")
    kept.set(EXPORT_FOLDER, "/" * 9000)
    assert not kept.save()
    assert contents(full_disk) == before


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_disk_that_can_only_be_read_is_named(cli: Cli, read_only: Path, suffix: str) -> None:
    for path in (read_only / f"new.{suffix}", read_only / "old.svg"):
        ended = cli(*arguments(path))
        said = f"a4s-gui: {path}: {read_only} can only be read; choose another folder"
        assert (ended.status, ended.messages) == (1, [said])
    assert contents(read_only) == {"old.svg": OLD}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_folder_that_goes_meanwhile_is_told(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    synced = os.fsync

    def fsync(descriptor: int) -> None:
        synced(descriptor)
        shutil.rmtree(folder, ignore_errors=True)

    monkeypatch.setattr(os, "fsync", fsync)
    ended = cli(*arguments(folder / f"a.{suffix}"))
    (said,) = ended.messages
    assert said.startswith(f"a4s-gui: {folder}/a.{suffix}: the folder {folder} does not exist; ")
    assert not contents(tmp_path)


def test_a_working_folder_that_is_gone_is_told(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    for path in (Path("a.svg"), Path("sub/a.svg"), Path("../a.svg")):
        ended = cli(*arguments(path))
        assert (ended.status, len(ended.messages)) == (1, 1)
        assert f"{path}: the folder in which the program runs is gone;" in ended.messages[0]
    assert not contents(tmp_path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_name_that_is_too_long_is_told(cli: Cli, tmp_path: Path, suffix: str) -> None:
    for name in ("x" * 300, "/".join(["y" * 200] * 30)):
        path = tmp_path / f"{name}.{suffix}"
        ended = cli(*arguments(path))
        said = f"a4s-gui: {path}: the name is too long; choose a shorter one"
        assert (ended.status, ended.messages) == (1, [said])
    assert not contents(tmp_path)


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def test_a_thousand_exports_leave_no_memory_and_no_open_file(cli: Cli, tmp_path: Path) -> None:
    every = count(1_000, least=3 * len(SUFFIXES))
    for number, path in enumerate(islice(paths(tmp_path), every)):
        if number == every // 2:  # by then all is loaded and kept that ever is
            gc.collect()
            before = open_files(), memory_mb()
        assert cli(*arguments(path)).status == 0
    gc.collect()
    assert open_files() == before[0]
    assert memory_mb() - before[1] < 5


def test_killed_at_random_files_are_whole_or_not_there(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    whole = {}
    for suffix in SUFFIXES:
        path = tmp_path / f"whole.{suffix}"
        assert cli(*arguments(path)).status == 0
        whole[suffix] = path.read_bytes()
    chance = random.Random(7)
    for number in range(count(200, least=3)):
        folder = tmp_path / str(number)
        folder.mkdir()
        for suffix in SUFFIXES:
            (folder / f"old.{suffix}").write_bytes(OLD)
        killed(folder, chance.uniform(0, 2 if SHARE == 1 else 0.5))
        for name, data in contents(folder).items():
            stem, _, suffix = name.partition(".")
            assert stem == "old" or stem.startswith("new-"), name
            assert data == whole[suffix] or (data == OLD and stem == "old"), name


def killed(folder: Path, after_s: float) -> None:
    """Export into a folder in another process, which is killed in the midst of it."""
    command = [sys.executable, "-m", "tests.endure.exporting", str(folder)]
    with subprocess.Popen(
        command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(after_s)
        process.kill()
