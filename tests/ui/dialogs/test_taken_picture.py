"""The drawing taken away: every format at once, on the clipboard and by the mouse."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from a4s_gui.drawing.spec import DrawingSpec
from a4s_gui.export.layout import Layout
from a4s_gui.export.pictures import picture_size
from a4s_gui.export.pictures.png import png_bytes
from a4s_gui.export.request import ExportRequest
from a4s_gui.session.settings_table import EXPORT_DPI, EXPORT_SCALE
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.core.settings import Settings
from a4s_gui.ui.dialogs.taken_picture import PictureDrags, copy_picture
from a4s_gui.ui.widgets.drag_source import DragSource


def data_of(mime: QMimeData, name: str) -> bytes:
    return bytes(mime.data(name).data())


def test_a_copy_is_the_picture_that_is_saved_lines_and_a_page_at_once(
    chosen: Controller, spec: DrawingSpec, settings: Settings
) -> None:
    settings.set(EXPORT_SCALE, 10.0)
    settings.set(EXPORT_DPI, 150.0)
    said: list[str] = []
    chosen.message.connect(said.append)
    copy_picture(None, chosen, settings)
    mime = QGuiApplication.clipboard().mimeData()
    packed = png_bytes(Layout(ExportRequest(spec, 10, 150)))
    assert data_of(mime, "image/png") == packed
    image = QGuiApplication.clipboard().image()
    assert QImage.fromData(packed) == mime.imageData() == image
    assert f"{image.width()} × {image.height()} px" in said[0]
    assert round(image.dotsPerMeterX() * 0.0254) == 150
    svg = ET.fromstring(data_of(mime, "image/svg+xml"))  # noqa: S314 - our own
    assert svg.tag.endswith("svg")
    assert data_of(mime, "application/pdf").startswith(b"%PDF-")
    assert not mime.hasUrls()
    QGuiApplication.clipboard().clear()


def test_a_large_picture_is_copied_with_fewer_dpi(
    chosen: Controller, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_size, "LARGEST_COPIED_PX", 1_600_000)
    settings.set(EXPORT_SCALE, 20.0)
    settings.set(EXPORT_DPI, 300.0)
    said: list[str] = []
    chosen.message.connect(said.append)
    copy_picture(None, chosen, settings)
    image = QGuiApplication.clipboard().image()
    assert 1_000_000 < image.width() * image.height() <= 1_600_000
    assert said[0].endswith("dpi, not 300: that would be too large to copy")
    QGuiApplication.clipboard().clear()


def test_a_picture_too_large_to_copy_is_said(
    chosen: Controller, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.set(EXPORT_SCALE, 1000.0)
    settings.set(EXPORT_DPI, 10_000.0)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _p, _t, text: told.append(text))
    QGuiApplication.clipboard().setText("before")
    copy_picture(None, chosen, settings)
    assert len(told) == 1
    assert "too large" in told[0]
    assert QGuiApplication.clipboard().text() == "before"
    assert QGuiApplication.overrideCursor() is None
    QGuiApplication.clipboard().clear()


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """Keep what is dragged; no window of another program is there to take it."""
    kept: list[QMimeData] = []

    def take(drag: QDrag, _actions: Qt.DropAction) -> Qt.DropAction:
        assert not drag.pixmap().isNull()
        kept.append(drag.mimeData())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", take)
    return kept


def test_a_drag_brings_one_file_and_every_format(
    chosen: Controller, settings: Settings, dragged: list[QMimeData], qtbot: QtBot
) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    drags = PictureDrags()
    drags.drag(button, chosen, settings)
    (mime,) = dragged
    (url,) = mime.urls()
    file = Path(url.toLocalFile())
    assert file.name == "AXE540127-AXE640124-pair.png"
    assert file.read_bytes() == data_of(mime, "image/png")
    assert mime.hasFormat("image/svg+xml")
    assert mime.hasFormat("application/pdf")


def test_a_button_is_dragged_only_when_the_mouse_moves_away_with_it(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.resize(40, 40)
    button.show()
    begun: list[str] = []
    button.clicked.connect(lambda: begun.append("click"))
    DragSource(button, lambda: begun.append("drag"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert begun == ["click"]
    move(button, QPoint(5, 5), QPoint(8, 5))
    assert begun == ["click", "click"]
    move(button, QPoint(5, 5), QPoint(38, 5))
    assert begun == ["click", "click", "drag"]
    button.setEnabled(False)
    move(button, QPoint(5, 5), QPoint(38, 5))
    assert begun == ["click", "click", "drag"]


def move(button: QToolButton, start: QPoint, end: QPoint) -> None:
    """Press at one place, move to another and let go: QTest's own move holds no button."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=start)
    place = QPointF(end)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, button.mapToGlobal(place), Qt.MouseButton.NoButton, left, none
    )
    QApplication.sendEvent(button, event)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=end)
