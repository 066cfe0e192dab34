"""The walls between the packages, and docs/architecture.md held to the code."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "a4s_gui"
KEPT_OUT = {"PySide6", "shiboken6", "pyqtgraph", "numpy", "ezdxf"}


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


def test_a_package_below_the_window_loads_without_qt_and_so_is_any_view_drawn() -> None:
    """In one process, package by package from below: the first is named that loads a library."""
    packages = ("catalog", "geometry", "boards", "report", "drawing", "session")
    names = {package: modules_of(package) for package in packages}
    script = f"""
import importlib, json, sys

def loaded():
    return sorted({KEPT_OUT!r} & set(sys.modules))

for package, names in json.loads(sys.argv[1]).items():
    for name in names:
        importlib.import_module(name)
    assert not loaded(), (package, loaded())

from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.drawing.spec import DrawingSpec, View
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern

pair = load_catalog().pairs[0]
for view in View:
    assert build_scene(DrawingSpec(pair, shipped_pattern(), view), 20.0)
print(loaded())
"""
    assert all(len(modules) > 5 for modules in names.values())
    assert python(script, json.dumps(names)) == "[]"


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
    graph = grimp.build_graph("a4s_gui", cache_dir=None)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}

    assert len(imports) > 400
    TopologicalSorter(imports).prepare()  # raises CycleError, which names the circle


def test_nobody_reads_the_source_of_what_the_window_imports() -> None:
    script = """
import linecache
import a4s_gui.ui.shell.app
print([name for name in linecache.cache if "a4s_gui" in name])
"""
    assert python(script) == "[]"


def test_resources_are_found_wherever_the_program_stands(tmp_path: Path) -> None:
    elsewhere = tmp_path / "Programme für Ä"
    shutil.copytree(PACKAGE, elsewhere / "a4s_gui")
    checkout, installed = elsewhere / "resources", elsewhere / "a4s_gui" / "_resources"
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
    shutil.copytree(ROOT / "resources", checkout)
    assert python(script, str(elsewhere), cwd=tmp_path) == ascii(str(checkout))
    checkout.rename(installed)
    assert python(script, str(elsewhere), cwd=tmp_path) == ascii(str(installed))


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
