"""Every figure of the land pattern to be typed: socket and header side by side, in three ways."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from a4s_gui.catalog.model import Half
from a4s_gui.catalog.wording import capitalize_first
from a4s_gui.frozen import frozen
from a4s_gui.geometry.land_pattern.editing import FIGURES
from a4s_gui.geometry.land_pattern.ways import EVERY_FIELD, FIELDS, WORKED_OUT, Way
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.land_pattern.figure_editor import FigureEditor
from a4s_gui.ui.widgets.labels import set_bold, text_label
from a4s_gui.ui.widgets.layouts import MARGIN_PX

_FIGURES = {figure.name: figure for figure in (*FIGURES, *WORKED_OUT)}
_COMMON = tuple(figure.name for figure in FIGURES if figure.part == "common")


@frozen
class _Row:
    """One figure, of both halves or common to them, under its name."""

    name: QLabel
    editors: tuple[FigureEditor, ...]

    def set_visible(self, *, on: bool) -> None:
        for widget in (self.name, *self.editors):
            widget.setVisible(on)


class FigureGrid(QWidget):
    """Shows the figures of one way of typing; those of the others are made when asked for."""

    def __init__(self, controller: Controller, way: Way) -> None:
        super().__init__()
        self._controller = controller
        self._rows: dict[str, _Row] = {}
        self.editors: dict[str, FigureEditor] = {}
        """Every editor that was made, by the name of its figure."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, MARGIN_PX)
        self._grid.setHorizontalSpacing(MARGIN_PX)
        self._grid.setVerticalSpacing(1)
        for column, half in enumerate(Half):
            self._grid.addWidget(text_label(half.capitalize(), bold=True), 0, column)
            self._grid.setColumnStretch(column, 1)
        common_at = 2 * len(EVERY_FIELD) + 1
        heading = text_label("Common to both", bold=True)
        heading.setContentsMargins(0, 12, 0, 0)
        self._grid.addWidget(heading, common_at, 0, 1, 2)
        self._places = {field: 2 * place + 1 for place, field in enumerate(EVERY_FIELD)}
        self._places |= {name: common_at + 2 * place + 1 for place, name in enumerate(_COMMON)}
        self._grid.setRowStretch(common_at + 2 * len(_COMMON) + 1, 1)
        self._shown: tuple[_Row, ...] = ()
        self.show_way(way)

    @property
    def shown(self) -> tuple[FigureEditor, ...]:
        """The editors of the way that is shown."""
        return tuple(editor for row in self._shown for editor in row.editors)

    def show_way(self, way: Way) -> None:
        """Show the figures of a way; what was typed and refused in another one is dropped."""
        wanted = tuple(self._row(field) for field in (*FIELDS[way], *_COMMON))
        for row in self._rows.values():
            row.set_visible(on=row in wanted)
        self._shown = wanted
        self.show_figures(force=True)

    def show_figures(self, *, force: bool = False) -> None:
        """Show the figures as they are drawn; ``force`` drops what was typed and refused."""
        for editor in self.shown:
            editor.show_figure(force=force)
        above: dict[int, str] = {}
        for row in self._shown:
            set_bold(row.name, on=any(editor.differs for editor in row.editors))
            for column, editor in enumerate(row.editors):
                editor.fold_source(folded=above.get(column) == editor.source.whole)
                above[column] = editor.source.whole

    def _row(self, field: str) -> _Row:
        """Return the row of a field of both halves, or of a common figure."""
        if field not in self._rows:
            names = [field] if field in _COMMON else [f"{half}.{field}" for half in Half]
            figure = _FIGURES[names[0]]
            unit = f", {figure.unit}" if figure.unit else ""
            row = _Row(
                text_label(f"{capitalize_first(figure.label)}{unit}"),
                tuple(self._editor(name) for name in names),
            )
            row.name.setContentsMargins(0, 6, 0, 0)
            place = self._places[field]
            self._grid.addWidget(row.name, place, 0, 1, 2)
            for column, editor in enumerate(row.editors):
                self._grid.addWidget(editor, place + 1, column, 1, 1 if len(names) > 1 else 2)
            self._rows[field] = row
        return self._rows[field]

    def _editor(self, name: str) -> FigureEditor:
        editor = FigureEditor(self._controller, _FIGURES[name])
        editor.accepted.connect(self._retry)
        self.editors[name] = editor
        return editor

    def _retry(self, changed: str) -> None:
        """Try again what was refused; another figure may have made it possible."""
        for editor in self.shown:
            if editor.figure.name != changed:
                editor.retry()
