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


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program as an installed wheel lays it out, for tests that damage it."""
    shutil.copytree(ROOT / "a4s_gui", tmp_path / "a4s_gui")  # compiled, as an installed one is
    shutil.copytree(ROOT / "resources", tmp_path / "a4s_gui" / "_resources")
    return tmp_path


def assert_refused(ended: subprocess.CompletedProcess[str], *words: str, status: int = 2) -> None:
    assert (ended.returncode, ended.stdout) == (status, "")
    (message,) = ended.stderr.splitlines()
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "--json"],
        ["list", "--csv"],
        ["show", PAIR],
        ["show", PAIR, "--json"],
        ["decode", "AXE540127"],
        ["decode", "AXE540127", "--json"],
        ["--version"],
        ["--help"],
        ["export", "--help"],
        [],
    ],
    ids=lambda arguments: " ".join(arguments) or "no display",
)
def test_no_qt_is_loaded_for_text(arguments: list[str]) -> None:
    script = (
        "import sys; from a4s_gui.cli import main; main(sys.argv[1:]);"
        "heavy = {'PySide6', 'shiboken6', 'pyqtgraph', 'numpy', 'ezdxf'};"
        "sys.exit(repr(heavy & {name.partition('.')[0] for name in sys.modules} or ''))"
    )

    ended = run(*arguments, python=("-c", script))

    assert ended.stderr.splitlines()[-1:] == ["''"], ended.stderr


@pytest.mark.parametrize("arguments", [["list", "--json"], ["decode", "AXE540127"]])
def test_a_command_loads_no_more_than_it_needs(arguments: list[str]) -> None:
    script = (
        "import sys; from a4s_gui.cli import main; main(sys.argv[1:]);"
        "heavy = {'dataclasses', 'decimal', 'inspect', 'logging', 'platformdirs', 'tempfile',"
        "'a4s_gui.drawing', 'a4s_gui.geometry'};"
        "sys.exit(repr(heavy & set(sys.modules) or ''))"
    )

    ended = run(*arguments, python=("-c", script))

    assert ended.stderr.splitlines()[-1:] == ["''"], ended.stderr


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


def test_a_picture_needs_no_display_and_says_nothing_but_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.png"

    ended = run("export", PAIR, "-o", path)

    assert (ended.returncode, ended.stdout) == (0, "")
    assert ended.stderr == f"a4s-gui: wrote {path}\n"
    assert path.is_file()


@linux
def test_a_file_larger_than_allowed_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from a4s_gui.cli import main; sys.exit(main(sys.argv[1:]))"
    )

    ended = run(
        *("export", PAIR, "-o", path, "--force"),
        python=("-c", script),
        PYTHONDONTWRITEBYTECODE="1",
    )

    assert_refused(ended, "larger than is allowed", status=1)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@linux
@pytest.mark.parametrize("command", ["list --json", "list --csv", f"show {PAIR}", "--help"])
def test_a_reader_that_stops_early_is_no_error(command: str) -> None:
    # The reader is gone before the program writes.
    ended = piped(f"{{ sleep 0.5; a4s {command}; echo status $? >&2; }} | true")

    assert ended.stderr == "status 0\n"


@linux
@pytest.mark.parametrize("command", ["list --json", "--help", "export --help", "--version"])
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


def test_settings_that_may_not_be_seen_count_as_none() -> None:
    """As those of another user are; nobody can see into a folder of a name that is too long."""
    folder = f"/{'x' * 300}"
    for command in (("show", PAIR), ("evidence",), ("check", "tests/boards/pins.csv")):
        ended = run(*command, XDG_CONFIG_HOME=folder)
        assert (ended.returncode, ended.stderr) == (0, "")


def test_a_folder_that_may_not_be_seen_is_named(tmp_path: Path) -> None:
    place = tmp_path / ("x" * 300)
    assert_refused(run("list", "--land-pattern", place / "a.toml"), "a.toml: cannot be read")
    export = run("export", PAIR, "-o", place / "a", "--format", "svg")
    assert_refused(export, "a: ", "choose", status=1)


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
    catalog.write_text(text.replace("AXE640124", "AXE640125", 1), encoding="utf-8")

    for command in (["list"], ["show", PAIR], ["export", PAIR, "-o", copy / "a.png"]):
        assert_refused(run(*command, root=copy), str(catalog), "AXE640125")
    assert not (copy / "a.png").exists()


@pytest.mark.parametrize(
    ("missing", "command"),
    [
        ("catalog/a4s.toml", ["list"]),
        ("land_patterns/default.toml", ["show", PAIR]),
        ("land_patterns", ["show", PAIR]),
        ("fonts/Roboto-Regular.ttf", ["export", PAIR, "-o", "{copy}/a.png"]),
        ("fonts/Roboto-Regular.widths.json", ["export", PAIR, "-o", "{copy}/a.png"]),
    ],
)
def test_a_missing_resource_is_named(copy: Path, missing: str, command: list[str]) -> None:
    path = copy / "a4s_gui" / "_resources" / missing
    shutil.rmtree(path) if path.is_dir() else path.unlink()

    ended = run(*(word.format(copy=copy) for word in command), root=copy)

    assert_refused(ended, str(path), "install")
    assert not (copy / "a.png").exists()


@linux
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_plain_locale_adds_no_line_of_its_own(tmp_path: Path, jobs: str) -> None:
    """Qt tells at length that it takes another locale than ``C``, on which cron and others run."""
    formats = ("--format", "svg,png", "--jobs", jobs)
    ended = run("export", PAIR, "-o", tmp_path / "out", *formats, LC_ALL="C")

    assert ended.returncode == 0
    assert ended.stderr.splitlines() == [f"a4s-gui: wrote 2 files into {tmp_path / 'out'}"]
