"""The program as a process of its own: what it loads, how it ends, what it leaves."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from a4s_gui import __version__

ROOT = Path(__file__).resolve().parent.parent
PAIR = "AXE540127/AXE640124"

linux = pytest.mark.skipif(sys.platform != "linux", reason="about Linux's own ways")


def run(
    *arguments: str | Path, root: Path = ROOT, python: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program with next to nothing in its environment."""
    return subprocess.run(
        [sys.executable, *(python or ("-m", "a4s_gui")), *map(str, arguments)],
        cwd=root,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def piped(script: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which ``a4s`` is the program."""
    return subprocess.run(
        ["/bin/sh", "-c", f'a4s() {{ "{sys.executable}" -m a4s_gui "$@"; }}; {script}'],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as an installed wheel lays it out, for tests that damage it and mend it again."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "a4s_gui", folder / "a4s_gui")  # compiled, as an installed one is
    shutil.copytree(ROOT / "resources", folder / "a4s_gui" / "_resources")
    return folder


def assert_refused(ended: subprocess.CompletedProcess[str], *words: str, status: int = 2) -> None:
    assert (ended.returncode, ended.stdout) == (status, "")
    (message,) = ended.stderr.splitlines()
    for word in words:
        assert word in message


def loaded_by(commands: list[list[str]], kept_out: set[str]) -> dict[str, list[str]]:
    """Run commands in one process; return what is kept out and loaded after each, if anything."""
    script = """
import contextlib, io, json, sys
from a4s_gui.cli import main
commands, kept_out = json.loads(sys.argv[1])
loaded = {}
for command in commands:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        status = main(command)
    assert status == 0 or not command, command
    if found := sorted(set(kept_out) & set(sys.modules)):
        loaded[" ".join(command)] = found
print(json.dumps(loaded))
"""
    ended = run(json.dumps([commands, sorted(kept_out)]), python=("-c", script))
    assert ended.returncode == 0, ended.stderr
    found: dict[str, list[str]] = json.loads(ended.stdout)
    return found


def test_no_qt_is_loaded_for_text_and_tables(tmp_path: Path) -> None:
    commands = [
        ["list"],
        ["list", "--json"],
        ["list", "--csv"],
        ["show", PAIR],
        ["show", PAIR, "--json"],
        ["decode", "AXE540127"],
        ["decode", "AXE540127", "--json"],
        ["compare", "AXE640124", "AXE640224"],
        ["check", "tests/boards/pins.csv"],
        ["export", PAIR, "-o", str(tmp_path / "a.pads.csv")],
        ["export", PAIR, "-o", str(tmp_path / "a.padmap.csv")],
        ["--version"],
        ["--help"],
        ["export", "--help"],
        [],  # no display
    ]
    assert loaded_by(commands, {"PySide6", "shiboken6", "pyqtgraph", "numpy", "ezdxf"}) == {}
    assert len(list(tmp_path.iterdir())) == 2


def test_a_command_loads_no_more_than_it_needs() -> None:
    commands = [["decode", "AXE540127"], ["list"], ["list", "--json"]]
    standard = {"dataclasses", "decimal", "inspect", "logging", "platformdirs", "tempfile"}
    assert loaded_by(commands, standard | {"a4s_gui.drawing", "a4s_gui.geometry"}) == {}


def test_version() -> None:
    ended = run("--version")

    assert ended.stdout.startswith(f"a4s-gui {__version__}")
    assert (ended.returncode, ended.stderr) == (0, "")


@linux
def test_without_a_display_the_window_says_so() -> None:
    assert_refused(run(), "no display", "a4s-gui export")


@linux
def test_a_display_that_does_not_answer_is_named() -> None:
    assert_refused(run(DISPLAY=":7654"), ":7654", "a4s-gui export")


def test_pictures_need_no_display_and_say_nothing_but_where_they_are(tmp_path: Path) -> None:
    """Qt tells at length that it takes another locale than ``C``, on which cron and others run."""
    folder = tmp_path / "out"

    ended = run("export", PAIR, "-o", folder, "--format", "svg,png", "--dpi", "50", LC_ALL="C")

    assert (ended.returncode, ended.stdout) == (0, "")
    assert ended.stderr == f"a4s-gui: wrote 2 files into {folder}\n"
    assert len(list(folder.iterdir())) == 2


@linux
def test_a_file_larger_than_allowed_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.kicad_mod"
    path.write_bytes(b"old")
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from a4s_gui.cli import main; sys.exit(main(sys.argv[1:]))"
    )

    ended = run(
        *("export", PAIR, "--view", "socket", "-o", path, "--force"),
        python=("-c", script),
        PYTHONDONTWRITEBYTECODE="1",
    )

    assert_refused(ended, "larger than is allowed", status=1)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@linux
@pytest.mark.parametrize("command", ["list --json", "--help"])
def test_a_reader_that_stops_early_is_no_error(command: str) -> None:
    # The reader is gone before the program writes.
    ended = piped(f"{{ sleep 0.5; a4s {command}; echo status $? >&2; }} | true")

    assert ended.stderr == "status 0\n"


@linux
@pytest.mark.parametrize("command", ["list --json", "--version"])
def test_output_to_a_full_disk_is_an_error(command: str) -> None:
    ended = piped(f"a4s {command} >/dev/full")

    assert ended.returncode == 1
    (message,) = ended.stderr.splitlines()
    assert message.startswith("a4s-gui: standard output: cannot be written")


@linux
def test_messages_that_nobody_can_read_change_neither_result_nor_status() -> None:
    assert json.loads(piped("a4s show AXE540127 --json 2>&-").stdout)["socket"] == "AXE540127"
    for gone in ("&-", "/dev/full"):
        ended = piped(f"a4s decode AXE540128 2>{gone}")
        assert (ended.returncode, ended.stdout) == (2, "")


@linux
def test_an_interrupt_ends_quietly() -> None:
    # Programs started in the background of a script are born deaf to it.
    script = (
        "import os, signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from a4s_gui import cli; from a4s_gui.commands import listing;"
        "listing.load_catalog = lambda: os.kill(os.getpid(), signal.SIGINT);"
        "raise SystemExit(cli.main(['list']))"
    )

    ended = run(python=("-c", script))

    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")


def test_a_terminal_of_few_characters_is_no_error() -> None:
    ended = run("show", PAIR, PYTHONIOENCODING="ascii")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert "0.23 ? 0.65" in ended.stdout


def test_a_damaged_catalog_is_named(copy: Path) -> None:
    catalog = copy / "a4s_gui" / "_resources" / "catalog" / "a4s.toml"
    text = catalog.read_text(encoding="utf-8")
    export = f"export {PAIR} -o {copy / 'a.png'}"
    catalog.write_text(text.replace("AXE640124", "AXE640125", 1), encoding="utf-8")
    script = (
        "import sys; from a4s_gui.cli import main;"
        f"sys.exit(str([main(words.split()) for words in ('list', 'show {PAIR}', {export!r})]))"
    )

    ended = run(python=("-c", script), root=copy)

    catalog.write_text(text, encoding="utf-8")
    *refused, status = ended.stderr.splitlines()
    assert (status, ended.stdout) == ("[2, 2, 2]", "")
    assert [line for line in refused if str(catalog) in line and "AXE640125" in line] == refused
    assert len(refused) == 3
    assert not (copy / "a.png").exists()


def test_a_missing_resource_is_named(copy: Path) -> None:
    """One after another, each for one command: nothing of them is kept before."""
    script = """
import json, os, sys
from a4s_gui.cli import main
for missing, command in json.loads(sys.argv[1]).items():
    os.rename(missing, "away")
    print(main(command.split()), flush=True)
    os.rename("away", missing)
"""
    resources = copy / "a4s_gui" / "_resources"
    commands = {
        "catalog/a4s.toml": "list",
        "land_patterns/default.toml": f"show {PAIR}",
        "land_patterns": f"show {PAIR}",
        "fonts/Roboto-Regular.widths.json": f"export {PAIR} -o a.png",
        "fonts/Roboto-Regular.ttf": f"export {PAIR} -o a.png",
    }
    jobs = {str(resources / missing): command for missing, command in commands.items()}

    ended = run(json.dumps(jobs), root=copy, python=("-c", script))

    assert ended.stdout.split() == ["2"] * len(jobs), ended.stderr
    for missing, said in zip(jobs, ended.stderr.splitlines(), strict=True):
        assert said.startswith(f"a4s-gui: {missing}: ")
        assert "install" in said
    assert not (copy / "a.png").exists()
