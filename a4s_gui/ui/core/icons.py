"""The icons of ``resources/icons``, drawn in the colours of a palette."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QMainWindow

from a4s_gui.resources import read_resource

_SIZES_PX = (16, 20)
"""Menus and tool bar."""

_PROGRAM_SIZES_PX = (16, 32, 48, 128)


def icon(name: str, palette: QPalette) -> QIcon:
    """Return an action's icon: its lines in the palette's text colour, dimmed where disabled.

    Raises
    ------
    ResourceError
        The file is missing.
    """
    svg = read_resource("icons", f"{name}.svg")
    sizes: tuple[int, ...] = _SIZES_PX
    if QGuiApplication.primaryScreen().devicePixelRatio() > 1:
        sizes += tuple(2 * size for size in sizes)
    found = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = palette.color(group, QPalette.ColorRole.ButtonText)
        _add(found, _recoloured(svg, colour), sizes, mode)
    return found


def draw_title_icons(window: QMainWindow, palette: QPalette) -> None:
    """Draw the buttons in the titles of a window's panels: the style's own are faint in the dark.

    Raises
    ------
    ResourceError
        A file is missing.
    """
    for name, kind in (("close", "closebutton"), ("float", "floatbutton")):
        drawn = icon(name, palette)
        for button in window.findChildren(QAbstractButton, f"qt_dockwidget_{kind}"):
            button.setIcon(drawn)


def program_icon() -> QIcon:
    """Return the program's own icon.

    Raises
    ------
    ResourceError
        The file is missing.
    """
    found = QIcon()
    _add(found, read_resource("icons", "a4s-gui.svg"), _PROGRAM_SIZES_PX, QIcon.Mode.Normal)
    return found


def _recoloured(svg: bytes, colour: QColor) -> bytes:
    # Qt's SVG renderer takes currentColor for black, whatever it paints on.
    return svg.replace(b"currentColor", colour.name().encode("ascii"))


def _add(to: QIcon, svg: bytes, sizes_px: tuple[int, ...], mode: QIcon.Mode) -> None:
    renderer = QSvgRenderer(QByteArray(svg))
    for size in sizes_px:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        to.addPixmap(pixmap, mode)
