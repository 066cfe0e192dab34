"""What the commands do, from Python: the same bytes, the same words; its examples run."""

from __future__ import annotations

import doctest
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from a4s_gui import api
from a4s_gui.cli import main
from a4s_gui.errors import A4sError
from tests.boards.example_boards import write_example_boards
from tests.every import thinned

_PAGE = Path(__file__).resolve().parents[1] / "docs" / "guide" / "python.md"
_FLAGS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL

_SAID = (
    (["--view", "mated", "--seen-from", "header"], {"view": "mated", "seen_from": "header"}),
    (["--scale", "10", "--layers", "all"], {"scale": 10, "layers": "all"}),
    (
        ["--numbering", "loop,alike", "--terminals", "MP1", "--land-pattern", "inkplate-5"],
        {"numbering": "loop,alike", "terminals": "MP1", "land_pattern": "inkplate-5"},
    ),
)
"""Options of the command, and the same from Python."""


@pytest.fixture(autouse=True)
def desk(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder with the boards of the guide."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    write_example_boards(tmp_path)
    return tmp_path


def test_the_examples_of_the_module_are_true() -> None:
    ran = doctest.testmod(api, optionflags=_FLAGS)

    assert ran.failed == 0
    assert ran.attempted >= 10


def test_every_function_is_explained_by_an_example() -> None:
    found = doctest.DocTestFinder().find(api)
    with_examples = {test.name.rpartition(".")[2] for test in found if test.examples}

    assert set(api.__all__) <= with_examples
    assert all("Raises" in (getattr(api, name).__doc__ or "") for name in api.__all__)


def test_the_examples_of_the_guide_are_true() -> None:
    ran = doctest.testfile(str(_PAGE), module_relative=False, optionflags=_FLAGS, encoding="utf-8")

    assert ran.failed == 0
    assert ran.attempted >= 15


@pytest.mark.hypothesis
@pytest.mark.parametrize(("suffix", "said"), thinned(product(("svg", "dxf", "pads.csv"), _SAID), 2))
def test_the_bytes_are_those_of_the_command(
    suffix: str, said: tuple[list[str], dict[str, str | float]], desk: Path
) -> None:
    options, arguments = said
    assert main(["export", "AXE510127", "-o", f"x.{suffix}", *options]) == 0

    drawn = api.draw("AXE510127", suffix, **arguments)  # type: ignore[arg-type] # by name

    assert drawn == (desk / f"x.{suffix}").read_bytes()


@pytest.mark.parametrize(
    ("command", "call"),
    [
        (["show", "AXE541127"], lambda: api.pair("AXE541127")),
        (["show", "AXE540127", "AXE510127"], lambda: api.pair("AXE540127", "AXE510127")),
        (["export", "AXE540127", "-o", "x.xyz"], lambda: api.draw("AXE540127", "x.xyz")),
        (["export", "AXE540127", "-o", "x.svg", "--view", "top"], lambda: _draw(view="top")),
        (["export", "AXE540127", "-o", "x.svg", "--layers", "ink"], lambda: _draw(layers="ink")),
        (["export", "AXE540127", "-o", "x.svg", "--numbering", "x"], lambda: _draw(numbering="x")),
        (["export", "AXE540127", "-o", "x.svg", "--terminals", "x"], lambda: _draw(terminals="x")),
        (
            ["export", "AXE540127", "-o", "x.svg", "--land-pattern", "x"],
            lambda: _draw(land_pattern="x"),
        ),
        (
            ["export", "AXE540127", "-o", "x.svg", "--seen-from", "header"],
            lambda: _draw(seen_from="header"),
        ),
        (["check", "none.kicad_pcb"], lambda: api.check("none.kicad_pcb")),
        (["check", "a", "b", "c"], lambda: api.check("a", "b", "c")),
    ],
    ids=lambda value: " ".join(value[-2:]) if isinstance(value, list) else "",
)
def test_what_is_refused_is_refused_in_the_words_of_the_command_line(
    command: list[str], call: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 2
    line = capsys.readouterr().err.splitlines()[-1]
    assert callable(call)

    with pytest.raises(A4sError) as refused:
        call()

    assert str(refused.value) in line


def _draw(**arguments: str | float) -> bytes:
    return api.draw("AXE540127", "svg", **arguments)  # type: ignore[arg-type] # by name


def test_importing_loads_nothing_that_is_not_needed() -> None:
    script = """
import sys
import a4s_gui
assert [name for name in sys.modules if name.startswith("a4s_gui.")] == []
from a4s_gui import api
api.pair("AXE540127"), api.footprint("AXE540127")
print(sorted({"PySide6", "numpy", "ezdxf", "pyqtgraph"} & set(sys.modules)))
"""
    ran = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=_PAGE.parents[2],
    )
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (api.pair, "no part number is given"),
        (lambda: api.draw([], "svg"), "no part number is given"),
        (api.check, "no files are named"),
        (lambda: _draw(scale=5000), "scale: 5000 is not possible; choose 1 to 1000"),
        (lambda: _draw(scale=0), "scale: 0 is not possible; choose 1 to 1000"),
        (lambda: _draw(dpi=0), "dpi: 0 is not possible; choose 10 to 10000"),
    ],
)
def test_what_only_a_script_can_ask_is_refused_too(
    call: Callable[[], object], message: str
) -> None:
    with pytest.raises(A4sError, match=message):
        call()
