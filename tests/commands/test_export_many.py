"""``a4s-gui export`` of many files: names, bar and summary, all cores, and however it ends."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.conftest import Cli
from tests.every import EXPLORES

ROOT = Path(__file__).resolve().parents[2]
FILES = ("export", "--all", "--packaging", "4", "--format", "kicad_mod,pads.csv")


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Have the application of the widget tests first: a process can have one only."""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of ``FILES``, made by one process."""
    from a4s_gui.cli import main

    folder = tmp_path_factory.mktemp("whole")
    assert main([*FILES, "-o", str(folder), "--jobs", "1"]) == 0
    return contents(folder)


def started(folder: Path, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "a4s_gui", *FILES, "-o", str(folder)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
    )


def test_on_two_cores_the_same_bytes(cli: Cli, tmp_path: Path, whole: dict[str, bytes]) -> None:
    ended = cli(*FILES, "-o", tmp_path, "--jobs", "2")

    assert ended.messages == [f"a4s-gui: wrote 39 files into {tmp_path}"]
    assert contents(tmp_path) == whole


def test_several_views_and_formats_by_a_pattern(cli: Cli, tmp_path: Path) -> None:
    options = ("--format", "svg,pads.csv", "--view", "pair,mated", "--name", "{pins}-{view}")

    ended = cli("export", "AXE540127/AXE640124", "-o", tmp_path, *options)

    assert ended.status == 0
    assert sorted(contents(tmp_path)) == ["40-mated.svg", "40-pair.pads.csv", "40-pair.svg"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--name", "../{socket}"), "no file's name can hold “/”"),
        (("--name", "a"), "two files would be called a.svg; add {socket}"),
        (("--name", "{part}"), "“{part}” stands for nothing"),
        (("--jobs", "0"), "is too small"),
        (("--jobs", "two"), "is not a number"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    cli: Cli, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    svg = ("export", "--all", "--format", "svg")
    ended = cli(*svg, "-o", tmp_path / "out", *options)

    assert ended.status == 2
    assert said in ended.messages[-1]
    assert not list(tmp_path.iterdir())


def test_a_name_is_of_files_in_a_folder(cli: Cli, tmp_path: Path) -> None:
    ended = cli("export", "AXE540127", "-o", tmp_path / "a.svg", "--name", "b")
    assert ended.status == 2
    assert "--name: is of files in a folder" in ended.messages[-1]


def test_what_is_there_already_is_counted(
    cli: Cli, tmp_path: Path, whole: dict[str, bytes]
) -> None:
    for name in list(whole)[:3]:
        (tmp_path / name).write_bytes(whole[name])

    ended = cli(*FILES, "-o", tmp_path, "--jobs", "1")

    assert ended.messages == [
        f"a4s-gui: wrote 36 files into {tmp_path}; 3 files with that content there already"
    ]


def test_an_unwritable_file_in_the_middle(
    cli: Cli, tmp_path: Path, whole: dict[str, bytes]
) -> None:
    blocked = sorted(whole)[20]
    (tmp_path / blocked).mkdir()

    ended = cli(*FILES, "-o", tmp_path)

    assert ended.status == 1
    assert ended.messages[-1].endswith(f"{blocked}: is a folder; name a file in it")
    (tmp_path / blocked).rmdir()
    written = contents(tmp_path)
    assert ended.messages[0] == f"a4s-gui: wrote {len(written)} of 39 files into {tmp_path}"
    assert 0 < len(written) < 39
    assert written.items() <= whole.items()


def test_a_terminal_sees_a_bar(tmp_path: Path) -> None:
    """A file does not: what ``test_on_two_cores_the_same_bytes`` reads is one line."""
    pty = pytest.importorskip("pty")
    terminal, of_program = pty.openpty()
    few = ("--pins", "10,12", "--jobs", "1")
    with subprocess.Popen(
        [sys.executable, "-m", "a4s_gui", *FILES, *few, "-o", str(tmp_path / "seen")],
        cwd=ROOT,
        stderr=of_program,
        stdout=subprocess.PIPE,
    ) as process:
        os.close(of_program)
        seen = b""
        while True:
            try:
                seen += os.read(terminal, 4096)
            except OSError:
                break
        assert process.stdout is not None
        assert process.stdout.read() == b""
    os.close(terminal)
    lines = [line.strip() for line in seen.decode().split("\r") if line.strip()]
    assert lines[0] == "a4s-gui: writing [........................] 0 of 6 files"
    assert lines[-2] == "a4s-gui: writing [########################] 6 of 6 files"
    assert lines[-1] == f"a4s-gui: wrote 6 files into {tmp_path / 'seen'}"


def processes_with(mark: str) -> set[str]:
    """Return the processes in whose environment a word stands."""
    found = set()
    for environment in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):  # it has ended
            if mark.encode() in environment.read_bytes():
                found.add(environment.parent.name)
    return found


@pytest.mark.hypothesis
@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_ended_at_random_files_are_whole_or_not_there(
    tmp_path: Path, whole: dict[str, bytes], how: signal.Signals
) -> None:
    chance = random.Random(how)
    for number in range(20 if EXPLORES else 1):
        folder = tmp_path / str(number)
        folder.mkdir()
        mark = f"A4S_MARK={folder}"
        with started(folder, A4S_MARK=str(folder)) as process:
            until = time.monotonic() + 30
            while not list(folder.iterdir()) and time.monotonic() < until:
                time.sleep(0.005)
            time.sleep(chance.uniform(0, 0.3))
            process.send_signal(how)
            _, said = process.communicate(timeout=30)
        while processes_with(mark) and time.monotonic() < until:
            time.sleep(0.05)
        assert not processes_with(mark), "a worker lives on"
        written = contents(folder)
        assert written.items() <= whole.items(), written.keys() - whole.keys()
        assert not [line for line in said.decode().splitlines() if "a4s-gui: wrote" not in line]
        assert process.returncode in (-how, 0, 130)
