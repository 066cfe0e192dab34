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
    found = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = palette.color(group, QPalette.ColorRole.ButtonText)
        _add(found, _recoloured(svg, colour), _sizes_px(), mode)
    return found


def swatch(colour: str, background: str) -> QIcon:
    """Return a square of a colour for what can be checked: full and ticked, or its frame alone.

    Qt's own style draws an icon in place of the box with the tick.
    """
    found = QIcon()
    for state, fill, tick in (
        (QIcon.State.On, colour, f'<path d="M4 8.5 7 11.5 12 5" stroke="{background}"/>'),
        (QIcon.State.Off, "none", ""),
    ):
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" '
            f'stroke-width="2"><rect x="2" y="2" width="12" height="12" rx="2" fill="{fill}" '
            f'stroke="{colour}"/>{tick}</svg>'
        )
        _add(found, svg.encode(), _sizes_px(), QIcon.Mode.Normal, state)
    return found


def _sizes_px() -> tuple[int, ...]:
    fine = QGuiApplication.primaryScreen().devicePixelRatio() > 1
    return _SIZES_PX + tuple(2 * size for size in _SIZES_PX) if fine else _SIZES_PX


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


def _add(
    to: QIcon,
    svg: bytes,
    sizes_px: tuple[int, ...],
    mode: QIcon.Mode,
    state: QIcon.State = QIcon.State.Off,
) -> None:
    renderer = QSvgRenderer(QByteArray(svg))
    for size in sizes_px:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        to.addPixmap(pixmap, mode, state)
