"""Light and dark: which one holds, and the window's colours in each."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from a4s_gui.drawing.palette import DARK, LIGHT, Palette
from a4s_gui.drawing.style import ColorRole

_Role = QPalette.ColorRole

_COLOURS = {
    _Role.Window: ("#f2f4f6", "#1d2329"),
    _Role.WindowText: ("#1c252e", "#e2e8ed"),
    _Role.Base: ("#ffffff", "#14181d"),
    _Role.AlternateBase: ("#f6f8f9", "#191e24"),
    _Role.Text: ("#1c252e", "#e2e8ed"),
    _Role.Button: ("#f2f4f6", "#262d35"),
    _Role.ButtonText: ("#1c252e", "#e2e8ed"),
    _Role.BrightText: ("#ffffff", "#ffffff"),
    _Role.ToolTipBase: ("#1c252e", "#e2e8ed"),
    _Role.ToolTipText: ("#f2f4f6", "#1d2329"),
    _Role.PlaceholderText: ("#5f6b77", "#8d99a5"),
    _Role.Link: ("#1a5fa8", "#7db6f0"),
    _Role.LinkVisited: ("#1a5fa8", "#7db6f0"),
    _Role.Highlight: ("#1f66b0", "#2f72b9"),
    _Role.HighlightedText: ("#ffffff", "#ffffff"),
    _Role.Accent: ("#1f66b0", "#2f72b9"),
    _Role.Light: ("#ffffff", "#3a444e"),
    _Role.Midlight: ("#e3e8ec", "#303841"),
    _Role.Mid: ("#c4ccd3", "#3d4751"),
    _Role.Dark: ("#a5b0ba", "#5b6773"),
    _Role.Shadow: ("#75818c", "#0b0e11"),
}
"""Of the window, light and dark."""

_EDGE = {False: ("#8a949e", "#c4ccd3"), True: ("#71808e", "#3d4751")}
"""Edges of fields, boxes and buttons, light and dark: of those that can be used, and the others."""

_WITH_EDGE = (
    "QLineEdit",
    "QAbstractSpinBox",
    "QComboBox",
    "QCheckBox",
    "QRadioButton",
    "QPushButton",
    "QToolButton",
    "QMenu",
)
"""The widgets that Fusion draws with an edge, or with boxes to check."""

_DARK_TOOL = "#46525e"
"""A tool button in the dark: one that stays down is painted darker than this, and still is seen."""

_FUSION_DARKENS = 140
"""How much darker than the window Fusion paints an edge, in per cent."""

_DIMMED = {False: "#919ba5", True: "#66717c"}
"""Text of what cannot be used, light and dark."""


class Theme(QObject):
    """Puts the window's colours on the application and follows the system where asked to."""

    changed = Signal()
    """The colours are others now."""

    def __init__(self, app: QApplication, mode: str) -> None:
        super().__init__(app)
        self._app = app
        self.mode = mode
        """``system``, ``light`` or ``dark``."""
        self._dark: bool | None = None
        # What the platform's own palette says, for platforms that name no colour scheme.
        self._platform_dark = _is_dark(app.palette())
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._apply)

    @property
    def dark(self) -> bool:
        """Whether the dark colours hold."""
        return bool(self._dark)

    @property
    def palette(self) -> QPalette:
        """The window's colours, here at once: Qt brings them to the widgets a little later."""
        return window_palette(dark=self.dark)

    @property
    def drawing_palette(self) -> Palette:
        """The colours of the drawing on the screen."""
        return DARK if self._dark else LIGHT

    def set_mode(self, mode: str) -> None:
        """Choose ``system``, ``light`` or ``dark``."""
        self.mode = mode
        self._apply()

    def _apply(self) -> None:
        dark = self._wanted_dark()
        if dark == self._dark:
            return
        self._dark = dark
        palette = window_palette(dark=dark)
        self._app.setPalette(palette)
        for name in _WITH_EDGE:
            # PySide6's type hints ask for bytes, the function itself refuses them.
            self._app.setPalette(_edged_palette(name, dark=dark), name)  # type: ignore[arg-type]
        QToolTip.setPalette(palette)
        self.changed.emit()

    def _wanted_dark(self) -> bool:
        if self.mode != "system":
            return self.mode == "dark"
        scheme = system_scheme()
        if scheme is Qt.ColorScheme.Unknown:
            return self._platform_dark
        return scheme is Qt.ColorScheme.Dark


def system_scheme() -> Qt.ColorScheme:
    """Return what the system says: light, dark, or nothing."""
    return QApplication.styleHints().colorScheme()


def window_palette(*, dark: bool) -> QPalette:
    """Return the window's colours."""
    palette = QPalette()
    for role, colours in _COLOURS.items():
        palette.setColor(role, QColor(colours[dark]))
    dimmed = QColor(_DIMMED[dark])
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, dimmed)
    return palette


def drawing_colours(palette: QPalette) -> Palette:
    """Return the colours of drawings and marks that go with a widget's own colours."""
    # Not by the text, which a widget may have in a colour of its own.
    return DARK if palette.color(_Role.Window).lightness() < 128 else LIGHT


def mark_colour(role: ColorRole) -> str:
    """Return the colour of a mark in the window, as it is now."""
    return drawing_colours(QApplication.palette()).inks[role]


def _edged_palette(name: str, *, dark: bool) -> QPalette:
    """Return the colours of widgets with an edge.

    Fusion takes the edge from the window's colour, a little darker: on a dark window it cannot be
    seen. These widgets paint nothing else in that colour.
    """
    palette = window_palette(dark=dark)
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)
    usable, other = (QColor(edge).lighter(_FUSION_DARKENS) for edge in _EDGE[dark])
    for group in groups:
        palette.setColor(group, _Role.Window, usable)
        if dark and name == "QToolButton":
            palette.setColor(group, _Role.Button, QColor(_DARK_TOOL))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Window, other)
    return palette


def _is_dark(palette: QPalette) -> bool:
    return palette.color(_Role.Window).lightness() < palette.color(_Role.WindowText).lightness()
