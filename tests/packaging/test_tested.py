"""The package is tested anew when what is packed has changed, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest
from tested import current, imported_from_elsewhere, is_tested, note

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "packaging/deb.py": "pack()",
    "packaging/README.md": "# Packaging",
    "packaging/requirements.lock": "ezdxf==1.4.5",
    "pyproject.toml": '[project]\nname = "a4s-gui"\n[tool.ruff]\nline-length = 100\n',
    "resources/qt-libraries.txt": "libGL.so.1 libgl1",
    "resources/catalog/a4s.toml": "pins = 40",
    "a4s_gui/cli.py": "import sys\nfrom a4s_gui import errors",
    "a4s_gui/errors.py": "",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    note(tmp_path)
    return tmp_path


def test_what_was_tested_counts_as_tested(project: Path) -> None:
    assert is_tested(project)
    note(project)
    assert is_tested(project)  # noting it is no change
    (project / "packaging" / "tested.sha256").unlink()
    assert not is_tested(project)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("packaging/deb.py", "pack(all)"),
        ("packaging/new.py", ""),
        ("packaging/requirements.lock", "ezdxf==1.4.6"),
        ("pyproject.toml", '[project]\nname = "a4s-gui"\ndependencies = ["ezdxf"]\n'),
        ("resources/qt-libraries.txt", "libGL.so.1 libgl2"),
        ("resources/catalog/b4s.toml", ""),
        ("docs/guide/images/choose.png", ""),
        ("a4s_gui/cli.py", "def late():\n    from PySide6.QtPrintSupport import QPrinter"),
    ],
)
def test_another_way_or_thing_to_pack_is_to_be_tested(project: Path, name: str, text: str) -> None:
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text(text, encoding="utf-8")

    assert not is_tested(project)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("packaging/README.md", "# How it is packed"),
        ("packaging/__pycache__/deb.pyc", "anything"),
        ("pyproject.toml", '[project]\nname = "a4s-gui"\n[tool.ruff]\nline-length = 99\n'),
        ("resources/catalog/a4s.toml", "pins = 50"),
        ("a4s_gui/cli.py", "import sys\nfrom a4s_gui import errors, more\nprint(sys.argv)"),
        ("a4s_gui/more.py", "import sys\nimport a4s_gui.errors"),
    ],
)
def test_an_ordinary_change_of_the_program_is_not(project: Path, name: str, text: str) -> None:
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text(text, encoding="utf-8")

    assert is_tested(project)


def test_it_sees_what_the_real_program_imports(monkeypatch: pytest.MonkeyPatch) -> None:
    found = imported_from_elsewhere(ROOT)
    monkeypatch.setattr("tested.imported_from_elsewhere", lambda _root: found)  # once is enough

    assert {"PySide6.QtSvg", "PySide6.QtWidgets", "ezdxf", "pyqtgraph", "platformdirs"} <= found
    assert not any(name.startswith("a4s_gui") for name in found)
    assert len(current()) == 64
