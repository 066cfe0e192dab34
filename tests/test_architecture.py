"""The walls between the packages, and docs/architecture.md held to the code."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "a4s_gui"
KEPT_OUT = {"PySide6", "shiboken6", "pyqtgraph", "numpy", "ezdxf"}

# Prints which of the libraries kept out were loaded after all.
REPORT = f"""
import sys
print(sorted({KEPT_OUT!r} & set(sys.modules)))
"""


def python(script: str, *arguments: str, cwd: Path = ROOT) -> str:
    """Run a script in a Python of its own and return what it prints."""
    run = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def modules_of(package: str) -> list[str]:
    paths = sorted((PACKAGE / package).rglob("*.py"))
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    return [name.removesuffix(".__init__") for name in names]


def layers() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (found,) = (
        contract["layers"]
        for contract in contracts
        if contract["type"] == "layers" and "containers" not in contract
    )
    return {name.strip() for layer in found for name in layer.split("|")}


def test_every_wall_stands() -> None:
    said = python(
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        *("--no-logo", "--no-cache"),
    )

    assert re.search(r"Contracts: [1-9]\d* kept, 0 broken", said)


def test_no_module_stands_outside_the_layers() -> None:
    packages = {f"a4s_gui.{path.stem}" for path in PACKAGE.glob("*.py")}
    packages |= {f"a4s_gui.{path.parent.name}" for path in PACKAGE.glob("*/__init__.py")}

    assert layers() == packages - {"a4s_gui.__init__"}


@pytest.mark.parametrize(
    "package", ["catalog", "geometry", "boards", "report", "drawing", "session"]
)
def test_a_package_below_the_window_loads_without_qt(package: str) -> None:
    names = modules_of(package)

    assert len(names) > 5
    imports = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)"
    assert python(imports + REPORT, *names) == "[]"


def test_folders_and_modules_can_be_taken_in_at_a_look() -> None:
    folders: dict[Path, int] = Counter(
        path.parent for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"
    )
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")
    }

    assert {path: count for path, count in folders.items() if count > 15} == {}
    assert {path: lines for path, lines in lengths.items() if lines > 400} == {}


def test_no_module_imports_itself_round_a_corner() -> None:
    graph = {name: set(imports_of(name)) for name in modules_of("")}

    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def imports_of(module: str) -> Iterator[str]:
    """Yield the modules of the program that a module imports, also those imported late."""
    path = ROOT / (module.replace(".", "/") + ".py")
    source = path if path.exists() else path.with_suffix("") / "__init__.py"
    for node in ast.walk(ast.parse(source.read_bytes())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("a4s_gui"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                is_module = (ROOT / (inner.replace(".", "/") + ".py")).exists()
                yield inner if is_module else str(node.module)


def test_every_view_becomes_a_scene_without_qt() -> None:
    script = """
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern

pair = load_catalog().pairs[0]
for view in View:
    assert build_scene(DrawingSpec(pair, shipped_pattern(), view), 20.0)
"""
    assert python(script + REPORT) == "[]"


@pytest.mark.parametrize(
    "command",
    [
        ["list", "--json"],
        ["show", "AXE540127"],
        ["decode", "AXE640124"],
        ["compare", "AXE640124", "AXE640224"],
        ["check", "tests/boards/pins.csv"],
        ["--version"],
    ],
)
def test_a_command_that_draws_nothing_loads_no_qt(command: list[str]) -> None:
    script = f"""
import contextlib, io
from a4s_gui.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    assert main({command!r}) == 0
"""
    assert python(script + REPORT) == "[]"


def test_nobody_reads_the_source_of_what_the_window_imports() -> None:
    script = """
import linecache
import a4s_gui.ui.shell.app
print([name for name in linecache.cache if "a4s_gui" in name])
"""
    assert python(script) == "[]"


@pytest.mark.parametrize("packed", [False, True], ids=["checkout", "installed"])
def test_resources_are_found_wherever_the_program_stands(packed: bool, tmp_path: Path) -> None:
    elsewhere = tmp_path / "Programme für Ä"
    shutil.copytree(PACKAGE, elsewhere / "a4s_gui", ignore=shutil.ignore_patterns("__pycache__"))
    resources = elsewhere / ("a4s_gui/_resources" if packed else "resources")
    shutil.copytree(ROOT / "resources", resources)
    script = """
import sys
sys.path.insert(0, sys.argv[1])
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.geometry.land_pattern.reading import shipped_pattern, shipped_pattern_names
from a4s_gui.resources import resource_root

assert len(load_catalog().pairs) == 72
assert [shipped_pattern(name).name for name in shipped_pattern_names()]
print(ascii(str(resource_root())))
"""
    assert python(script, str(elsewhere), cwd=tmp_path) == ascii(str(resources))


def test_the_page_fits_a_screen_and_names_only_what_is_there() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:a4s_gui|docs|packaging|resources|tests)/[\w./-]*)`", page)
    walk = re.findall(r"(?<![\w/])((?:catalog|geometry|drawing|ui|export)/\w+\.py)\b", page)

    assert len(page.splitlines()) <= 60
    assert len(named) > 20
    missing = [path for path in named if not (ROOT / path).exists()]
    assert [path for path in missing if path != "a4s_gui/_resources"] == []
    assert [path for path in walk if not (PACKAGE / path).exists()] == []


def test_the_page_names_every_package() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    packages = {layer.replace(".", "/") for layer in layers()} - {"a4s_gui/__main__"}

    assert [package for package in packages if f"`{package}" not in page] == []
