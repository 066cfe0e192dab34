"""What is made, or brought up to date, when it is seen: nobody waits for what nobody sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from a4s_gui.errors import A4sError
from a4s_gui.ui.widgets.key_focus import KeysInside
from a4s_gui.ui.widgets.layouts import fill_box, scrolled

P = TypeVar("P", bound=QWidget)


class LazyPanel(KeysInside):
    """Calls :meth:`update_view` after the first paint that follows :meth:`invalidate`.

    The paint itself is not held up: window and drawing come first. A tab behind others counts as
    visible but is never painted.
    """

    _stale = True
    _painted = False

    def __init__(self) -> None:
        super().__init__()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)

    def invalidate(self) -> None:
        """Say that what is shown does not hold any more."""
        self._stale = True
        if self._painted and not self.visibleRegion().isEmpty():
            # What is posted, painting among it, comes before a timer. Painting this panel only to
            # learn that it is seen would paint all that stands in it.
            self._soon.start()
        else:
            self.update()

    def refresh(self) -> None:
        """Show what holds now, or why that is not possible."""
        self._stale = False
        try:
            self.update_view()
        except A4sError as error:  # a file of the program is damaged or missing
            self.show_problem(error)

    def update_view(self) -> None:
        """Show what holds now. Subclasses override this.

        A file that is read when it is first needed, and is damaged, is an :class:`A4sError`.
        """
        raise NotImplementedError

    def show_problem(self, error: A4sError) -> None:
        """Say why there is nothing to show. A panel that reads no such file has no need to."""
        raise error

    def sizeHint(self) -> QSize:
        """Return the size of the side panels; one that needs another says so itself."""
        return side_panel_size(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bring the panel up to date after this paint, now that it is seen."""
        super().paintEvent(event)
        self._painted = True
        if self._stale:
            self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        """Show everything anew in the colours that hold now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.invalidate()


def side_panel_size(panel: QWidget) -> QSize:
    """Return the size that the panels at the sides have at first, in pixels."""
    return QSize(panel.fontMetrics().averageCharWidth() * 52, 500)


class PanelPlace(LazyPanel):
    """The place of a panel in the window; the panel is made when the place is first seen.

    It takes the room that it has: a panel that needs more is scrolled, and moves nothing beside it.
    """

    seen = Signal()
    """The panel is about to be made: the place is seen for the first time."""
    made = Signal()
    """The panel is there now."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._panel: QWidget | None = None
        self._column = fill_box(QVBoxLayout(self))

    @property
    def is_made(self) -> bool:
        """Whether the panel is there."""
        return self._panel is not None

    @property
    def panel(self) -> QWidget:
        """The panel, made now if it was never seen."""
        if self._panel is None:
            self._panel = self._make()
            inside = _AtLeast(self._panel)
            area = scrolled(inside)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            # An opaque one would hide the place: only what is seen is brought up to date.
            for filled in (area.viewport(), inside, self._panel):
                filled.setAutoFillBackground(False)
            self._column.addWidget(area)
            self.made.emit()
        return self._panel

    def panel_as(self, kind: type[P]) -> P:
        """Return the panel, of which the kind is known."""
        panel = self.panel
        if not isinstance(panel, kind):
            raise TypeError(f"{panel} is no {kind.__name__}")
        return panel

    def update_view(self) -> None:
        """Make the panel, which brings itself up to date."""
        if self._panel is None:
            self.seen.emit()
            self.panel.show()

    def sizeHint(self) -> QSize:
        """Return the panel's size; before it is made, the width that side panels have at first."""
        return super().sizeHint() if self._panel is None else self._panel.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what leaves room for a word and a line, before the panel is made and after."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.fontMetrics().height() * 3)


class _AtLeast(QWidget):
    """Asks for the height that a panel needs, where Qt goes by what the panel would like.

    A table or a page in it scrolls itself, and needs no second scroll bar beside its own.
    """

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._panel = panel
        fill_box(QVBoxLayout(self), panel)

    def heightForWidth(self, width: int) -> int:
        """Return the least height in pixels; Qt asks where a text has to be wrapped."""
        inside = self._panel.layout()
        least = super().heightForWidth(width)
        return least if inside is None else inside.totalMinimumHeightForWidth(width)
