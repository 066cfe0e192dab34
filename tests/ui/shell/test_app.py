"""The program from its start to its end, mostly in a process of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.cli import main
from a4s_gui.ui.core.icons import _lines
from a4s_gui.ui.dialogs.help_dialogs import ErrorDialog
from a4s_gui.ui.shell.app import make_application
from a4s_gui.ui.shell.crash import CrashReporter

ROOT = Path(__file__).resolve().parents[3]

# Opens the window twice, waits each time for the drawing, then does the first or the second deed.
_START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication
from a4s_gui.session import reducers
from a4s_gui.ui.dialogs import help_dialogs
from a4s_gui.ui.shell import app, main_window

def fail(window):
    print(window.windowTitle())
    added = QFontDatabase.applicationFontFamilies(0)
    print(*added, QFontInfo(window.font()).family(), window.search.fontMetrics().height() > 8)
    QTimer.singleShot(0, window, lambda: look(window))
    raise ZeroDivisionError('on purpose')

def look(window):
    dialog = window.findChild(help_dialogs.ErrorDialog)
    dialog.copy_button.click()
    print(QGuiApplication.clipboard().text().splitlines()[-1])
    dialog.reject()
    QTimer.singleShot(0, window, lambda: go_on(window))

def go_on(window):
    window.controller.apply(reducers.choose_pair, 'AXE560127D/AXE660124D')
    print(window.windowTitle())
    window.close()

def wait(window):
    window.named_actions['copy-picture'].trigger()
    print(window.windowTitle(), flush=True)

class Window(main_window.MainWindow):
    deeds = [fail, wait]

    def __init__(self, *given):
        super().__init__(*given)
        deed = self.deeds.pop(0)
        self.drawing_ready.connect(lambda: QTimer.singleShot(0, self, lambda: deed(self)))

    def show(self):
        super().show()
        print("painted", "pyqtgraph" in sys.modules)

app.MainWindow = Window
print(app.run("AXE640124"))
sys.exit(app.run())
"""


@pytest.mark.skipif(os.name == "nt", reason="consoles of Windows send no SIGINT to one process")
def test_without_fonts_the_window_opens_goes_on_after_an_error_and_keeps_its_session_at_ctrl_c(
    tmp_path: Path,
) -> None:
    no_fonts = tmp_path / "fonts.conf"
    no_fonts.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    own = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "FONTCONFIG_FILE": str(no_fonts)}
    with subprocess.Popen(
        [sys.executable, "-c", _START],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **own},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        painted, opened, fonts, error, went_on, closed, _painted, again = (
            process.stdout.readline().rstrip() for _ in range(8)
        )
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=60)
    assert painted == "painted False", "pyqtgraph is loaded after the first paint"
    assert opened == "AXE540127 + AXE640124 – A4S selector"
    assert fonts == "Roboto Roboto True", "a font is added where the system has none"
    assert error == "ZeroDivisionError: on purpose"
    assert "ZeroDivisionError: on purpose" in err
    assert went_on == again == "AXE560127D + AXE660124D – A4S selector"
    assert closed == "0", "the status of a window that is closed"
    assert process.returncode == 130, "with a picture on the clipboard, too"
    session = tmp_path / "config" / "a4s-gui" / "sessions" / "last.json"
    assert "AXE560127D/AXE660124D" in session.read_text(encoding="utf-8")


def test_a_font_is_added_only_where_the_system_has_none() -> None:
    make_application()
    added = QFontDatabase.applicationFontFamilies(0)
    assert ("Roboto" in added) is not bool(set(QFontDatabase.families()) - set(added))


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


_MISSING = "this file belongs to the program and is missing"
_DAMAGED = [
    ("catalog/a4s.toml", "edition = 2016", "a4s.toml: edition: expected a text"),
    ("catalog/a4s.toml", None, f"catalog/a4s.toml: {_MISSING}"),
    ("land_patterns/default.toml", "name = ", "default.toml: is not valid TOML"),
    ("icons/a4s-gui.svg", None, f"icons/a4s-gui.svg: {_MISSING}"),
    ("icons/fit.svg", None, f"icons/fit.svg: {_MISSING}"),
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
    monkeypatch.setattr("a4s_gui.ui.core.icons._lines", _lines.__wrapped__)  # none read before
    before = QApplication.topLevelWidgets()
    assert message in _refused(main([]), *capsys.readouterr())
    for widget in QApplication.topLevelWidgets():
        if widget not in before:  # of a window of which half was made
            widget.deleteLater()
