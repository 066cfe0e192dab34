"""Contrast, computed from what is painted: every text and icon of every panel in both themes."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.selection.query import Facet
from a4s_gui.session import reducers
from a4s_gui.ui.dialogs.help_dialogs import AboutDialog
from a4s_gui.ui.panels.filters.value_button import ValueButton
from a4s_gui.ui.shell.main_window import MainWindow
from a4s_gui.ui.shell.panels import PANELS
from tests.ui.contrast import contrast

_TIMES = 3
"""Enlarged so much a stroke has pixels of the text's own colour."""
_LEAST_OF_TEXT, _LEAST_OF_ICONS = 4.5, 3.0

pytestmark = pytest.mark.usefixtures("busy_hand")


def test_every_text_and_icon_can_be_read(window: MainWindow, qtbot: QtBot) -> None:
    value = next(v for v in window.controller.result.facets[Facet.PINS] if v.value == 40)
    window.controller.apply(reducers.click_value, Facet.PINS, value)
    for mode in ("light", "dark"):
        window.named_actions[f"theme.{mode}"].trigger()
        faint: list[tuple[str, float]] = []
        seen = 0
        for spec in PANELS:
            window.docks.bring_up(spec.name)
            qtbot.waitUntil(window.panels[spec.name].panel.isVisible)
            QTest.qWait(20)
            inside = window.panels[spec.name].findChildren(QWidget)
            for widget in inside if seen else window.findChildren(QWidget):
                for part, least in _parts(widget):
                    seen += 1
                    found = _contrast_in(widget, part)
                    if found < least:
                        faint.append((f"{type(widget).__name__} {widget.accessibleName()}", found))
        assert seen > 100
        assert not faint, f"{mode}: " + "; ".join(map(str, sorted(set(faint))))
        _assert_the_cross_of_close_can_be_seen(window)


def _assert_the_cross_of_close_can_be_seen(window: MainWindow) -> None:
    window.named_actions["about"].trigger()
    dialog = window.dialogs.open_help
    assert isinstance(dialog, AboutDialog)
    (button,) = dialog.findChildren(QPushButton)
    cross = button.icon().pixmap(button.iconSize()).toImage()
    face = button.palette().button().color()
    inks = [QColor.fromRgba(colour) for colour in _colours(cross)]
    dialog.reject()
    assert max(contrast(ink, face) for ink in inks if ink.alpha() > 200) >= _LEAST_OF_ICONS


def _parts(widget: QWidget) -> list[tuple[QRect, float]]:
    """Return the parts of a widget that show text or an icon, and the contrast that they need."""
    if not widget.isVisible() or not widget.isEnabled() or widget.visibleRegion().isEmpty():
        return []
    whole = widget.rect()
    if isinstance(widget, ValueButton):
        half = whole.width() // 2
        return [(whole.adjusted(half, 2, -4, -2), _LEAST_OF_TEXT)]
    if isinstance(widget, QLabel) and widget.text().strip():
        return [(widget.contentsRect(), _LEAST_OF_TEXT)]
    if isinstance(widget, QToolButton) and not widget.icon().isNull():
        with_text = widget.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly
        return [(whole, _LEAST_OF_TEXT if with_text else _LEAST_OF_ICONS)]
    if isinstance(widget, QAbstractButton) and (widget.text() or not widget.icon().isNull()):
        return [(whole, _LEAST_OF_TEXT if widget.text() else _LEAST_OF_ICONS)]
    return [(whole, _LEAST_OF_TEXT)] if isinstance(widget, QLineEdit) and widget.text() else []


def _contrast_in(widget: QWidget, part: QRect) -> float:
    """Return the contrast of what stands out most in a part of a widget with what is behind."""
    picture = QPixmap(part.size() * _TIMES)
    picture.setDevicePixelRatio(_TIMES)
    picture.fill(_behind(widget))
    painter = QPainter(picture)
    # Without the background: its colour is that of edges in buttons and fields.
    widget.render(painter, QPoint(0, 0), QRegion(part), QWidget.RenderFlag.DrawChildren)
    painter.end()
    colours = _colours(picture.toImage())
    behind = colours.most_common(1)[0][0]
    inked = [QColor.fromRgb(colour) for colour, count in colours.items() if count > 3]
    return max(contrast(colour, QColor.fromRgb(behind)) for colour in inked)


def _behind(widget: QWidget) -> QColor:
    """Return the colour on which a widget stands that has none of its own."""
    under = widget.parentWidget()
    while under is not None and not under.autoFillBackground() and not under.isWindow():
        under = under.parentWidget()
    return under.palette().color(under.backgroundRole()) if under else QColor()


def _colours(image: QImage) -> Counter[int]:
    packed = image.convertToFormat(QImage.Format.Format_RGB32).constBits()
    pixels = np.frombuffer(packed, dtype=np.uint32)
    corner = pixels[0]  # mostly what is behind: what is left is soon sorted
    others, counts = np.unique(pixels[pixels != corner], return_counts=True)
    colours = Counter(dict(zip(others.tolist(), counts.tolist(), strict=True)))
    colours[int(corner)] = pixels.size - colours.total()
    return colours
