"""What the tests of the window share: a user of their own, a window, and its clean end."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.widgets import spare_time
from tests.ui.kept import (
    KeptWindow,
    open_kept,
    open_window,
    settings_after_the_first_start,
)

WindowMaker = Callable[..., MainWindow]
_KEPT: list[QWidget] = []
"""What a module's tests share."""
_USERS = count()
_LARGE_PT = 14


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the platform without a screen say what it cannot do with windows."""
    notice = "This plugin does not support "
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(notice, extend=True))


@pytest.fixture(scope="session", autouse=True)
def nothing_copied_at_the_end(qapp: QApplication) -> Iterator[None]:
    """Leave the clipboard empty: without a screen, Qt ends a process that does not by a fault."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a user of its own; returns the settings file, which does not exist yet."""
    folder = tmp_path_factory.getbasetemp() / f"user-{next(_USERS)}"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    return folder / "a4s-gui" / "settings.ini"


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Fail a test that leaves windows behind: they would react to the next test's events."""
    # What is there already stays for good: the search at the end goes through what the test made.
    gc.freeze()
    yield
    assert_none_left()


def assert_none_left() -> None:
    """Free what is dropped, and fail where a window is left that no module keeps."""
    app = QApplication.instance()
    if not isinstance(app, QApplication) or not app.allWidgets():
        return
    # deleteLater() alone frees nothing: its events are only handled in a running event loop.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [widget for widget in app.topLevelWidgets() if not (widget.parent() or widget in _KEPT)]
    assert not left, f"left alive: {left}"


@pytest.fixture
def controller(catalog: Catalog, qapp: QApplication) -> Controller:
    """Return a controller with nothing chosen."""
    return Controller(catalog)


@pytest.fixture
def large_font(qapp: QApplication) -> Iterator[None]:
    """Have the desktop's letters half as large again."""
    before, large = qapp.font(), qapp.font()
    large.setPointSize(_LARGE_PT)
    qapp.setFont(large)
    yield
    qapp.setFont(before)


@pytest.fixture
def busy_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a window that never rests: nothing is made ready beforehand.

    What is done in spare time is tested with the drawing and the details, and by whole afternoons.
    """
    monkeypatch.setattr(spare_time, "_REST_MS", 60_000)


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication) -> WindowMaker:
    """Make windows as the program does, shown and with the drawing in place.

    Where no settings are given, the hint of a first start has been closed.
    """

    def make_shown(
        part: str | None = None, settings: Settings | None = None, *, width: int = 1280
    ) -> MainWindow:
        settings = settings or settings_after_the_first_start()
        window = open_window(qapp, part, settings, QSize(width, width * 5 // 8))
        qtbot.addWidget(window)
        return window

    return make_shown


@contextmanager
def keeping(widget: QWidget) -> Iterator[None]:
    """Keep a window, or a widget that is one, from one test to the next."""
    _KEPT.append(widget)
    yield
    _KEPT.remove(widget)
    widget.close()
    widget.deleteLater()


@pytest.fixture(scope="module")
def kept_windows(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], KeptWindow]]:
    """Return what tells the window that a module's tests share; a new one where one closed it."""
    folder = tmp_path_factory.mktemp("kept")
    kept: list[KeptWindow] = []
    with ExitStack() as ends:

        def tell() -> KeptWindow:
            if kept and not kept[0].window.isVisible():
                kept.clear()
                ends.close()
            if not kept:
                with pytest.MonkeyPatch.context() as patch:
                    patch.setenv("XDG_CONFIG_HOME", str(folder))
                    kept.append(open_kept(qapp))
                ends.enter_context(keeping(kept[0].window))
            return kept[0]

        yield tell
    kept.clear()
    assert_none_left()


@pytest.fixture
def window(
    request: pytest.FixtureRequest, kept_windows: Callable[[], KeptWindow]
) -> Iterator[MainWindow]:
    """Give a shown window on the pair AXE540127/AXE640124, shared with its module's tests.

    All is as in a new one, but that panels which were made before are still there. A test that is
    about a window's beginning or end, or changes how one is made, is marked ``own_window``.
    """
    if request.node.get_closest_marker("own_window"):
        make: WindowMaker = request.getfixturevalue("make")
        yield make("AXE640124")
    else:
        kept = kept_windows()
        yield kept.put_back()
        kept.window.dialogs.close_guide()
