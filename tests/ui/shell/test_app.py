"""The program from its start to its end, mostly in a process of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from a4s_gui.cli import main

ROOT = Path(__file__).resolve().parents[3]

# Opens the window, waits for the drawing, then does what the rest of the text says.
_START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from a4s_gui.session import reducers
from a4s_gui.ui.shell import app, main_window

def when_ready(window):
    {deed}

class Window(main_window.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.drawing_ready.connect(lambda: QTimer.singleShot(0, self, lambda: when_ready(self)))

app.MainWindow = Window
sys.exit(app.run({part!r}))
"""

_HAS_FONTS = (
    "from PySide6.QtGui import QFontInfo; from PySide6.QtWidgets import QApplication;"
    "a = QApplication([]); print(bool(QFontInfo(a.font()).family()))"
)


def _environment(tmp_path: Path, **more: str) -> dict[str, str]:
    return os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHONPATH": str(ROOT),
        **more,
    }


def _run(
    tmp_path: Path, deed: str, part: str | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _START.format(deed=deed, part=part)],
        env=_environment(tmp_path, **more),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_window_opens_and_closes_with_status_0(tmp_path: Path) -> None:
    ended = _run(tmp_path, "print(window.windowTitle()); window.close()", "AXE640124")
    assert ended.stdout == "AXE540127 + AXE640124 – A4S selector\n"
    assert ended.returncode == 0


def test_pyqtgraph_is_loaded_after_the_first_paint_only(tmp_path: Path) -> None:
    code = (
        "import sys; from a4s_gui.ui.shell import app; a = app.make_application();"
        "w = app.make_window(a); w.show(); print('pyqtgraph' in sys.modules)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        env=_environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert ended.stdout == "False\n"


def _refused(status: int, out: str, err: str) -> str:
    """Return the one line that a start ended with which was refused."""
    assert (status, out) == (2, "")
    (line,) = (line for line in err.splitlines() if "propagateSizeHints" not in line)
    return line


def _started(folder: Path, *arguments: str, **environment: str) -> str:
    """Start the program as a process of its own and return the line that refuses."""
    ended = subprocess.run(
        [sys.executable, "-m", "a4s_gui", *arguments],
        env=_environment(folder, **environment),
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return _refused(ended.returncode, ended.stdout, ended.stderr)


def test_an_impossible_part_ends_the_process_with_one_line(tmp_path: Path) -> None:
    assert "nonsense" in _started(tmp_path, "nonsense")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("part", ["AXE540227", "AXE542127"])
def test_an_impossible_part_opens_no_window(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert part in _refused(main([part]), *capsys.readouterr())
    assert QApplication.topLevelWidgets() == []


def test_a_machine_without_fonts_still_shows_text(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    deed = (
        "from PySide6.QtGui import QFontInfo;"
        "print(QFontInfo(window.font()).family(), window.search.fontMetrics().height() > 8);"
        "window.close()"
    )
    ended = _run(tmp_path, deed, FONTCONFIG_FILE=str(fonts))
    assert ended.stdout == "Roboto True\n"
    assert ended.returncode == 0


def test_with_fonts_the_systems_own_is_used(tmp_path: Path) -> None:
    deed = (
        "from PySide6.QtGui import QFontDatabase;"
        "print('Roboto' in QFontDatabase.applicationFontFamilies(0)); window.close()"
    )
    known = subprocess.run(
        [
            sys.executable,
            "-c",
            _HAS_FONTS,
        ],
        env=_environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    has_fonts = known.stdout == "True\n"
    assert _run(tmp_path, deed).stdout == f"{not has_fonts}\n"


_DAMAGED = {
    "catalog/a4s.toml": ("edition = 2016", "a4s.toml: edition: expected a text"),
    "land_patterns/default.toml": ("name = ", "default.toml: is not valid TOML"),
    "icons/a4s-gui.svg": (None, "a4s-gui.svg"),
}


def _damage(folder: Path, path: str, content: str | None) -> Path:
    """Return a copy of the program's files in which one has another content, or is missing."""
    root = folder / "resources"
    shutil.copytree(ROOT / "resources", root)
    if content is None:
        (root / path).unlink()
    else:
        (root / path).write_text(content, encoding="utf-8")
    return root


@pytest.mark.parametrize("path", ["catalog/a4s.toml", "icons/fit.svg"])
def test_a_missing_file_of_the_program_ends_the_process_with_one_line(
    tmp_path: Path, path: str
) -> None:
    shutil.copytree(ROOT / "a4s_gui", tmp_path / "a4s_gui")
    _damage(tmp_path, path, None)
    line = _started(tmp_path, PYTHONPATH=str(tmp_path))
    assert f"{path}: this file belongs to the program and is missing" in line


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("path", _DAMAGED)
def test_a_damaged_file_of_the_program_is_one_message_and_status_2(
    tmp_path: Path,
    path: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content, message = _DAMAGED[path]
    root = _damage(tmp_path, path, content)
    monkeypatch.setattr("a4s_gui.resources.resource_root", lambda: root)
    assert message in _refused(main([]), *capsys.readouterr())


def test_an_unexpected_error_is_shown_and_the_window_goes_on(tmp_path: Path) -> None:
    deed = """
    from PySide6.QtGui import QGuiApplication
    from a4s_gui.ui.dialogs.help_dialogs import ErrorDialog
    def look():
        dialog = window.findChild(ErrorDialog)
        dialog.copy_button.click()
        print(QGuiApplication.clipboard().text().splitlines()[-1])
        dialog.reject()
        QTimer.singleShot(0, window, go_on)
    def go_on():
        window.controller.apply(reducers.choose_pair, 'AXE510127/AXE610124')
        print(window.windowTitle())
        window.close()
    QTimer.singleShot(0, window, look)
    raise ZeroDivisionError('on purpose')
"""
    ended = _run(tmp_path, deed.strip())
    assert ended.stdout == ("ZeroDivisionError: on purpose\nAXE510127 + AXE610124 – A4S selector\n")
    assert "ZeroDivisionError: on purpose" in ended.stderr
    assert ended.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="consoles of Windows send no SIGINT to one process")
def test_ctrl_c_ends_it_and_keeps_the_settings(tmp_path: Path) -> None:
    deed = "print('ready', flush=True)"
    with subprocess.Popen(
        [sys.executable, "-c", _START.format(deed=deed, part="AXE660124D")],
        env=_environment(tmp_path),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    session = tmp_path / "config" / "a4s-gui" / "sessions" / "last.json"
    assert "AXE560127D/AXE660124D" in session.read_text(encoding="utf-8")
