"""The program from its start to its end, mostly in a process of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.cli import main
from a4s_gui.ui.dialogs.help_dialogs import ErrorDialog
from a4s_gui.ui.shell.crash import CrashReporter

ROOT = Path(__file__).resolve().parents[3]

# Opens the window, waits for the drawing, then does what the rest of the text says.
_START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication
from a4s_gui.session import reducers
from a4s_gui.ui.shell import app, main_window

def when_ready(window):
    {deed}

class Window(main_window.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.drawing_ready.connect(lambda: QTimer.singleShot(0, self, lambda: when_ready(self)))

    def show(self):
        super().show()
        print("painted", "pyqtgraph" in sys.modules)

app.MainWindow = Window
sys.exit(app.run({part!r}))
"""


def _environment(tmp_path: Path, **more: str) -> dict[str, str]:
    return os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHONPATH": str(ROOT),
        **more,
    }


def _start(
    tmp_path: Path, deed: str, part: str | None = None, **more: str
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _START.format(deed=deed, part=part)],
        env=_environment(tmp_path, **more),
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_window_opens_goes_on_after_an_unexpected_error_and_closes_with_status_0(
    tmp_path: Path,
) -> None:
    deed = """
    from a4s_gui.ui.dialogs.help_dialogs import ErrorDialog
    print(window.windowTitle())
    added = QFontDatabase.applicationFontFamilies(0)
    print('Roboto' in added, bool(set(QFontDatabase.families()) - set(added)))
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
    with _start(tmp_path, deed.strip(), "AXE640124") as process:
        out, err = process.communicate(timeout=120)
    painted, opened, fonts, error, went_on = out.splitlines()
    assert painted == "painted False", "pyqtgraph is loaded after the first paint"
    assert opened == "AXE540127 + AXE640124 – A4S selector"
    assert fonts in ("True False", "False True"), "a font is added where the system has none"
    assert error == "ZeroDivisionError: on purpose"
    assert went_on == "AXE510127 + AXE610124 – A4S selector"
    assert "ZeroDivisionError: on purpose" in err
    assert process.returncode == 0


def _refused(status: int, out: str, err: str) -> str:
    """Return the one line that a start ended with which was refused."""
    assert (status, out) == (2, "")
    (line,) = (line for line in err.splitlines() if "propagateSizeHints" not in line)
    return line


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("part", ["AXE540227", "AXE542127", "nonsense"])
def test_an_impossible_part_opens_no_window(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert part in _refused(main([part]), *capsys.readouterr())
    assert QApplication.topLevelWidgets() == []


def test_an_unexpected_error_is_shown_where_there_is_no_standard_error(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    error = ZeroDivisionError("on purpose")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", None)
        CrashReporter(parent).report(ZeroDivisionError, error, None)
    (dialog,) = parent.findChildren(ErrorDialog)
    assert "ZeroDivisionError: on purpose" in dialog.details.toPlainText()
    dialog.reject()


@pytest.mark.skipif(os.name == "nt", reason="consoles of Windows send no SIGINT to one process")
def test_without_fonts_text_is_shown_and_ctrl_c_ends_it_and_keeps_the_session(
    tmp_path: Path,
) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    deed = (
        "print(QFontInfo(window.font()).family(), window.search.fontMetrics().height() > 8,"
        " flush=True)"
    )
    with _start(tmp_path, deed, "AXE660124D", FONTCONFIG_FILE=str(fonts)) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("painted")
        assert process.stdout.readline() == "Roboto True\n"
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        assert process.returncode == 130
    session = tmp_path / "config" / "a4s-gui" / "sessions" / "last.json"
    assert "AXE560127D/AXE660124D" in session.read_text(encoding="utf-8")


_MISSING = "this file belongs to the program and is missing"
_DAMAGED = [
    ("catalog/a4s.toml", "edition = 2016", "a4s.toml: edition: expected a text"),
    ("catalog/a4s.toml", None, f"catalog/a4s.toml: {_MISSING}"),
    ("land_patterns/default.toml", "name = ", "default.toml: is not valid TOML"),
    ("icons/a4s-gui.svg", None, f"icons/a4s-gui.svg: {_MISSING}"),
]


def _damage(folder: Path, path: str, content: str | None) -> Path:
    """Return a copy of the program's files in which one has another content, or is missing."""
    root = folder / "resources"
    shutil.copytree(ROOT / "resources", root)
    if content is None:
        (root / path).unlink()
    else:
        (root / path).write_text(content, encoding="utf-8")
    return root


def test_a_missing_file_of_the_program_ends_the_process_with_one_line(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "a4s_gui", tmp_path / "a4s_gui")
    _damage(tmp_path, "icons/fit.svg", None)
    ended = subprocess.run(
        [sys.executable, "-m", "a4s_gui"],
        env=_environment(tmp_path, PYTHONPATH=str(tmp_path)),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    line = _refused(ended.returncode, ended.stdout, ended.stderr)
    assert f"icons/fit.svg: {_MISSING}" in line


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("damage", _DAMAGED)
def test_a_damaged_file_of_the_program_is_one_message_and_status_2(
    tmp_path: Path,
    damage: tuple[str, str | None, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, content, message = damage
    root = _damage(tmp_path, path, content)
    monkeypatch.setattr("a4s_gui.resources.resource_root", lambda: root)
    assert message in _refused(main([]), *capsys.readouterr())
