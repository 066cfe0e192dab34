"""The icons of ``resources/icons``, drawn in the colours that hold when they are seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QWidget

from a4s_gui.drawing.style import ColorRole
from a4s_gui.resources import read_resource
from a4s_gui.ui.core.theme import drawing_colours

_PROGRAM_SIZES_PX = (16, 32, 48, 128)
_SEEN_APART = 60
"""Of 255 steps of lightness: a frame that is less apart from its ground is hardly seen."""
_Svg = Callable[[QIcon.Mode, QIcon.State], bytes]


class _Drawn(QIconEngine):
    """Draws an icon at the size in which it is first seen: most are not, for long."""

    def __init__(self, svg: _Svg) -> None:
        super().__init__()
        self._svg = svg
        self._drawn: dict[tuple[int, int, bytes], QPixmap] = {}

    def clone(self) -> QIconEngine:
        """Return the same icon."""
        return _Drawn(self._svg)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon in a size in pixels."""
        svg = self._svg(mode, state)
        key = (size.width(), size.height(), svg)
        if key not in self._drawn:
            self._drawn[key] = _drawn(svg, size)
        return self._drawn[key]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon, sharp on any screen."""
        device_px = rect.size() * painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.pixmap(device_px, mode, state))


def icon(name: str) -> QIcon:
    """Return an action's icon: its lines in the colour of buttons' text, dimmed where disabled."""
    lines = _lines(name)

    def svg(mode: QIcon.Mode, _state: QIcon.State) -> bytes:
        usable = mode is not QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Active if usable else QPalette.ColorGroup.Disabled
        text = QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText)
        return _recoloured(lines, text)

    return _icon(svg)


@cache
def _lines(name: str) -> bytes:
    """Return an icon's file: a window has the same icon in many places."""
    return read_resource("icons", f"{name}.svg")


def swatch(ink: ColorRole) -> QIcon:
    """Return a square of an ink for what can be checked: full and ticked, or its frame alone.

    Tick and frame are seen whatever the colour: a grid's is hardly another than the background.
    Qt's own style draws an icon in place of the box with the tick.
    """

    def svg(_mode: QIcon.Mode, state: QIcon.State) -> bytes:
        drawing = drawing_colours(QGuiApplication.palette())
        colour, background = drawing.inks[ink], drawing.background
        tick_ink = max(background, drawing.inks[ColorRole.TEXT], key=lambda c: _apart(c, colour))
        edge = colour if _apart(colour, background) >= _SEEN_APART else tick_ink
        on = state is QIcon.State.On
        tick = f'<path d="M4 8.5 7 11.5 12 5" stroke="{tick_ink}"/>' if on else ""
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" '
            'stroke-width="2"><rect x="2" y="2" width="12" height="12" rx="2" '
            f'fill="{colour if on else "none"}" stroke="{edge}"/>{tick}</svg>'
        ).encode()

    return _icon(svg)


def _apart(one: str, other: str) -> int:
    return abs(QColor(one).lightness() - QColor(other).lightness())


def set_frame_icons(within: QWidget) -> None:
    """Give titles of panels, and bars too long, buttons that are seen: the style's own are dark."""
    for name, kind in (
        ("close", "dockwidget_closebutton"),
        ("float", "dockwidget_floatbutton"),
        ("forward", "toolbar_ext_button"),
    ):
        for button in within.findChildren(QAbstractButton, f"qt_{kind}"):
            button.setIcon(icon(name))


def close_button() -> QDialogButtonBox:
    """Return a dialog's *Close*, with a cross that is seen: the style's own is dark."""
    kind = QDialogButtonBox.StandardButton.Close
    buttons = QDialogButtonBox(kind)
    buttons.button(kind).setIcon(icon("close"))
    return buttons


def program_icon() -> QIcon:
    """Return the program's own icon; a missing file is a :class:`ResourceError`."""
    svg = read_resource("icons", "a4s-gui.svg")
    found = QIcon()
    for size in _PROGRAM_SIZES_PX:
        found.addPixmap(_drawn(svg, QSize(size, size)))
    return found


def _icon(svg: _Svg) -> QIcon:
    """Return an icon that does not own what draws it, but shares it with the one that does.

    PySide6 takes the engine for a child of the icon that is made of it. Where the collector finds
    both in one piece of garbage it may free the engine first, and the icon then frees it again:
    the program crashes. Here the owner goes at once, and Qt frees the engine with its last icon.
    """
    return QIcon(QIcon(_Drawn(svg)))


def _recoloured(svg: bytes, colour: QColor) -> bytes:
    # Qt's SVG renderer takes currentColor for black, whatever it paints on.
    return svg.replace(b"currentColor", colour.name().encode("ascii"))


def _drawn(svg: bytes, size: QSize) -> QPixmap:
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    return pixmap
